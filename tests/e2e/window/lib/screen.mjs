// Durumi's pages, in the words of a person who uses them. Shared by the tests that drive the window.

import { expect, until } from "./check.mjs";
import { wordsOf } from "./words.mjs";

/** The screen of a driven window in one language. */
export class DurumiScreen {
  constructor(page, language = "ko") {
    this.page = page;
    this.language = language;
    this.words = wordsOf(language);
  }

  /** Waits for the first screen and chooses the language by its own name. */
  async chooseLanguage(name = "한국어") {
    await this.page.control(name).then((button) => button.click());
    await until("the language", async () => (await this.page.run("return document.documentElement.lang")) === this.language);
  }

  /** Waits until the letters are there and the page was drawn with them. */
  rest() {
    const drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
    return this.page.run(`return document.fonts.ready.then(() => ${drawn})`);
  }

  control(id, seconds) {
    return this.page.control(this.words(id), seconds);
  }

  field(id, seconds) {
    return this.page.field(this.words(id), seconds);
  }

  async press(id) {
    await (await this.control(id)).click();
  }

  async write(id, text) {
    await (await this.field(id)).type(text);
  }

  /** Waits until the heading of the page is this. */
  heading(id) {
    return this.page.find(`//h1[normalize-space(.)="${this.words(id)}"]`);
  }

  /** Goes to one of the rooms of the rail. */
  room(id) {
    return this.press(id);
  }

  /** Searches from the first screen and returns the hits, once they answer this query. */
  async search(query) {
    await this.room("app-tab-home");
    await this.write("search-label", query);
    return until(`hits for ${query}`, async () => {
      const hits = await this.page.run(
        `return [...document.querySelectorAll(".entry[data-hit]")].map((hit) => ({
          kind: hit.querySelector(".note")?.textContent ?? "",
          title: hit.querySelector(".title")?.textContent ?? "",
          marked: [...hit.querySelectorAll("mark")].map((mark) => mark.textContent).join(" "),
          text: hit.textContent,
        }))`,
      );
      return hits.length > 0 && hits;
    });
  }

  /** Opens the first hit of a kind. */
  async openHit(kind) {
    const label = this.words(`search-kind-${kind}`);
    const hit = await this.page.find(`//button[@data-hit][.//span[contains(@class,"note") and starts-with(normalize-space(.),"${label}")]]`);
    await hit.click();
  }

  async makeNotebook(passphrase) {
    await this.room("app-tab-notebook");
    await this.write("notebook-passphrase-new", passphrase);
    await this.write("notebook-passphrase-again", passphrase);
    await this.press("notebook-make");
    await this.field("notebook-case-title", 60);
  }

  async unlock(passphrase) {
    await this.write("notebook-passphrase", passphrase);
    await this.press("notebook-unlock");
    await this.opened();
  }

  /** Waits until the notebook is open and its rooms are on the screen. */
  async opened() {
    await until("the notebook to open", async () => (await this.ask("app_state", {})).reply?.mode === "unlocked", 60);
    await this.control("app-tab-notebook");
  }

  async makeCase(title) {
    await this.write("notebook-case-title", title);
    await this.press("notebook-case-create");
    await this.control("notebook-note-new");
  }

  async writeNote(text) {
    await this.press("notebook-note-new");
    await this.write("notebook-note-text", text);
    await this.press("notebook-save");
    await this.page.text(this.words("notebook-saved"));
  }

  /** Takes the cover away that is left after hiding. */
  async uncover() {
    await this.press("app-go-on");
  }

  /** Calls the program from the page, past everything the page would do. Returns what it answered or why not. */
  ask(command, request) {
    return this.page.run(
      `return window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(
        (reply) => ({ reply }),
        (refusal) => ({ refusal: typeof refusal === "string" ? refusal : JSON.stringify(refusal) }),
      )`,
      command,
      request,
    );
  }

  /** Fails unless the shell itself refuses the command, before the program is asked. */
  async expectRefused(command, request) {
    const answer = await this.ask(command, request);
    expect(/not allowed by ACL/.test(answer.refusal ?? ""), `${command} was answered with ${JSON.stringify(answer)}`);
  }
}
