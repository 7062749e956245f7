// A desktop of its own for each test: a virtual screen, a window manager, a message bus, folders.
// Nothing of the user's is read or written.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { atFailure, pause, until } from "./check.mjs";
import { runNow, start, startAndRead } from "./processes.mjs";

export class Desktop {
  /** Starts one. `name` names the folder of its pictures below target/e2e/window; its folders are made in `base`. */
  static async start(name, hold, { extra = {}, size = "1366x768", base: within = tmpdir() } = {}) {
    const base = mkdtempSync(join(within, "durumi-e2e-"));
    hold(() => rmSync(base, { recursive: true, force: true }));
    const folders = Object.fromEntries(["home", "run", "tmp", "data"].map((part) => [part, join(base, part)]));
    for (const folder of Object.values(folders)) mkdirSync(folder, { mode: 0o700 });

    const plain = { PATH: process.env.PATH, LANG: "C.UTF-8", HOME: folders.home, XDG_RUNTIME_DIR: folders.run, TMPDIR: folders.tmp };
    // A caret that blinks keeps the screen from ever coming to rest on a busy machine.
    const settings = join(base, "etc", "gtk-3.0");
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, "settings.ini"), "[Settings]\ngtk-cursor-blink=false\n");
    const bus = await startAndRead("dbus-daemon", ["--session", "--nofork", "--print-address"], { env: plain });
    hold(bus.stop);
    const screen = await startAndRead("Xvfb", ["-displayfd", "1", "-screen", "0", `${size}x24`, "-nolisten", "tcp"], { env: plain });
    hold(screen.stop);
    const env = {
      ...plain,
      DISPLAY: `:${screen.line}`,
      GDK_BACKEND: "x11",
      DBUS_SESSION_BUS_ADDRESS: bus.line,
      XDG_CONFIG_DIRS: `${join(base, "etc")}:/etc/xdg`,
      ...extra,
    };
    let manager = start("openbox", ["--sm-disable"], { env });
    hold(() => manager.stop());

    const pictures = join(process.env.DURUMI_OUT ?? "target/e2e", "window", name);
    rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    const desktop = new Desktop(env, folders, pictures);
    atFailure(() => desktop.picture("failed"));
    await until("a window manager", () => {
      // On a busy machine it can give up on the screen before the screen answers.
      if (manager.child.exitCode !== null) manager = start("openbox", ["--sm-disable"], { env });
      return runNow("xprop", ["-root", "_NET_SUPPORTING_WM_CHECK"], { env }).includes("0x");
    });
    return desktop;
  }

  constructor(env, folders, pictures) {
    this.env = env;
    this.folders = folders;
    this.pictures = pictures;
    this.taken = 0;
  }

  /** Presses keys, by their X names. */
  keys(...names) {
    runNow("xdotool", ["key", "--clearmodifiers", "--delay", "40", ...names], { env: this.env });
  }

  /** Types ASCII by key events. */
  type(text) {
    runNow("xdotool", ["type", "--clearmodifiers", "--delay", "25", text], { env: this.env });
  }

  /** Clicks at a place on the screen. */
  click(x, y) {
    runNow("xdotool", ["mousemove", String(x), String(y), "click", "1"], { env: this.env });
  }

  /** The ids of the visible windows with this title. */
  windows(title) {
    try {
      return runNow("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`], { env: this.env }).split("\n").filter(Boolean);
    } catch {
      return [];
    }
  }

  /** Waits for the one visible window with this title. A window that is being made may be listed, and be gone a moment later. */
  window(title) {
    let before;
    return until(`one window "${title}"`, () => {
      const found = this.windows(title);
      const only = found.length === 1 ? found[0] : undefined;
      const same = only !== undefined && only === before;
      before = only;
      return same && only;
    });
  }

  /** Gives a window another size. */
  resize(window, width, height) {
    runNow("xdotool", ["windowmove", window, "20", "40", "windowsize", "--sync", window, String(width), String(height)], { env: this.env });
  }

  /** The process a window belongs to. */
  processOf(window) {
    return Number(runNow("xdotool", ["getwindowpid", window], { env: this.env }));
  }

  /** Where the page of a window begins on the screen, and its size. */
  geometry(window) {
    const text = runNow("xwininfo", ["-id", window], { env: this.env });
    const number = (name) => Number(new RegExp(`${name}:\\s+(-?\\d+)`).exec(text)?.[1]);
    return {
      x: number("Absolute upper-left X"),
      y: number("Absolute upper-left Y"),
      width: number("Width"),
      height: number("Height"),
    };
  }

  /** Takes a picture of the whole screen, once it has come to rest. Returns its file. */
  async picture(name) {
    await this.settled(6).catch(() => undefined);
    this.taken += 1;
    const file = join(this.pictures, `${String(this.taken).padStart(2, "0")}-${name}.png`);
    runNow("import", ["-window", "root", file], { env: this.env });
    return file;
  }

  /** Waits until there are letters on the screen: their soft edges have many shades, an empty window has few. */
  painted() {
    const shades = () => Number(runNow("import", ["-window", "root", "-format", "%k", "info:-"], { env: this.env }));
    return until("something painted", () => shades() > 200);
  }

  /** A digest of what is on the screen, to see whether it changed. */
  look() {
    return runNow("import", ["-window", "root", "-format", "%#", "info:-"], { env: this.env }).trim();
  }

  /** Waits until the screen has not changed for a while, and returns its digest. */
  async settled(seconds = 20) {
    let before = this.look();
    let since = Date.now();
    return until(
      "the screen to come to rest",
      async () => {
        await pause(120);
        const now = this.look();
        if (now !== before) since = Date.now();
        before = now;
        return Date.now() - since > 400 && now;
      },
      seconds,
    );
  }

  /** Every file in the folders that a program may leave something in. */
  files() {
    const all = [];
    const walk = (root, folder) => {
      for (const entry of readdirSync(folder)) {
        const path = join(folder, entry);
        const found = statSync(path, { throwIfNoEntry: false });
        if (found?.isDirectory()) walk(root, path);
        else if (found?.isFile()) all.push({ path, name: `${root}/${relative(this.folders[root], path)}` });
      }
    };
    for (const root of Object.keys(this.folders)) walk(root, this.folders[root]);
    return all;
  }
}
