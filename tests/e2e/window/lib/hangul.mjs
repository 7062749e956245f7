// Korean through a real input method: ibus with its Hangul engine, on the desktop of the test.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { until } from "./check.mjs";
import { Desktop } from "./desktop.mjs";
import { runNow, start } from "./processes.mjs";

/** What a program needs in its environment to use the input method. Settings are kept in a file of the test's home. */
const ENVIRONMENT = { GTK_IM_MODULE: "ibus", XMODIFIERS: "@im=ibus", QT_IM_MODULE: "ibus", GSETTINGS_BACKEND: "keyfile" };

/** A desktop on which Hangul can be typed. */
export async function desktopWithHangul(name, hold, options = {}) {
  const desktop = await Desktop.start(name, hold, { ...options, extra: ENVIRONMENT });
  const { env } = desktop;
  mkdirSync(join(desktop.folders.home, ".config", "glib-2.0", "settings"), { recursive: true });
  runNow("gsettings", ["set", "org.freedesktop.ibus.general", "preload-engines", "['hangul']"], { env });
  // Hangul from the start and after Esc too, which by default switches to Latin: what is tested is
  // whether syllables get lost, not which script is on.
  runNow("gsettings", ["set", "org.freedesktop.ibus.engine.hangul", "initial-input-mode", "hangul"], { env });
  runNow("gsettings", ["set", "org.freedesktop.ibus.engine.hangul", "off-keys", ""], { env });
  const ibus = start("ibus-daemon", ["--xim", "--replace", "--panel", "disable"], { env });
  hold(ibus.stop);
  await until("the input method", () => (runNow("ibus", ["engine", "hangul"], { env }), true));
  await until("its Hangul engine", () => runNow("ibus", ["engine"], { env }).trim() === "hangul");
  return desktop;
}

const LEADS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const TAILS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

/** The two-set keyboard (두벌식): which keys a letter is made with. */
const KEYS = {
  ㄱ: "r", ㄲ: "R", ㄳ: "rt", ㄴ: "s", ㄵ: "sw", ㄶ: "sg", ㄷ: "e", ㄸ: "E", ㄹ: "f", ㄺ: "fr", ㄻ: "fa", ㄼ: "fq", ㄽ: "ft",
  ㄾ: "fx", ㄿ: "fv", ㅀ: "fg", ㅁ: "a", ㅂ: "q", ㅃ: "Q", ㅄ: "qt", ㅅ: "t", ㅆ: "T", ㅇ: "d", ㅈ: "w", ㅉ: "W", ㅊ: "c",
  ㅋ: "z", ㅌ: "x", ㅍ: "v", ㅎ: "g", ㅏ: "k", ㅐ: "o", ㅑ: "i", ㅒ: "O", ㅓ: "j", ㅔ: "p", ㅕ: "u", ㅖ: "P", ㅗ: "h",
  ㅘ: "hk", ㅙ: "ho", ㅚ: "hl", ㅛ: "y", ㅜ: "n", ㅝ: "nj", ㅞ: "np", ㅟ: "nl", ㅠ: "b", ㅡ: "m", ㅢ: "ml", ㅣ: "l",
};

const NAMES = { " ": "space", ".": "period", ",": "comma", "?": "question", "!": "exclam" };

/** The keys that a text is typed with, by their X names. */
export function keysFor(text) {
  return [...text].flatMap((character) => {
    const number = character.codePointAt(0) - 0xac00;
    if (number < 0 || number >= 11_172) return [NAMES[character] ?? character];
    const letters = [LEADS[Math.floor(number / 588)], VOWELS[Math.floor((number % 588) / 28)], TAILS[number % 28]];
    return letters.flatMap((letter) => [...(KEYS[letter] ?? "")]);
  });
}

/** How many syllables of one text the other lacks or has too many, counted from the first difference. */
export function syllablesOff(wanted, got) {
  const [one, other] = [[...wanted.normalize("NFC")], [...got.normalize("NFC")]];
  // The distance of Levenshtein: insertions, deletions and changes.
  let row = other.map((_, i) => i + 1);
  row.unshift(0);
  one.forEach((syllable, i) => {
    const next = [i + 1];
    other.forEach((there, j) => next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (syllable === there ? 0 : 1))));
    row = next;
  });
  return row[other.length];
}
