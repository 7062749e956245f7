// How fast the notebook is gone: when the screen is blank, and when the process that had the keys is no more.

import { readFileSync, readdirSync, readlinkSync } from "node:fs";

import { pause } from "./check.mjs";

/** Something that a process has for its whole life and another program in its place has not; empty when it has ended. */
export function life(pid) {
  try {
    // The kernel puts random bytes there at each start.
    return readFileSync(`/proc/${pid}/auxv`, "latin1");
  } catch {
    return "";
  }
}

/** True while the process has a notebook file open. */
export function hasNotebook(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return /\/notebook-[12]$/.test(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

/** Does `act` and measures, in milliseconds from then, when the area is blank and when the process is gone or replaced. */
export async function measure({ x, area, pid, act, patience = 8000 }) {
  const before = life(pid);
  const begun = performance.now();
  act();
  let [blank, gone] = [NaN, NaN];
  while (Number.isNaN(blank) || Number.isNaN(gone)) {
    const now = performance.now() - begun;
    if (now > patience) break;
    if (Number.isNaN(gone) && life(pid) !== before) gone = now;
    if (Number.isNaN(blank) && (await x.isBlank(area))) blank = performance.now() - begun;
    await pause(1);
  }
  return { blank, gone };
}

/** The value that so many of a hundred do not exceed; one that is missing counts as the largest. */
export function percentile(values, ofHundred) {
  const sorted = values.map((value) => (Number.isNaN(value) ? Infinity : value)).sort((a, b) => a - b);
  return Math.round(sorted[Math.min(Math.ceil((sorted.length * ofHundred) / 100) - 1, sorted.length - 1)] * 10) / 10;
}
