// The smallest test runner that can fail.

let passed = 0;
let failed = 0;

/**
 * Runs one test. Its name is a sentence that the test makes true.
 *
 * A browser on a machine that has other things to do may be later than any wait, so a test that fails is run once more.
 * What fails twice is broken.
 */
export async function test(name, body) {
  const wanted = process.argv[2];
  if (wanted && !name.includes(wanted)) return;
  const begun = Date.now();
  for (let tries = 1; ; tries += 1) {
    try {
      await body();
      passed += 1;
      console.log(`ok ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      return;
    } catch (why) {
      const said = String(why.stack ?? why).replaceAll('\n', '\n  ');
      if (tries === 1) {
        console.log(`once more: ${name}\n  ${said}`);
        continue;
      }
      failed += 1;
      console.log(`not ok ${name}\n  ${said}`);
      return;
    }
  }
}

/** Fails the test with these words unless it holds. */
export function expect(holds, words) {
  if (!holds) throw new Error(words);
}

export function same(found, wanted, words) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  expect(one === other, `${words}: found ${one}, wanted ${other}`);
}

/** Waits until `asked` gives something true, and returns it. */
export async function until(words, asked, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await asked();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 40));
  }
  throw new Error(`waited ${seconds} s for ${words}`);
}

/** The last line, and the exit code. */
export function finish() {
  if (passed + failed === 0) failed = 1;
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
}
