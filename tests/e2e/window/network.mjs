// The window has no network, however a page tries: seen from outside, by a server that nobody may reach and by a
// record of every socket that any of the processes asks the system for.
//
// 1. The shipped window is used by keys: it must not get an internet socket, and its content security policy stands.
// 2. A page without that policy, in a process confined as the window's is, tries every way there is. What
//    refuses it is the system alone. It must have asked, or nothing was shown.
// 3. The same tries in the driver's build, which may open sockets and has the policy: its figures say what the policy
//    leaves open, and that the server would have noticed.

import { readFileSync, rmSync } from "node:fs";
import { createSocket } from "node:dgram";
import { connect, createServer } from "node:net";

import { expect, figure, pause, run, step, until } from "./lib/check.mjs";
import { Desktop } from "./lib/desktop.mjs";
import { Driver } from "./lib/driver.mjs";
import { runNow, start } from "./lib/processes.mjs";
import { DurumiScreen } from "./lib/screen.mjs";

const PORT = 47113;
const TRIES = readFileSync("src-tauri/examples/network/page/tries.js", "utf8");

await run(async (hold) => {
  const desktop = await Desktop.start("network", hold);
  let reached = [];
  const server = createServer((socket) => {
    reached.push("connection");
    socket.on("data", (data) => reached.push(String(data).split("\r\n")[0])).on("error", () => undefined);
    setTimeout(() => socket.destroy(), 500);
  });
  await new Promise((done) => server.listen(PORT, "127.0.0.1", done));
  hold(() => server.close());
  const datagrams = createSocket("udp4").on("message", () => reached.push("datagram"));
  await new Promise((done) => datagrams.bind(PORT, "127.0.0.1", done));
  hold(() => datagrams.close());

  await step("the server notices who comes", async () => {
    const visitor = connect(PORT, "127.0.0.1");
    await until("the visitor", () => reached.length > 0);
    visitor.destroy();
    reached = [];
  });

  /** Starts a program and records the sockets that it and all it starts ask for. */
  const watch = async (program, args, use) => {
    const record = `${desktop.folders.tmp}/sockets`;
    const strace = ["-f", "-qq", "-e", "trace=socket,connect,bind,sendto,sendmsg,io_uring_setup,seccomp", "-e", "signal=none", "-o", record, program, ...args];
    const watched = start("strace", strace, { env: desktop.env });
    hold(watched.stop);
    await use(record);
    desktop.keys("alt+F4");
    await until("its end", () => watched.child.exitCode !== null, 10).catch(() => watched.stop());
    const lines = whole(readFileSync(record, "utf8"));
    rmSync(record);
    // Before the refusal is set the program asks once whether it stands already, as it does after a lock.
    const refused = lines.findIndex((line) => /seccomp\(SECCOMP_SET_MODE_FILTER.* = 0/.test(line));
    expect(refused >= 0, "no refusal was set");
    const calls = lines.slice(refused).filter((line) => /\b(socket|io_uring_setup)\(/.test(line));
    const foreign = lines.slice(refused).filter((line) => /AF_INET6?|AF_PACKET|AF_VSOCK|io_uring_setup\(/.test(line));
    const got = foreign.filter((line) => !/ = -1 E/.test(line));
    return { calls, foreign, got };
  };

  await step("the shipped window gets no internet socket", async () => {
    const { calls, foreign, got } = await watch(process.env.DURUMI_SHIPPED, ["--data", desktop.folders.data], async () => {
      await until("its window", () => desktop.windows("Durumi").length === 1, 60);
      await desktop.painted();
      await desktop.settled(60);
      desktop.type("passport");
      await desktop.settled(60);
      await desktop.picture("shipped");
    });
    console.log(`# ${calls.length} sockets asked for, ${foreign.length} of the internet`);
    for (const line of foreign.slice(0, 5)) console.log(`#   ${line}`);
    expect(calls.length > 5, "the record is empty");
    expect(reached.length === 0, reached.join("; "));
    figure("network_shipped_internet_sockets", got.length, 0);
  });
  await step("a page that tries every way reaches nobody", async () => {
    const { foreign, got } = await watch(process.env.DURUMI_TRIES, [], async (record) => {
      await until("its tries", () => /AF_INET/.test(readFileSync(record, "utf8")), 60);
      await pause(8000);
      await desktop.picture("tries");
    });
    console.log(`# ${foreign.length} tries refused by the system`);
    for (const line of [...new Set(foreign.map((one) => one.replace(/^\d+ +/, "")))].slice(0, 8)) console.log(`#   ${line}`);
    figure("network_tries_seen", foreign.length, 1, foreign.length >= 1);
    figure("network_tries_that_got_a_socket", got.length, 0);
    figure("network_tries_that_reached_a_server", reached.length, 0);
  });
  await step("where sockets are allowed, the server notices what the policy leaves open", async () => {
    reached = [];
    const driver = await Driver.start(desktop, hold);
    const page = await driver.open(process.env.DURUMI_WINDOW, ["--data", desktop.folders.data]);
    hold(() => page.close());
    await new DurumiScreen(page).page.run(`globalThis.durumiAddress = "127.0.0.1:${PORT}"; ${TRIES}`);
    await pause(5000);
    console.log(`# through the policy alone: ${reached.join("; ") || "nothing"}`);
    expect(reached.every((what) => what === "connection"), "the policy let a request through");
    expect(runNow("pgrep", ["-f", "WebKitNetworkProcess"]).length > 0, "the web view does not run");
  });
});

/** The calls of a record, each on one line: one that waited is written in two parts. */
function whole(record) {
  const begun = new Map();
  const lines = [];
  for (const line of record.split("\n")) {
    const pid = line.split(" ", 1)[0];
    if (line.includes("<unfinished ...>")) begun.set(pid, line.replace("<unfinished ...>", ""));
    else if (/<\.\.\. \w+ resumed>/.test(line)) lines.push((begun.get(pid) ?? pid) + line.replace(/.*resumed>/, ""));
    else lines.push(line);
  }
  return lines;
}
