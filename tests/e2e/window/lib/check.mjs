// What a script of these tests says: one line for each thing that was seen, and a last line that counts them.
// A step that throws has failed. Steps build on each other, so the first failed one ends the script.

/** The exit code of a script of which a step failed. */
const UNFINISHED = 3;

let passed = 0;
let failed = 0;
let short = 0;
const figures = [];
const witnesses = [];

/** Calls this when a step fails, for a picture of what was there instead. */
export function atFailure(look) {
  witnesses.push(look);
}

/** A figure of a campaign that should be at most, or at least, its goal. They are printed at the very end. */
export function figure(name, value, goal, holds = value <= goal) {
  figures.push(`figure ${name} ${value} ${goal} ${holds ? "ok" : "short"}`);
  if (!holds) short += 1;
}

/** Does one step of the test. */
export async function step(name, body) {
  try {
    const result = await body();
    passed += 1;
    console.log(`ok ${name}`);
    return result;
  } catch (why) {
    failed += 1;
    console.log(`not ok ${name}\n   ${String(why?.stack ?? why).replaceAll("\n", "\n   ")}`);
    for (const look of witnesses) await Promise.resolve(look()).catch(() => undefined);
    throw new Stop();
  }
}

/** Fails the step unless it holds. */
export function expect(holds, message) {
  if (!holds) throw new Error(message);
}

/** Asks until there is an answer that is not false; the wait is bounded and a failure says what was missing. */
export async function until(what, ask, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (why) {
      last = why;
    }
    if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${what}${last ? ` (${last.message})` : ""}`);
    await pause(40);
  }
}

export function pause(milliseconds) {
  return new Promise((wake) => setTimeout(wake, milliseconds));
}

/** Runs the script, lets go of everything it took, prints the count and ends. */
export async function run(body) {
  const held = [];
  const hold = (release) => held.push(release);
  try {
    await body(hold);
  } catch (why) {
    if (!(why instanceof Stop)) {
      failed += 1;
      console.log(`not ok ${why?.stack ?? why}`);
    }
  }
  for (const release of held.reverse()) {
    try {
      await release();
    } catch (why) {
      console.log(`# while clearing up: ${why}`);
    }
  }
  console.log(`\n${passed} passed, ${failed + short} failed`);
  for (const line of figures) console.log(line);
  // Told apart, because a screen may be late on a busy machine, and a figure that is short stays so.
  process.exit(short > 0 ? 1 : failed > 0 ? UNFINISHED : 0);
}

class Stop extends Error {}
