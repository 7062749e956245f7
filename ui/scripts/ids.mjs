// Writes src/i18n/ids.ts: every message of the screen with the variables it takes, from locales/en.
// With --check it writes nothing and fails when the file is stale.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';

const words = new URL('../../locales/en/', import.meta.url);
const target = new URL('../src/i18n/ids.ts', import.meta.url);
// The command line and the pack author read these two; the screen does not.
const elsewhere = ['cli.ftl', 'pack.ftl'];

/** Collects the names of the variables anywhere below a node of a parsed message. */
function variables(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((child) => variables(child, found));
  else if (node && typeof node === 'object') {
    if (node.type === 'var') found.add(node.name);
    Object.values(node).forEach((child) => variables(child, found));
  }
  return found;
}

const lines = [];
for (const file of readdirSync(words).filter((name) => name.endsWith('.ftl') && !elsewhere.includes(name)).sort()) {
  for (const message of new FluentResource(readFileSync(new URL(file, words), 'utf8')).body) {
    const names = [...variables([message.value, message.attributes])].sort();
    lines.push(`  '${message.id}': ${names.length ? `{ ${names.map((name) => `${name}: Value`).join('; ')} }` : 'null'};`);
  }
}
const text = `// Made by \`npm run ids\` from locales/en. Do not edit.

export type Value = string | number;

export interface Messages {
${lines.join('\n')}
}
`;

let there = '';
try {
  there = readFileSync(target, 'utf8');
} catch {
  // It is written for the first time.
}
if (there !== text) {
  if (process.argv.includes('--check')) {
    console.error('src/i18n/ids.ts is stale: run `npm run ids`');
    process.exit(1);
  }
  writeFileSync(target, text);
}
