// Korean that loses nothing: sentences typed through a real input method into a note, the search and a
// passphrase, each left while its last syllable is still being composed: by a click on a button or into
// another field, by Tab, by Enter, by the lock key.
//
// What counts is what was saved, searched and opened, not what was shown. The lock key asks for more: a note
// must be found again after the lock. A search or passphrase is not kept by design, so for these "not lost"
// means that the field's last value, as the page's input events tell it once the lock key was pressed, is the
// whole sentence, that no value on the way has a syllable too many, and that the lock then happens. For that
// the test holds the page's request to lock back until it has read those values.
//
// The window is the driver's build, so that these can be read; its input path (preedit, the fields' guard) is the shipped one's.
//
// `--smoke` tries each way once or so; without it 200 sentences are typed.

import { expect, figure, pause, run, step, until } from "./lib/check.mjs";
import { Driver } from "./lib/driver.mjs";
import { desktopWithHangul, keysFor, syllablesOff } from "./lib/hangul.mjs";
import { commandLine } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";

const SMOKE = process.argv.includes("--smoke");

/** How many sentences for each field and way of leaving it. */
const PLAN = SMOKE
  ? {
      note: { click: 1, field: 1, tab: 1, enter: 1, lock: 1 },
      search: { click: 1, enter: 1, lock: 1 },
      passphrase: { click: 1, enter: 1, lock: 1 },
    }
  : {
      note: { click: 40, field: 20, tab: 25, enter: 25, lock: 10 },
      search: { click: 20, tab: 16, enter: 16, lock: 4 },
      passphrase: { click: 8, tab: 6, enter: 6, lock: 4 },
    };

const TITLE = "나의 사건";
const PASSPHRASE = "두루미 스물여덟 마리가 앉아 있었다";

// Every kind of syllable is among them: double consonants, double vowels, double endings.
const BEGINNINGS = [
  "어제 저녁", "오늘 아침 일찍", "지난주 금요일에", "두 달 전에", "밤늦게", "기차역 앞에서", "이민국에서", "병원 접수처에서",
  "공사장 숙소에서", "시장 옆 골목에서", "꽤 오래전에", "점심을 먹고 나서", "눈이 많이 내리던 날", "국경 가까운 마을에서", "법원 계단에서",
];
const ENDINGS = [
  "경찰이 려권을 빼앗아 갔다", "변호사를 불러 달라고 말했다", "통역 없이는 서명하지 않겠다고 했다", "값을 묻지 않고 짐을 옮겼다",
  "우리 몫은 없다고 들었다", "책을 읽다가 전화를 받았다", "앉을 자리도 없었다", "물이 끓는 소리만 들렸다", "넓은 방에 여덟 명이 살았다",
  "의사가 왜 늦었느냐고 물었다", "닭을 삶아 나눠 먹었다", "월급을 석 달째 못 받았다", "괜찮다고 했지만 아팠다", "뒷문으로 빠져나왔다",
  "서류를 다 잃어버렸다", "젊은 사람이 도와주었다", "웬 사람이 사진을 찍었다", "그 말을 믿기 어렵다", "까만 차가 쫓아왔다", "얇은 옷밖에 없다",
];

await run(async (hold) => {
  const desktop = await desktopWithHangul("input", hold, { size: "1366x1500" });
  const driver = await Driver.start(desktop, hold);
  let off = 0;
  let typed = 0;
  let screen;
  let pid;

  const open = async () => {
    const page = await driver.open(process.env.DURUMI_WINDOW, ["--data", desktop.folders.data]);
    hold(() => page.close());
    const window = await desktop.window("Durumi");
    desktop.resize(window, 1100, 1400);
    pid = desktop.processOf(window);
    screen = new DurumiScreen(page, "ko-KP");
    await page.run("await 0; document.fonts && (await document.fonts.ready)").catch(() => undefined);
  };
  const tap = async (element) => {
    const { x, y } = await element.middle();
    const origin = desktop.geometry(await desktop.window("Durumi"));
    expect(y > 0 && y < origin.height, `it is out of sight, ${y} px down`);
    desktop.click(origin.x + x, origin.y + y);
  };
  const typeInto = async (field, sentence) => {
    await tap(field);
    await until("the focus", async () => (await screen.page.run("return document.activeElement === arguments[0]", field.reference)) === true);
    desktop.keys(...keysFor(sentence));
    typed += 1;
    // A person leaves when they see their last syllable. On a busy machine the input method is still at
    // work on the keys when the last one was pressed, and a click does not queue behind them.
    await shows(field, sentence);
  };
  const shows = (field, text) => until("the field to show it", async () => (await field.value()) === text, 10).catch(() => undefined);
  const leave = (way) => {
    if (way === "tab") desktop.keys("Tab");
    if (way === "enter") desktop.keys("Return");
    if (way === "lock") desktop.keys("Escape", "Escape");
  };
  /** Compares, and says what differs. */
  const compare = (what, wanted, got) => {
    const wrong = syllablesOff(wanted, got ?? "");
    off += wrong;
    if (wrong > 0) console.log(`# ${what}: ${JSON.stringify(wanted)} became ${JSON.stringify(got)}`);
  };
  /** From now on the page notes what its input events show, and its request to lock waits for `lockedWith`. */
  const holdLock = () =>
    screen.page.run(
      `window.values = [];
       addEventListener("input", (event) => values.push(event.target.value), true);
       const ask = window.fetch;
       window.fetch = async (address, options) => {
         if (/\\/notebook_lock$/.test(String(address))) {
           await new Promise((go) => {
             window.letGo = go;
             setTimeout(go, 10_000);
           });
         }
         return ask(address, options);
       };`,
    );
  /** After the lock key: what the field held at last, and that nothing was doubled on the way. Then the lock may go on. */
  const lockedWith = async (name, sentence) => {
    await until("the request to lock", () => screen.page.run("return window.letGo !== undefined"));
    const values = await screen.page.run("return window.values");
    compare(`${name}, lock`, sentence, values.at(-1));
    const longer = values.filter((value) => [...value].length > [...sentence].length);
    expect(longer.length === 0, `${name}, lock: too long on the way: ${JSON.stringify(longer)}`);
    // The answer may not come any more.
    await screen.page.run("window.letGo()").catch(() => undefined);
  };
  /** After the lock: waits for the program's new start and opens the folder anew. */
  const reopen = async () => {
    await until("the program to start again", () => commandLine(pid).includes("--place"));
    await screen.page.close();
    await ended(pid);
    await open();
  };
  const unlock = async () => {
    await screen.press("notebook-passphrase-show");
    await typeIntoPassphrase();
    await tap(await screen.control("notebook-unlock"));
    await screen.opened();
  };
  const typeIntoPassphrase = async () => typeInto(await screen.field("notebook-passphrase"), PASSPHRASE);

  await step("a notebook is made with a passphrase in Hangul", async () => {
    await open();
    await screen.room("app-tab-notebook");
    await screen.press("notebook-passphrase-show");
    await typeInto(await screen.field("notebook-passphrase-new"), PASSPHRASE);
    await typeInto(await screen.field("notebook-passphrase-again"), PASSPHRASE);
    await tap(await screen.control("notebook-make"));
    await screen.field("notebook-case-title", 60);
    typed -= 2;
  });
  const caseId = await step("and a case", async () => {
    await typeInto(await screen.field("notebook-case-title"), TITLE);
    typed -= 1;
    await tap(await screen.control("notebook-case-create"));
    await screen.control("notebook-note-new");
    const { reply } = await screen.ask("case_list", {});
    return reply[0].id;
  });

  const seen = new Set();
  const newNote = () =>
    until("the note among what was saved", async () => {
      const { reply } = await screen.ask("case_show", { caseId });
      const added = reply?.notes.find((note) => !seen.has(note.id));
      if (added) seen.add(added.id);
      return added;
    });
  const toCase = async () => {
    await screen.room("app-tab-notebook");
    await (await screen.page.find(`//button[.//span[@class and normalize-space(.)="${TITLE}"]]`)).click();
    await screen.control("notebook-note-new");
  };

  const fields = {
    async note(way, sentence) {
      await screen.press("notebook-note-new");
      await typeInto(await screen.field("notebook-note-text"), sentence);
      if (way === "field") await tap(await screen.field("notebook-note-place"));
      leave(way);
      if (way === "enter") await shows(await screen.field("notebook-note-text"), `${sentence}\n`);
      if (way === "lock") {
        await reopen();
        await unlock();
        typed -= 1;
        const note = await newNote();
        compare("note, lock", sentence, note.text);
        const { reply } = await screen.ask("search", { query: sentence, limit: 40 });
        expect(reply?.some((hit) => hit.kind === "note" && hit.id === note.id), "the note is not found again by its own words");
        return toCase();
      }
      await tap(await screen.control("notebook-save"));
      const saved = await newNote();
      compare(`note, ${way}`, sentence, saved.text.replace(/\n$/, ""));
      compare(`the place of the note, ${way}`, "", saved.place);
      await screen.press("app-back");
    },
    async search(way, sentence) {
      await screen.room("app-tab-home");
      await hear();
      const field = await screen.field("search-label");
      await screen.page.run(`const clear = arguments[0]; clear.value = ""; clear.dispatchEvent(new InputEvent("input"))`, field.reference);
      if (way === "lock") await holdLock();
      await typeInto(field, sentence);
      if (way === "lock") {
        leave(way);
        await lockedWith("search", sentence);
        await reopen();
        await unlock();
        typed -= 1;
        return;
      }
      const asked = () => screen.page.run("return window.lastSearched ?? null");
      if (way === "click") await tap(await screen.page.find(`//header//*[@class="mark" or contains(@class,"mark")]`));
      leave(way);
      await until("the whole sentence to be searched", async () => (await asked()) === sentence, 3).catch(() => undefined);
      compare(`search, ${way}`, sentence, await asked());
    },
    async passphrase(way) {
      // Lock first: what is tried is the opening.
      await screen.press("app-hide").catch(() => undefined);
      await reopen();
      await screen.press("notebook-passphrase-show");
      if (way === "lock") await holdLock();
      await typeIntoPassphrase();
      const field = await screen.field("notebook-passphrase");
      if (way === "lock") {
        leave(way);
        await lockedWith("passphrase", PASSPHRASE);
        await (await screen.control("app-go-on")).click();
        const after = await (await screen.field("notebook-passphrase")).value();
        expect(after === "", "the passphrase is still in the field after hiding");
        await unlock();
        typed -= 1;
        return;
      }
      leave(way);
      if (way === "tab") await pause(100);
      if (way !== "enter") await tap(await screen.control("notebook-unlock"));
      const opened = await screen.opened().then(() => true, () => false);
      compare(`passphrase, ${way}`, PASSPHRASE, opened ? PASSPHRASE : await field.value());
      expect(opened, "the passphrase did not open the notebook");
    },
  };
  /** Notes what the page asks the program to search for. */
  const hear = () =>
    screen.page.run(
      `if (window.hearing) return;
       window.hearing = true;
       const ask = window.fetch;
       window.fetch = (address, options) => {
         if (/\\/search$/.test(String(address))) window.lastSearched = JSON.parse(options.body).request.query;
         return ask(address, options);
       };`,
    );

  let number = 0;
  for (const [name, ways] of Object.entries(PLAN)) {
    for (const [way, count] of Object.entries(ways)) {
      await step(`${count} in a ${name}, left by ${way}`, async () => {
        for (let i = 0; i < count; i += 1, number += 1) {
          const sentence = `${BEGINNINGS[number % BEGINNINGS.length]} ${ENDINGS[(number * 7 + 3) % ENDINGS.length]}`;
          await fields[name](way, sentence);
        }
        await desktop.picture(`${name}-${way}`);
      });
    }
  }
  const wanted = SMOKE ? 11 : 200;
  figure("input_sentences", typed, wanted, typed >= wanted);
  figure("input_lost_syllables", off, 0);
});

async function ended(pid) {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    return;
  }
  await until("the window to end", () => commandLine(pid).length === 0);
}
