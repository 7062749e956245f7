// Looking for planted words in memory and on a disk. The looking is done by `xtask traces`, which must run as root.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Traces {
  static start(hold) {
    const child = spawn(process.env.DURUMI_TRACES, ["traces"], { stdio: ["pipe", "pipe", "inherit"] });
    hold(() => child.kill());
    return new Traces(child);
  }

  #answers = [];

  constructor(child) {
    this.child = child;
    createInterface({ input: child.stdout }).on("line", (line) => this.#answers.shift()?.done(JSON.parse(line)));
    child.once("exit", () => this.#answers.forEach(({ refuse }) => refuse(new Error("the search for traces has ended"))));
  }

  /** From now on these texts are looked for, by their kinds. */
  words(kinds) {
    return this.#ask({ words: kinds });
  }

  /** And the keys that a passphrase opens. */
  keys(file, passphrase) {
    return this.#ask({ keys: { file, passphrase } });
  }

  /** In the memory of all processes of a program. */
  memory(process, home) {
    return this.#ask({ memory: { process, home } });
  }

  /** In the bytes of a file. */
  bytes(path) {
    return this.#ask({ bytes: path });
  }

  #ask(question) {
    return new Promise((done, refuse) => {
      this.#answers.push({ done, refuse });
      this.child.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }
}

/** How many different words were found. */
export function total({ kinds }) {
  return Object.values(kinds).reduce((sum, count) => sum + count, 0);
}
