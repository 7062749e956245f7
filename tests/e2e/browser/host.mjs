// The test host: serves ui/dist to a real browser and hands its commands to the real core.
//
// `POST /api {command, request}` becomes a line for one `durumi batch`, and its line the answer:
// `{reply}` or `{failure}`. The policy is the window's own, so that what it would block is seen here too.
// By itself: `node host.mjs [DATA_FOLDER]` prints an address to open by hand.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const PAGES = join(ROOT, 'ui/dist');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** The window's policy, but that commands go to this host instead of to Tauri. */
async function policy() {
  const window = JSON.parse(await readFile(join(ROOT, 'src-tauri/tauri.conf.json'), 'utf8'));
  return window.app.security.csp.replace(/connect-src [^;]*/, "connect-src 'self'");
}

const GONE = { failure: { kind: 'internal' } };

/** One `durumi batch`. */
class Core {
  #waiting = new Map();
  #number = 0;
  #gone = false;

  constructor(data, home) {
    const binary = process.env.DURUMI ?? join(ROOT, 'target/debug/durumi');
    this.process = spawn(binary, [...(data ? ['--data', data] : []), 'batch'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...(home && { HOME: home }) },
    });
    // Whoever waits, or asks later, is told; a test must not hang on a core that is gone.
    this.ended = new Promise((done) => {
      this.process.on('exit', done);
      this.process.on('error', (why) => {
        console.error(`the core does not start: ${why.message}`);
        done();
      });
    }).then(() => {
      this.#gone = true;
      this.#waiting.forEach((answer) => answer(GONE));
    });
    this.process.stdin.on('error', () => undefined);
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      const { id, ...answer } = JSON.parse(line);
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
  }

  ask({ command, request }) {
    if (this.#gone) return GONE;
    this.#number += 1;
    const id = this.#number;
    return new Promise((answer) => {
      this.#waiting.set(id, answer);
      this.process.stdin.write(`${JSON.stringify({ id, command, request })}\n`);
    });
  }

  async stop() {
    this.process.stdin.end();
    await this.ended;
  }
}

/**
 * Starts a host. `commands` sees every command before the core does and may answer in its place.
 * @param {{ data?: string, home?: string, commands?: (asked: { command: string, request: object }) => object | undefined }} options
 */
export async function startHost({ data, home, commands } = {}) {
  const core = new Core(data, home);
  const csp = await policy();
  const server = createServer((asked, answer) => {
    serve(asked, answer).catch((why) => answer.writeHead(500).end(String(why)));
  });

  async function serve(asked, answer) {
    if (asked.method === 'POST' && asked.url === '/api') {
      const pieces = [];
      for await (const piece of asked) pieces.push(piece);
      const wanted = JSON.parse(Buffer.concat(pieces).toString('utf8'));
      const reply = (await commands?.(wanted)) ?? (await core.ask(wanted));
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
      return;
    }
    const path = normalize(decodeURIComponent(new URL(asked.url, 'http://host').pathname));
    const file = join(PAGES, path === '/' ? 'index.html' : path);
    const body = await readFile(file).catch(() => null);
    if (body === null) answer.writeHead(404).end();
    else answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': csp }).end(body);
  }

  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await core.stop();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const host = await startHost({ data: process.argv[2] });
  console.log(host.url);
}
