// How fast the notebook is locked: by the button, by Esc twice, by every sign of the system, when idle and by
// closing the window; at rest, and while a large file is being attached.
//
// Measured from outside: from the event that is given to the screen or the bus, to the moment when nothing can
// be read in the window, and to the moment when the process that had the keys is no more.
//
// At rest the window is the exact one that is shipped, used by key events alone. A file can be chosen only
// through the driver, so the second part uses its build, with a session for each lock.
//
// `--smoke` locks a few times; `--locks N` so many in each part; without either 200.

import { spawnSync } from "node:child_process";

import { expect, figure, pause, run, step, until } from "./lib/check.mjs";
import { Desktop } from "./lib/desktop.mjs";
import { Driver } from "./lib/driver.mjs";
import { hasNotebook, life, measure, percentile } from "./lib/leaving.mjs";
import { Logind } from "./lib/logind.mjs";
import { commandLine, end, start } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";
import { ESCAPE, XServer } from "./lib/xserver.mjs";

const SMOKE = process.argv.includes("--smoke");
const LOCKS = SMOKE ? 8 : Number(process.argv[process.argv.indexOf("--locks") + 1]) || 200;
const IMPORTS = SMOKE ? 2 : LOCKS;
/** The largest file that can be attached is 512 MB; a gigabyte is two, one after the other. */
const FILE_BYTES = SMOKE ? 64 << 20 : 512 << 20;
const [BLANK_MS, GONE_MS] = [100, 300];
const PASSPHRASE = "tumen river crane 1948 winter";
const [ALT, F4] = [64, 70];
const SIGNS = ["sleep", "lid", "lock", "saver"];
/** Mostly the button, Esc twice and sleep; each of the other signs now and then. */
const WAYS = ["button", "escape", "sleep", "button", "escape", "lid", "lock", "saver"];

await run(async (hold) => {
  const system = await Logind.bus(hold);
  const desktop = await Desktop.start("lock", hold, { extra: system, size: "1366x1500" });
  const x = await XServer.open(desktop.env.DISPLAY, hold);
  const logind = await Logind.start(desktop, hold);
  const data = desktop.folders.data;

  await step("a notebook is made by the command line", () => {
    const lines = [
      { command: "notebook_create", request: { passphrase: PASSPHRASE, shelf: "closed" } },
      ...["하나", "둘", "셋", "넷", "다섯", "여섯"].map((title) => ({ command: "case_create", request: { title } })),
    ].map((line, id) => JSON.stringify({ id, ...line }));
    const done = spawnSync(process.env.DURUMI_CLI, ["--data", data, "batch"], { input: `${lines.join("\n")}\n`, encoding: "utf8" });
    expect(!done.stdout.includes("failure") && done.status === 0, `${done.stdout}${done.stderr}`);
  });

  /** What an event is. The pointer has to be over the button. */
  const acts = {
    button: () => x.press(),
    escape: () => {
      x.key(ESCAPE);
      x.key(ESCAPE);
    },
    close: () => x.chord(ALT, F4),
    ...Object.fromEntries(SIGNS.map((sign) => [sign, () => logind.give(sign)])),
  };
  /** The part of the window where text is. */
  const areaOf = async () => {
    const { x: left, y: top, width, height } = desktop.geometry(await desktop.window("Durumi"));
    return { x: left + 4, y: top + 4, width: width - 8, height: height - 8 };
  };
  const measured = { rest: [], import: [] };
  const lockBy = async (way, pid, part, hide) => {
    const area = await areaOf();
    expect(!(await x.isBlank(area)), "there was nothing to be seen before the lock");
    if (way === "button") x.move(area.x + hide.x, area.y + hide.y);
    await pause(250);
    const result = { way, ...(await measure({ x, area, pid, act: acts[way] })) };
    measured[part].push(result);
    return result;
  };

  let shipped;
  const begin = (looks) => {
    shipped = start(process.env.DURUMI_SHIPPED, ["--data", data, "--looks", `language=ko-KP&covered=${looks}`], { env: desktop.env });
    hold(shipped.stop);
  };
  const unlock = async () => {
    await desktop.window("Durumi");
    const area = await areaOf();
    await until("the cover", async () => !(await x.isBlank(area)));
    for (let tries = 0; ; tries += 1) {
      await pause(300);
      desktop.keys("Return");
      await pause(400);
      desktop.type(PASSPHRASE);
      desktop.keys("Return");
      const opened = await until("the notebook", () => hasNotebook(shipped.pid), 15).catch(() => false);
      if (opened) break;
      expect(tries < 2, "the passphrase did not open the notebook");
    }
    await until("its page", async () => !(await x.isBlank(area)));
    await pause(600);
  };
  /** The button is at the right of the top bar. */
  const hideButton = async () => ({ x: (await areaOf()).width - 70, y: 28 });

  await step("the shipped window opens the notebook", async () => {
    begin("");
    await unlock();
    await desktop.picture("unlocked");
    await until("sleep to be held up", () => logind.held === 1);
  });
  await step(`${LOCKS} locks at rest`, async () => {
    for (let number = 0; number < LOCKS; number += 1) {
      const way = WAYS[number % WAYS.length];
      const { blank, gone } = await lockBy(way, shipped.pid, "rest", await hideButton());
      console.log(`# ${way}: blank ${blank.toFixed(1)} ms, gone ${gone.toFixed(1)} ms`);
      expect(gone > 0, `${way} did not lock`);
      if (way === "sleep") logind.give("wake");
      if (number < LOCKS - 1) await unlock();
    }
    await until("sleep to be held up again", () => logind.held === 1);
  });
  await step("closing the window locks and ends the program", async () => {
    await unlock();
    const { blank, gone } = await lockBy("close", shipped.pid, "rest");
    console.log(`# close: blank ${blank.toFixed(1)} ms, gone ${gone.toFixed(1)} ms`);
    expect(gone > 0 && life(shipped.pid) === "", "the program did not end");
  });
  if (!SMOKE) {
    await step("a minute without a key or a movement locks", async () => {
      begin("&idle=1");
      await unlock();
      const { blank, gone } = await measure({ x, area: await areaOf(), pid: shipped.pid, act: () => {}, patience: 70_000 });
      console.log(`# idle: blank after ${blank.toFixed(0)} ms, gone ${(gone - blank).toFixed(1)} ms later`);
      expect(blank < 64_000 && gone - blank < GONE_MS, "it was not locked in time");
      await shipped.stop();
    });
  }

  await step(`${IMPORTS} locks while a file is being attached`, async () => {
    const driver = await Driver.start(desktop, hold);
    for (let number = 0; number < IMPORTS; number += 1) {
      const page = await driver.open(process.env.DURUMI_WINDOW, ["--data", data]);
      hold(() => page.close());
      const screen = new DurumiScreen(page, "ko-KP");
      const window = await desktop.window("Durumi");
      desktop.resize(window, 1100, 1400);
      const pid = desktop.processOf(window);
      await screen.field("notebook-passphrase");
      await screen.rest();
      await screen.unlock(PASSPHRASE);
      await screen.room("app-tab-notebook");
      await (await page.find(`//button[.//span[@class and normalize-space(.)="하나"]]`)).click();
      await screen.control("notebook-note-new");
      await page.run(
        `const size = arguments[0];
         const piece = new Uint8Array(1 << 24).fill(7);
         const file = new File(Array.from({ length: size >> 24 }, () => piece), "large.bin");
         const chosen = new DataTransfer();
         chosen.items.add(file);
         const picker = document.querySelector("[data-attach]");
         picker.files = chosen.files;
         picker.dispatchEvent(new Event("change", { bubbles: true }));`,
        FILE_BYTES,
      );
      await page.find("//progress");
      await pause(500);
      expect((await page.all("//progress")).length === 1, "the file was attached before the lock");
      const hide = await (await screen.control("app-hide")).middle();
      const way = WAYS[number % WAYS.length];
      const { blank, gone } = await lockBy(way, pid, "import", { x: hide.x - 4, y: hide.y - 4 });
      console.log(`# ${way}: blank ${blank.toFixed(1)} ms, gone ${gone.toFixed(1)} ms`);
      expect(gone > 0, `${way} did not lock`);
      await until("the program to start again", () => commandLine(pid).includes("--place"));
      await page.close();
      await end(pid);
      if (way === "sleep") logind.give("wake");
    }
  });

  for (const [part, locks] of Object.entries(measured)) {
    figure(`lock_count_${part}`, locks.length, part === "rest" ? LOCKS : IMPORTS, locks.length >= (part === "rest" ? LOCKS : IMPORTS));
    for (const [what, goal] of [["blank", BLANK_MS], ["gone", GONE_MS]]) {
      const values = locks.map((lock) => lock[what]);
      for (const share of [50, 99]) figure(`lock_${what}_${part}_p${share}_ms`, percentile(values, share), goal);
    }
    for (const way of new Set(locks.map((lock) => lock.way))) {
      const of = locks.filter((lock) => lock.way === way);
      const both = ["blank", "gone"].map((what) => [50, 99].map((share) => percentile(of.map((lock) => lock[what]), share)).join("/"));
      console.log(`# ${part}, ${way}, ${of.length}: blank p50/p99 ${both[0]} ms, gone ${both[1]} ms`);
    }
  }
});
