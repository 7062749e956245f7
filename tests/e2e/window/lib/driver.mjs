// The window driven through WebDriver (W3C), in plain requests: the few we need are shorter than a client library.

import { createServer } from "node:net";

import { until } from "./check.mjs";
import { start } from "./processes.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** tauri-driver, which starts WebKitWebDriver, which starts the window. */
export class Driver {
  static async start(desktop, hold) {
    const [port, native] = [await freePort(), await freePort()];
    const args = ["--port", String(port), "--native-port", String(native), "--native-driver", "/usr/bin/WebKitWebDriver"];
    const driver = start(process.env.TAURI_DRIVER ?? "tauri-driver", args, { env: desktop.env });
    hold(driver.stop);
    const address = `http://127.0.0.1:${port}`;
    await until("the driver", async () => (await fetch(`${address}/status`)).ok);
    return new Driver(address);
  }

  constructor(address) {
    this.address = address;
  }

  /** Starts the window. */
  async open(application, args) {
    const wanted = { browserName: "wry", "tauri:options": { application, args } };
    const { sessionId } = await request("POST", `${this.address}/session`, { capabilities: { alwaysMatch: wanted } }, 60);
    return new Page(`${this.address}/session/${sessionId}`);
  }
}

/** The page in the window. */
export class Page {
  constructor(address) {
    this.address = address;
  }

  /** The visible elements for an XPath. */
  async all(xpath) {
    const found = await request("POST", `${this.address}/elements`, { using: "xpath", value: xpath });
    return found.map((one) => new Element(this, one[ELEMENT]));
  }

  /** Waits for a visible element. */
  find(xpath, seconds) {
    return until(
      xpath,
      async () => {
        for (const one of await this.all(xpath)) if (await one.isShown()) return one;
        return false;
      },
      seconds,
    );
  }

  /** A button, link or tab by its whole name. */
  control(name, seconds) {
    const is = `normalize-space(.)=${quote(name)} or @aria-label=${quote(name)}`;
    return this.find(`//*[self::button or self::a or @role='button' or @role='tab' or @role='link' or @role='radio'][${is}]`, seconds);
  }

  /** A field by its label. */
  field(label, seconds) {
    const named = `@aria-label=${quote(label)} or @placeholder=${quote(label)} or @id=//label[normalize-space(.)=${quote(label)}]/@for`;
    const within = `ancestor::label[contains(normalize-space(.),${quote(label)})]`;
    return this.find(`//*[self::input or self::textarea or self::select][${named} or ${within}]`, seconds);
  }

  /** Waits until the page shows this text. */
  text(text, seconds) {
    const shown = `return document.body.innerText.replace(/\\s+/g, " ").includes(arguments[0])`;
    return until(`the words ${JSON.stringify(text)}`, () => this.run(shown, text), seconds);
  }

  /** Runs a function's body in the page. What it returns, or the promise it returns, comes back. */
  run(body, ...args) {
    return request("POST", `${this.address}/execute/sync`, { script: body, args });
  }

  /** Ends the window. */
  async close() {
    await request("DELETE", this.address).catch(() => undefined);
  }
}

class Element {
  constructor(page, id) {
    this.address = `${page.address}/element/${id}`;
    this.page = page;
    this.id = id;
  }

  /** The element, as an argument of `run`. */
  get reference() {
    return { [ELEMENT]: this.id };
  }

  isShown() {
    return request("GET", `${this.address}/displayed`);
  }

  click() {
    return request("POST", `${this.address}/click`, {});
  }

  /** Types, like a keyboard that has every letter. */
  async type(text) {
    await request("POST", `${this.address}/clear`, {}).catch(() => undefined);
    await request("POST", `${this.address}/value`, { text });
  }

  value() {
    return request("GET", `${this.address}/property/value`);
  }

  text() {
    return request("GET", `${this.address}/text`);
  }

  /** Where the element's middle is in the page. */
  async middle() {
    const { x, y, width, height } = await request("GET", `${this.address}/rect`);
    const [left, top] = await this.page.run("return [scrollX, scrollY]");
    return { x: Math.round(x - left + width / 2), y: Math.round(y - top + height / 2) };
  }
}

async function request(method, address, body, seconds = 30) {
  const answer = await fetch(address, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(seconds * 1000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A text as an XPath string, whatever quotes it has. */
function quote(text) {
  return text.includes('"') ? `concat(${text.split('"').map((part) => `"${part}"`).join(`,'"',`)})` : `"${text}"`;
}

function freePort() {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
