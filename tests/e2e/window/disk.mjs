// Nothing stays on the disk: the home, run-time, temporary and data folders lie on a disk image of their own. The
// real window is used there for a while and filled with planted words; then the image is searched byte by byte,
// deleted blocks included. A word that was written and deleted on purpose must be found, or the search shows nothing.
//
// The window is the driver's build. It is the harder case: its web view is not private and could keep things.
// At the end the shipped build opens the same notebook by typed keys.
//
// Needs root, for the loop device. Where none can be had a smoke says so and tries nothing.
// `--smoke` takes about a minute; `--minutes N` so long; without either 30.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { canaries, digits } from "./lib/canaries.mjs";
import { expect, figure, pause, run, step, until } from "./lib/check.mjs";
import { Desktop } from "./lib/desktop.mjs";
import { Driver } from "./lib/driver.mjs";
import { hasNotebook } from "./lib/leaving.mjs";
import { commandLine, end, runNow, start } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";
import { Traces } from "./lib/traces.mjs";

const SMOKE = process.argv.includes("--smoke");
const MINUTES = SMOKE ? 0.7 : Number(process.argv[process.argv.indexOf("--minutes") + 1]) || 30;
const IMAGE_BYTES = 2 ** 30;
// Typed into the shipped window by key events, which have ASCII alone.
const PASSPHRASE = `zqcanary harbin kettle ${digits(8)}`;
const WORDS = { note: canaries(400, "n"), name: canaries(200, "p"), title: canaries(99, "t"), search: canaries(250, "s"), file: canaries(50, "f") };
const CONTROL = canaries(1, "control")[0];

await run(async (hold) => {
  const base = mkdtempSync(join(tmpdir(), "durumi-disk-"));
  hold(() => rmSync(base, { recursive: true, force: true }));
  const [image, folder] = [join(base, "image"), join(base, "folder")];
  const mounted = mount(image, folder);
  if (!mounted && SMOKE) {
    console.log("# no loop device can be had here: skipped");
    return;
  }
  expect(mounted, "the image cannot be mounted; this needs root and a loop device");
  let isMounted = true;
  const unmount = (...how) => {
    if (isMounted) runNow("umount", [...how, folder]);
    isMounted = false;
  };
  // After a failure something may still have a file open there.
  hold(() => unmount("--lazy"));

  const traces = Traces.start(hold);
  await traces.words({ ...WORDS, passphrase: [PASSPHRASE], control: [CONTROL] });
  const parts = [];
  const desktop = await Desktop.start("disk", (release) => (parts.push(release), hold(release)), { base: folder, size: "1366x1500" });
  const driver = await Driver.start(desktop, (release) => (parts.push(release), hold(release)));
  let screen;
  let pid;
  const open = async () => {
    const page = await driver.open(process.env.DURUMI_WINDOW, ["--data", desktop.folders.data]);
    screen = new DurumiScreen(page, "ko-KP");
    const window = await desktop.window("Durumi");
    desktop.resize(window, 1100, 1400);
    pid = desktop.processOf(window);
    await screen.rest();
  };
  const ask = async (command, request) => {
    const { reply, refusal } = await screen.ask(command, request);
    expect(refusal === undefined, `${command}: ${refusal}`);
    return reply;
  };
  const left = structuredClone(WORDS);
  const planted = () => Object.entries(WORDS).reduce((sum, [kind, words]) => sum + words.length - left[kind].length, 1);
  const begun = Date.now();
  const share = () => Math.min(1, (Date.now() - begun) / (MINUTES * 60_000));
  /** The next words of a kind, so that all are planted by the end. */
  const next = (kind, atLeast = 1) => {
    const due = Math.ceil(share() * WORDS[kind].length) - (WORDS[kind].length - left[kind].length);
    return left[kind].splice(0, Math.max(due, atLeast));
  };
  const searchFor = async (query) => {
    await screen.room("app-tab-home");
    await screen.write("search-label", query);
    await pause(400);
  };

  /** What a person does in one sitting. */
  const sitting = async (number) => {
    const [shown] = next("title");
    // By hand while the list is short: later the button is out of sight.
    const byHand = number === 0;
    if (byHand) await screen.makeCase(shown);
    else if (shown) await ask("case_create", { title: shown });
    for (const title of next("title", 0)) await ask("case_create", { title });
    const cases = await ask("case_list", {});
    const caseId = cases[0].id;
    const [typed, ...rest] = next("note");
    if (byHand) await screen.writeNote(typed);
    else rest.push(...(typed ? [typed] : []));
    const names = next("name");
    for (const [at, text] of rest.entries()) await ask("note_save", { caseId, place: names[at] ?? "", text });
    for (const name of names.slice(rest.length)) await ask("note_save", { caseId, place: name, text: "…" });
    for (const name of next("file")) {
      const text = `${name} `.repeat(2000);
      const { id } = await ask("attachment_start", { caseId, name: `${name}.txt`, mediaType: "text/plain", size: Buffer.byteLength(text) });
      await ask("attachment_add", { id, data: Buffer.from(text).toString("base64") });
      await ask("attachment_finish", { id });
      await ask("attachment_read", { id, chunk: 0 });
    }
    for (const [at, query] of next("search").entries()) {
      if (at < 2) await searchFor(query);
      else await ask("search", { query, limit: 20 });
    }
    await searchFor(typed ?? WORDS.note[0]);
    const leave = number % 4;
    if (leave === 3) {
      // Words that were never saved, and the program killed over them.
      await screen.room("app-tab-notebook");
      process.kill(pid, "SIGKILL");
    } else if (leave === 2) await ask("case_delete", { caseId: cases.at(-1).id });
    if (leave !== 3) {
      await screen.press("app-hide").catch(() => undefined);
      await until("the program to start again", () => commandLine(pid).includes("--place"));
    }
    await screen.page.close();
    await end(pid);
  };

  await step("a word is written and deleted on purpose", () => {
    writeFileSync(join(folder, "control"), CONTROL);
    runNow("sync", []);
    rmSync(join(folder, "control"));
  });
  await step("a notebook is made", async () => {
    await open();
    await screen.makeNotebook(PASSPHRASE);
  });
  await step(`the window is used for ${MINUTES} minutes`, async () => {
    let number = 0;
    for (; number === 0 || share() < 1 || Object.values(left).some((words) => words.length > 0); number += 1) {
      if (number > 0) {
        await open();
        await screen.unlock(PASSPHRASE);
        await screen.room("app-tab-notebook");
      }
      await sitting(number);
    }
    console.log(`# ${number} sittings`);
  });
  await step("the shipped window opens it, and is closed", async () => {
    const shipped = start(process.env.DURUMI_SHIPPED, ["--data", desktop.folders.data], { env: desktop.env });
    hold(shipped.stop);
    await desktop.window("Durumi");
    await desktop.painted();
    await desktop.settled(60);
    desktop.type(PASSPHRASE);
    desktop.keys("Return");
    await until("the notebook", () => hasNotebook(shipped.pid));
    await desktop.settled(60);
    await desktop.picture("shipped");
    desktop.keys("alt+F4");
    await until("its end", () => shipped.child.exitCode !== null);
  });
  const found = await step("the image is searched", async () => {
    const files = desktop.files().map(({ name }) => name);
    console.log(`# files: ${files.join(" ")}`);
    // The folders are deleted with the desktop; their blocks stay in the image.
    for (const release of parts.reverse()) await release();
    await pause(500);
    unmount();
    return traces.bytes(image);
  });
  const { control, ...kinds } = found.kinds;
  for (const place of found.places) console.log(`#   ${place}`);
  figure("disk_planted", planted(), 1000, planted() >= 1000);
  figure("disk_minutes", Math.round((Date.now() - begun) / 6000) / 10, MINUTES, Date.now() - begun >= MINUTES * 60_000);
  figure("disk_bytes_searched", found.bytes, IMAGE_BYTES, found.bytes === IMAGE_BYTES);
  figure("disk_control_found", control, 1, control === 1);
  figure("disk_found", Object.values(kinds).reduce((sum, count) => sum + count, 0), 0);
});

/** Makes an image with a file system and mounts it. False where that is not possible. */
function mount(image, folder) {
  mkdirSync(folder);
  const steps = [
    ["truncate", ["--size", String(IMAGE_BYTES), image]],
    ["mkfs.ext4", ["-q", image]],
    ["mount", ["-o", "loop,nodiscard", image, folder]],
  ];
  return steps.every(([program, args]) => spawnSync(program, args).status === 0);
}
