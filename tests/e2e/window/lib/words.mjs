// The words on the screen, from locales/, so that the tests name controls as a person reads them.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The messages of a language that are plain text, by id. Asking for any other is a mistake in the test. */
export function wordsOf(language) {
  const folder = join("locales", language);
  const messages = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
    for (const [, id, text] of readFileSync(join(folder, file), "utf8").matchAll(/^([a-z][\w-]*) *= *(.+)$/gm)) {
      messages.set(id, text.trim());
    }
  }
  return (id) => {
    const text = messages.get(id);
    if (text === undefined || text.includes("{")) throw new Error(`locales/${language} has no plain message ${id}`);
    return text;
  };
}
