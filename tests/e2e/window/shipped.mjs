// The exact window that is shipped, used by keyboard and mouse alone.
//
// No driver can look into it: that is part of what it promises. So a twin, the window built for the
// driver, goes through the same steps on a screen of its own, and tells where on the screen a button
// is; the shipped window is then clicked there. What was really saved is read by the command line.

import { readFileSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";

import { expect, run, step, until } from "./lib/check.mjs";
import { Desktop } from "./lib/desktop.mjs";
import { Driver } from "./lib/driver.mjs";
import { commandLine, start } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";

const SHIPPED = process.env.DURUMI_WINDOW;
const TWIN = process.env.DURUMI_TWIN;
const COMMAND_LINE = process.env.DURUMI_CLI;
const SIZE = "1366x1500";
const TALL = [1100, 1400];
const PASSPHRASE = "zqpass harbin kettle 7151 lantern";
const SAVED = "zqsaved met the officer at gate seven";
const HIDDEN = "zqhidden he took the passport away";
/** A word of everything that is typed. */
const TYPED = ["zqpass", "zqsaved", "zqhidden", "zqcase"];
/** Words of the library, which is locked with the notebook. */
const LIBRARY = ["변호사", "адвокат", "убежищ", "lawyer"];

/** What may stay in the folders around the data folder: the desktop's own, with nothing of ours in it. */
const NOT_OURS = [/^home\/\.cache\/openbox\//, /^run\/dconf\//, /^run\/at-spi\//, /^run\/dbus-1\//];

await run(async (hold) => {
  const desktop = await Desktop.start("shipped", hold, { size: SIZE });
  const beside = await Desktop.start("shipped-twin", hold, { size: SIZE });
  const driver = await Driver.start(beside, hold);
  const openTwin = async () => {
    const page = await driver.open(TWIN, ["--data", beside.folders.data]);
    hold(() => page.close());
    beside.resize(await beside.window("Durumi"), ...TALL);
    return new DurumiScreen(page, "ko-KP");
  };
  let twin = await openTwin();
  const shipped = start(SHIPPED, ["--data", desktop.folders.data], { env: desktop.env });
  hold(shipped.stop);

  /** Clicks the same control in both. */
  const press = async (id) => {
    const control = await twin.control(id);
    await tap(control);
    await control.click();
    await desktop.settled();
  };
  const tap = async (element) => {
    const { x, y } = await element.middle();
    const origin = desktop.geometry(await desktop.window("Durumi"));
    expect(y > 0 && y < origin.height, `it is out of sight, ${y} px down`);
    desktop.click(origin.x + x, origin.y + y);
  };
  /** Clicks into the same field in both and types the same. */
  const write = async (id, text) => {
    const field = await twin.field(id);
    await tap(field);
    await field.type(text);
    desktop.type(text);
    await desktop.settled();
  };

  await step("the shipped window opens", async () => {
    desktop.resize(await desktop.window("Durumi"), ...TALL);
    await twin.field("search-label");
    await desktop.painted();
    await desktop.picture("start");
  });
  await step("keys typed into the search find something", async () => {
    const before = desktop.look();
    await write("search-label", "passport");
    expect(desktop.look() !== before, "nothing changed on the screen");
    await desktop.picture("search");
  });
  await step("it has no socket of the internet and may make none", async () => {
    const sockets = ["tcp", "tcp6", "udp", "udp6"].flatMap((kind) => socketsOf(shipped.pid, kind));
    expect(sockets.length === 0, sockets.join(" "));
    expect(/^Seccomp:\t2$/m.test(readFileSync(`/proc/${shipped.pid}/status`, "utf8")), "no filter is set");
  });
  await step("a notebook is made with a typed passphrase", async () => {
    await press("app-tab-notebook");
    await write("notebook-passphrase-new", PASSPHRASE);
    await write("notebook-passphrase-again", PASSPHRASE);
    await press("notebook-make");
    await twin.field("notebook-case-title", 60);
    await until("the notebook's files", () => statSync(`${desktop.folders.data}/keys`, { throwIfNoEntry: false }), 60);
    await desktop.settled(60);
    await desktop.picture("notebook");
  });
  await step("a note is written and saved", async () => {
    await write("notebook-case-title", "zqcase");
    await press("notebook-case-create");
    await press("notebook-note-new");
    await write("notebook-note-text", SAVED);
    await desktop.picture("note");
    await press("notebook-save");
    await twin.page.text(twin.words("notebook-saved"));
    await desktop.picture("saved");
  });
  await step("Esc Esc hides it in the middle of another note, and the program starts again, locked", async () => {
    await press("app-back");
    await press("notebook-note-new");
    await write("notebook-note-text", HIDDEN);
    desktop.keys("Escape", "Escape");
    await until("the program to start again", () => commandLine(shipped.pid).includes("--place"));
    await desktop.window("Durumi");
    await desktop.settled();
    await desktop.picture("hidden");
    // The twin just ends: starting again in its own place, it could outlive its driver and hold the folder.
    await twin.page.close();
    await until("the twin's end", () => beside.windows("Durumi").length === 0);
  });
  await step("the typed passphrase opens it again", async () => {
    twin = await openTwin();
    await twin.field("notebook-passphrase");
    // The cover goes at any key; the field then has the focus.
    desktop.keys("Return");
    await desktop.settled();
    await desktop.picture("locked");
    desktop.type(PASSPHRASE);
    const before = await desktop.settled();
    desktop.keys("Return");
    await until("another page", () => desktop.look() !== before, 60);
    await desktop.settled(60);
    await desktop.picture("unlocked");
  });
  await step("closing the window ends the program", async () => {
    desktop.keys("alt+F4");
    await until("its end", () => shipped.child.exitCode !== null);
    expect(shipped.child.exitCode === 0, `it ended with ${shipped.child.exitCode}`);
  });
  await step("the command line finds both notes in what was saved", async () => {
    const lines = [
      { id: 1, command: "notebook_unlock", request: { passphrase: PASSPHRASE } },
      { id: 2, command: "search", request: { query: "zqsaved", limit: 10 } },
      { id: 3, command: "search", request: { query: "zqhidden", limit: 10 } },
    ].map((line) => JSON.stringify(line));
    const done = spawnSync(COMMAND_LINE, ["--data", desktop.folders.data, "batch"], { input: `${lines.join("\n")}\n`, encoding: "utf8" });
    const found = (id) => done.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line)).find((line) => line.id === id);
    for (const id of [2, 3]) expect(found(id)?.reply?.some((hit) => hit.kind === "note"), `${done.stdout}${done.stderr}`);
  });
  await step("nothing is left outside the data folder, and no word of it or of the library anywhere", () => {
    const files = desktop.files();
    const strange = files.filter(({ name }) => !name.startsWith("data/") && !NOT_OURS.some((kind) => kind.test(name)));
    expect(strange.length === 0, `left behind: ${strange.map(({ name }) => name).join(" ")}`);
    for (const { path, name } of files) {
      const content = readFileSync(path);
      for (const canary of [...TYPED, ...LIBRARY]) {
        for (const encoding of ["utf8", "utf16le"]) {
          expect(!content.includes(Buffer.from(canary, encoding)), `${canary} is in ${name}`);
        }
      }
    }
    console.log(`# files: ${files.map(({ name }) => name).join(" ")}`);
  });
  console.log(`# pictures in ${desktop.pictures}`);
});

/** The lines of the kernel's table of sockets that belong to this process or what it started. */
function socketsOf(pid, kind) {
  const listed = spawnSync("find", ["-L", `/proc/${pid}/fd`, "-maxdepth", "1", "-type", "s", "-printf", "%i\n"], { encoding: "utf8" });
  const own = new Set(listed.stdout.split("\n").filter(Boolean));
  return readFileSync(`/proc/net/${kind}`, "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => own.has(line.trim().split(/\s+/)[9]));
}
