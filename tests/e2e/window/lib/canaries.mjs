// Words that occur nowhere else, planted to be looked for.

import { randomInt } from "node:crypto";

const BIRDS = ["까나리아", "канарейка", "zqcanary"];

/** So many different words, in Korean, Russian and English by turns. */
export function canaries(count, mark) {
  return Array.from({ length: count }, (_, number) => `${BIRDS[number % 3]}${mark}${number}x${digits(12)}`);
}

export function digits(count) {
  return Array.from({ length: count }, () => randomInt(10)).join("");
}
