// Starting programs that end with the script, and looking at what runs.

import { spawn, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

import { until } from "./check.mjs";

/** Starts a program. `stop` ends it and waits for it. */
export function start(program, args, { env, stdout = "ignore", log } = {}) {
  const child = spawn(program, args, { env, stdio: ["ignore", stdout, log ?? "ignore"] });
  const ended = new Promise((done) => {
    child.once("exit", done);
    child.once("error", done);
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 3000);
    await ended;
    clearTimeout(late);
  };
  return { child, pid: child.pid, ended, stop };
}

/** Starts a server and waits for the first line it prints. */
export function startAndRead(program, args, options = {}) {
  const server = start(program, args, { ...options, stdout: "pipe" });
  const line = new Promise((ready, refuse) => {
    let text = "";
    server.child.stdout.on("data", (data) => {
      text += data;
      if (text.includes("\n")) ready(text.slice(0, text.indexOf("\n")).trim());
    });
    server.ended.then(() => refuse(new Error(`${program} ended before it was ready`)));
    setTimeout(() => refuse(new Error(`${program} said nothing for 20 s`)), 20_000).unref();
  });
  return line.then((first) => ({ ...server, line: first }));
}

/** Runs a program to its end and returns what it printed. */
export function runNow(program, args, { env, input } = {}) {
  const done = spawnSync(program, args, { env, input, encoding: "utf8", timeout: 60_000, maxBuffer: 1 << 26 });
  if (done.error || done.status !== 0) {
    throw new Error(`${program} ${args.join(" ")}: ${done.error ?? `${done.status}: ${done.stderr}`}`);
  }
  return done.stdout;
}

/** The arguments a process was started with, the program first; none if there is no such process. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
  } catch {
    return [];
  }
}

/** The processes that a process started and that still run. */
export function children(pid) {
  const found = [];
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(parent) === pid && state !== "Z") found.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** Ends a process and waits until it has let go of everything, its files too. */
export async function end(pid) {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    return;
  }
  await until("a process to end", () => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
    } catch {
      return true;
    }
  });
}
