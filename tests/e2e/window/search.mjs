// Searching while a syllable is being composed by a real input method: results from the first syllable on, never a
// flash of an empty list in between, arrow keys and Enter, and a highlight that is right in conjoining letters.
//
// `--smoke` types a few words; without it forty.

import { expect, figure, pause, run, step, until } from "./lib/check.mjs";
import { Driver } from "./lib/driver.mjs";
import { desktopWithHangul, keysFor } from "./lib/hangul.mjs";
import { DurumiScreen } from "./lib/screen.mjs";

const SMOKE = process.argv.includes("--smoke");

const WORDS = [
  "변호사", "려권", "난민신청", "강제송환", "통역", "경찰", "벌금", "이민국", "법원", "병원", "망명", "서명", "로동자", "대사관", "국경", "체류기간",
  "여권", "추방", "상소", "증명서", "구급차", "비자", "임금", "기한", "접수증", "거절", "재판", "판사", "의사", "영사관", "보호", "신분증",
  "조사", "감옥", "휴대전화", "송환", "신청서", "림시망명", "현장", "도장",
];
const PASSPHRASE = "두루미 스물여덟 마리가 앉아 있었다";
const NOTE = "경찰이 비자를 보자고 하였다. 변호사를 불러 달라고 말했다.".normalize("NFD");

await run(async (hold) => {
  const desktop = await desktopWithHangul("search", hold, { size: "1366x900" });
  const driver = await Driver.start(desktop, hold);
  const page = await driver.open(process.env.DURUMI_WINDOW, ["--data", desktop.folders.data]);
  hold(() => page.close());
  const screen = new DurumiScreen(page, "ko-KP");
  await screen.rest();

  const tap = async (element) => {
    const { x, y } = await element.middle();
    const origin = desktop.geometry(await desktop.window("Durumi"));
    desktop.click(origin.x + x, origin.y + y);
  };
  const hits = () =>
    page.run(
      `return [...document.querySelectorAll(".entry[data-hit]")].map((hit) => ({
        title: hit.querySelector(".title")?.textContent ?? "",
        kind: hit.querySelector(".note")?.textContent ?? "",
        marks: [...hit.querySelectorAll("mark")].map((mark) => mark.textContent),
        focused: hit === document.activeElement,
      }))`,
    );
  /** Empties the field and counts from now on how many results stand there after each change of the page. */
  const begin = async () => {
    await screen.room("app-tab-home");
    const field = await screen.field("search-label");
    await page.run(
      `const field = arguments[0];
       field.value = "";
       field.dispatchEvent(new InputEvent("input"));
       window.lengths = [];
       window.watch?.disconnect();
       window.watch = new MutationObserver(() => lengths.push(document.querySelectorAll(".entry[data-hit]").length));
       watch.observe(document.body, { childList: true, subtree: true });`,
      field.reference,
    );
    await tap(field);
    await until("the focus", () => page.run("return document.activeElement === arguments[0]", field.reference));
    return field;
  };

  let keys = 0;
  let late = 0;
  let flashes = 0;
  await step("a word shows results from its first syllable on and never none again", async () => {
    for (const word of SMOKE ? WORDS.slice(0, 3) : WORDS) {
      const field = await begin();
      const first = keysFor(word.slice(0, 1)).length;
      for (const [number, key] of keysFor(word).entries()) {
        desktop.keys(key);
        keys += 1;
        if (number + 1 === first) {
          const shown = await until("results", async () => (await hits()).length > 0, 3).catch(() => false);
          if (!shown) console.log(`# nothing for the first syllable of ${word}`);
          late += shown ? 0 : 1;
        }
        // Longer than the screen waits before it asks, so that each key is searched for.
        await pause(160);
      }
      await until("the word", async () => (await field.value()) === word);
      await pause(200);
      const lengths = await page.run("return window.lengths");
      const empty = lengths.slice(lengths.findIndex((length) => length > 0)).filter((length) => length === 0).length;
      if (empty > 0) console.log(`# ${word}: ${lengths.join(" ")}`);
      flashes += empty;
    }
  });
  await step("in the middle of a syllable the results stay", async () => {
    await begin();
    desktop.keys(...keysFor("변홋"));
    await until("the syllable", async () => (await (await screen.field("search-label")).value()) === "변홋");
    await pause(400);
    const found = await hits();
    expect(found.length > 0, "nothing while 변호사 is being composed");
    expect(found.some((hit) => hit.marks.some((mark) => mark.startsWith("변호"))), JSON.stringify(found[0]));
    await desktop.picture("composing");
  });
  await step("arrow keys choose and Enter opens", async () => {
    desktop.keys(...keysFor("사").slice(1));
    await pause(400);
    desktop.keys("Down");
    await until("the first result", async () => (await hits())[0]?.focused);
    desktop.keys("Down");
    await until("the second result", async () => (await hits())[1]?.focused);
    await desktop.picture("arrows");
    const { title, kind } = (await hits())[1];
    expect(kind.startsWith(screen.words("search-kind-article")), `the second result is no article: ${kind}`);
    desktop.keys("Return");
    await page.find(`//h1[normalize-space(.)="${title}"]`);
    await desktop.picture("opened");
  });
  await step("the highlight is right in a note of conjoining letters", async () => {
    await screen.makeNotebook(PASSPHRASE);
    const { reply } = await screen.ask("case_create", { title: "사건" });
    await screen.ask("note_save", { caseId: reply.id, date: null, place: "", text: NOTE });
    await begin();
    desktop.keys(...keysFor("비자"));
    const note = await until("the note", async () =>
      (await hits()).find((hit) => hit.kind.startsWith(screen.words("search-kind-note")) && hit.marks.length > 0),
    );
    expect(note.marks.join("|") === "비자".normalize("NFD"), JSON.stringify(note.marks));
    await desktop.picture("conjoining");
  });

  figure("search_keys_typed", keys, keys, true);
  figure("search_words_late", late, 0);
  figure("search_flashes_to_empty", flashes, 0);
});
