// Nothing stays in memory: planted words and keys, looked for in every process of the program before and
// after locking. The same search must find them before, or it would show nothing.
//
// The window is the driver's build, so that it can be filled and its pages opened; it locks as the shipped one does.
// Half the rounds lock by the button, half by Esc twice, both as real events of the screen. Half a second after
// the event all processes are stopped and looked through.
//
// `--smoke` does 3 rounds; `--rounds N` so many; without either 100.

import { expect, figure, pause, run, step, until } from "./lib/check.mjs";
import { canaries, digits } from "./lib/canaries.mjs";
import { Desktop } from "./lib/desktop.mjs";
import { Driver } from "./lib/driver.mjs";
import { commandLine, end } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";
import { Traces, total } from "./lib/traces.mjs";
import { ESCAPE, XServer } from "./lib/xserver.mjs";

const SMOKE = process.argv.includes("--smoke");
const ROUNDS = SMOKE ? 3 : Number(process.argv[process.argv.indexOf("--rounds") + 1] || 100) || 100;
const AFTER_MS = 500;
const PASSPHRASE = `두루미 스물여덟 마리 ${digits(8)}`;
const WORDS = { note: canaries(300, "n"), name: canaries(80, "p"), title: canaries(53, "t"), search: canaries(60, "s") };
const KINDS = [...Object.keys(WORDS), "passphrase", "key"];

await run(async (hold) => {
  const desktop = await Desktop.start("memory", hold, { size: "1366x1500" });
  const driver = await Driver.start(desktop, hold);
  const x = await XServer.open(desktop.env.DISPLAY, hold);
  const traces = Traces.start(hold);
  let screen;
  let pid;

  const open = async () => {
    const page = await driver.open(process.env.DURUMI_WINDOW, ["--data", desktop.folders.data]);
    hold(() => page.close());
    const window = await desktop.window("Durumi");
    desktop.resize(window, 1100, 1400);
    pid = desktop.processOf(window);
    screen = new DurumiScreen(page, "ko-KP");
  };
  const ask = async (command, request) => {
    const { reply, refusal } = await screen.ask(command, request);
    expect(refusal === undefined, `${command}: ${refusal}`);
    return reply;
  };

  await step("a notebook is filled with planted words", async () => {
    await open();
    await screen.makeNotebook(PASSPHRASE);
    for (const title of WORDS.title) await ask("case_create", { title });
    const [first] = await ask("case_list", {});
    for (const [number, text] of WORDS.note.entries()) {
      await ask("note_save", { caseId: first.id, place: WORDS.name[number % WORDS.name.length], text: `${text} ${WORDS.name[number % WORDS.name.length]}` });
    }
    await traces.words({ ...WORDS, passphrase: [PASSPHRASE] });
    await traces.keys(`${desktop.folders.data}/keys`, PASSPHRASE);
    await screen.page.close();
    await end(pid);
  });

  const seen = Object.fromEntries(KINDS.map((kind) => [kind, Infinity]));
  const note = (kind, count) => (seen[kind] = Math.min(seen[kind], count));
  let after = 0;
  let rounds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const way = round % 2 === 0 ? "button" : "escape";
    await step(`round ${round + 1}: locked by the ${way}, and nothing is left`, async () => {
      await open();
      await screen.write("notebook-passphrase", PASSPHRASE);
      note("passphrase", (await traces.memory(pid, desktop.folders.home)).kinds.passphrase);
      await screen.press("notebook-unlock");
      await screen.opened();
      await screen.room("app-tab-notebook");
      for (const query of WORDS.search.slice(1)) await ask("search", { query, limit: 20 });
      await screen.room("app-tab-home");
      await screen.write("search-label", WORDS.search[0]);
      await screen.room("app-tab-notebook");
      const [first] = await ask("case_list", {});
      await (await screen.page.find(`//button[.//span[@class and normalize-space(.)="${first.title}"]]`)).click();
      await screen.control("notebook-note-new");
      const before = await traces.memory(pid, desktop.folders.home);
      for (const kind of KINDS) if (kind !== "passphrase") note(kind, before.kinds[kind]);
      expect(total(before) > 0, "nothing is found before the lock");

      const area = desktop.geometry(await desktop.window("Durumi"));
      const { x: left, y: top } = await (await screen.control("app-hide")).middle();
      x.move(area.x + left, area.y + top);
      await pause(300);
      const begun = performance.now();
      if (way === "button") x.press();
      else {
        x.key(ESCAPE);
        x.key(ESCAPE);
      }
      await pause(AFTER_MS - (performance.now() - begun));
      const found = await traces.memory(pid, desktop.folders.home);
      expect(found.bytes > 1_000_000, "there was nothing to look through");
      console.log(`# before ${JSON.stringify(before.kinds)} after ${total(found)} in ${found.processes.join(", ")}`);
      for (const place of found.places.slice(0, 12)) console.log(`#   ${place}`);
      after += total(found);
      rounds += 1;
      await until("the program to start again", () => commandLine(pid).includes("--place"));
      await screen.page.close();
      await end(pid);
    });
  }
  for (const kind of KINDS) figure(`memory_before_lock_${kind}`, seen[kind], 1, seen[kind] >= 1);
  figure("memory_after_lock", after, 0);
  figure("memory_rounds", rounds, ROUNDS, rounds >= ROUNDS);
});
