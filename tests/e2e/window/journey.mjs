// The main job in the real window: read, search, write, lock, find again.
//
// The window is the release build with the feature `driver`, which differs from the shipped one in
// letting itself be driven; see shipped.mjs for that one.

import { basename } from "node:path";

import { expect, run, step, until } from "./lib/check.mjs";
import { Desktop } from "./lib/desktop.mjs";
import { Driver } from "./lib/driver.mjs";
import { children, commandLine } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";

const WINDOW = process.env.DURUMI_WINDOW;
const PASSPHRASE = "tumen river crane 1948 winter";
const KOREAN = "이민국에서 류학생 비자를 물었다. 변호사를 부탁했다.";
const RUSSIAN = "Полицейский забрал паспорт у вокзала. Просил вызвать адвоката.";
const NOTE = { caseId: "00000000000000000000000000", text: "x" };

await run(async (hold) => {
  const desktop = await Desktop.start("journey", hold);
  const driver = await Driver.start(desktop, hold);
  const open = async () => {
    const page = await driver.open(WINDOW, ["--data", desktop.folders.data]);
    hold(() => page.close());
    return new DurumiScreen(page);
  };

  let screen = await step("the window opens into the library, without asking anything", async () => {
    const opened = await open();
    await opened.chooseLanguage();
    await opened.field("search-label");
    await opened.rest();
    await desktop.painted();
    await desktop.picture("start");
    return opened;
  });
  const pid = await step("nothing is on the disk and no note can be written past the screen", async () => {
    expect(desktop.files().every((file) => !file.name.startsWith("data/")), "the data folder is not empty");
    await screen.expectRefused("note_save", NOTE);
    await screen.expectRefused("case_list", {});
    return windowProcess(desktop);
  });

  for (const [query, name] of [["변호사", "search-korean"], ["адвокат", "search-russian"]]) {
    await step(`searching ${query} finds articles`, async () => {
      const hits = await screen.search(query);
      await desktop.picture(name);
      expect(hits.some((hit) => hit.kind.startsWith(screen.words("search-kind-article"))), JSON.stringify(hits));
      expect(hits.some((hit) => hit.marked !== ""), "nothing is marked in what was found");
    });
  }
  await step("an article opens", async () => {
    await screen.search("변호사");
    await screen.openHit("article");
    await screen.page.find("//article//h1");
    await desktop.picture("article");
  });
  await step("a second language stands beside it, block by block", async () => {
    await (await screen.page.find(`//fieldset//label[normalize-space(.)="Русский"]`)).click();
    const columns = await until("two columns", () =>
      screen.page.run(
        `const rows = [...document.querySelectorAll(".columns.two")];
         return rows.length > 0 && rows.map((row) => [...row.children].map((text) => text.lang))`,
      ),
    );
    expect(columns.every(([one, other]) => one === "ko" && other === "ru"), JSON.stringify(columns));
    await desktop.picture("side-by-side");
  });

  await step("a notebook is made", async () => {
    await screen.room("app-tab-notebook");
    await screen.field("notebook-passphrase-new");
    await desktop.picture("make-notebook");
    await screen.makeNotebook(PASSPHRASE);
    await desktop.picture("notebook");
  });
  await step("a note in Korean and a note in Russian are written", async () => {
    await screen.makeCase("비자");
    await screen.writeNote(KOREAN);
    await desktop.picture("note-korean");
    await screen.press("app-back");
    await screen.writeNote(RUSSIAN);
    await desktop.picture("note-russian");
    await screen.press("app-back");
    await screen.page.text(RUSSIAN.slice(0, 20));
    await desktop.picture("case");
  });

  await step("Hide empties the window at once and the program starts again in its own place, locked", async () => {
    const before = desktop.geometry(await desktop.window("Durumi"));
    const old = children(pid);
    // The answer may never come: the window that should give it is gone.
    await screen.press("app-hide").catch(() => undefined);
    const args = await until("the program to start again", () => {
      const found = commandLine(pid);
      return found.includes("--place") && found;
    });
    expect(args.includes("--data") && /(^|&)covered=/.test(args.at(-1)), args.join(" "));
    expect(args.every((part) => !part.includes(PASSPHRASE) && !part.includes("비자")), "a secret is among the arguments");
    // The new start ends what is left of the old one; how fast is a figure for a campaign, not for a test.
    await until("the old web view to end", () => old.every((one) => !children(pid).includes(one)));
    await desktop.window("Durumi");
    await desktop.settled();
    await desktop.picture("hidden");
    const after = desktop.geometry(await desktop.window("Durumi"));
    expect(JSON.stringify(after) === JSON.stringify(before), `the window moved: ${JSON.stringify([before, after])}`);
  });

  screen = await step("the same folder opens locked", async () => {
    await screen.page.close();
    await end(pid);
    const opened = await open();
    await opened.field("notebook-passphrase");
    await opened.rest();
    await desktop.painted();
    const { reply } = await opened.ask("app_state", {});
    expect(reply?.mode === "locked" && reply.libraryOpen === false, JSON.stringify(reply));
    await opened.expectRefused("note_save", NOTE);
    await desktop.picture("locked");
    return opened;
  });
  await step("a wrong passphrase does not open it and says so", async () => {
    const language = await screen.page.run("return document.documentElement.lang");
    screen = new DurumiScreen(screen.page, language);
    await screen.write("notebook-passphrase", "not the passphrase at all");
    await screen.press("notebook-unlock");
    await screen.page.text(screen.words("error-wrong-passphrase"), 60);
    await desktop.picture("wrong-passphrase");
  });
  await step("the passphrase opens it", async () => {
    await screen.unlock(PASSPHRASE);
    await desktop.picture("unlocked");
  });
  for (const [query, text, name] of [["류학생", KOREAN, "find-korean"], ["паспорт", RUSSIAN, "find-russian"]]) {
    await step(`searching ${query} finds the note`, async () => {
      const hits = await screen.search(query);
      await desktop.picture(name);
      const notes = hits.filter((hit) => hit.kind.startsWith(screen.words("search-kind-note")));
      expect(notes.some((hit) => hit.text.includes(text.slice(0, 12))), JSON.stringify(hits));
    });
  }
  console.log(`# pictures in ${desktop.pictures}`);
});

/** The process of the window on this desktop. */
async function windowProcess(desktop) {
  const pid = desktop.processOf(await desktop.window("Durumi"));
  expect(basename(commandLine(pid)[0] ?? "") === basename(WINDOW), `process ${pid} is not the window`);
  return pid;
}

/** Ends a process and waits until it is gone. */
async function end(pid) {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    return;
  }
  await until("the window to end", () => commandLine(pid).length === 0);
}
