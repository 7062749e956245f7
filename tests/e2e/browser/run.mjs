// The screen in a real browser, over the real core. `node run.mjs [PART OF A TEST'S NAME]`
//
// Needs ui/dist (npm run build), target/debug/durumi (or DURUMI) and a Chromium (or CHROMIUM).

import { finish } from './lib/check.mjs';
import { closeBrowser } from './lib/person.mjs';

for (const part of ['main-job', 'easy', 'cards', 'hiding', 'typing', 'searching', 'notebook', 'safety', 'waiting', 'vault', 'backup', 'failures', 'keyboard-only', 'updating', 'syncing', 'changes', 'volunteer', 'labels', 'deadlines', 'every-screen']) {
  await import(`./${part}.mjs`);
}
await closeBrowser();
finish();
