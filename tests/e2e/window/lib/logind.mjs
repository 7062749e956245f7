// A desktop that goes to sleep, closes its lid or locks its screen when the test says so.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { until } from "./check.mjs";
import { startAndRead } from "./processes.mjs";

export class Logind {
  /** Starts a system bus for a desktop that is to be started. */
  static async bus(hold) {
    const bus = await startAndRead("dbus-daemon", ["--session", "--nofork", "--print-address"], { env: { PATH: process.env.PATH } });
    hold(bus.stop);
    return { DBUS_SYSTEM_BUS_ADDRESS: bus.line };
  }

  static async start(desktop, hold) {
    const script = fileURLToPath(new URL("logind.py", import.meta.url));
    const child = spawn("/usr/bin/python3", [script], { env: desktop.env, stdio: ["pipe", "pipe", "inherit"] });
    hold(() => child.kill());
    const logind = new Logind(child);
    await until("the fake logind", () => logind.said.includes("ready"));
    return logind;
  }

  said = [];

  constructor(child) {
    this.child = child;
    createInterface({ input: child.stdout }).on("line", (line) => this.said.push(line));
  }

  /** Gives a sign: sleep, wake, lock, lid or saver. */
  give(sign) {
    this.child.stdin.write(`${sign}\n`);
  }

  /** How many times the program holds sleep up now. */
  get held() {
    const count = (word) => this.said.filter((line) => line === word).length;
    return count("held") - count("released");
  }
}
