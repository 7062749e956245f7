// The virtual screen spoken to directly, for figures in milliseconds: a key or a click is sent without starting
// a program for it, and the screen is looked at every two milliseconds or so.
//
// Just the few requests that are needed, of the X protocol and its extension XTEST, over the server's own socket.

import { connect } from "node:net";

const GET_IMAGE = 73;
const QUERY_EXTENSION = 98;
const [KEY_PRESS, KEY_RELEASE, BUTTON_PRESS, BUTTON_RELEASE, MOTION] = [2, 3, 4, 5, 6];
/** Where Escape is on the keyboard of a virtual screen. */
export const ESCAPE = 9;

export class XServer {
  /** Connects to a display, such as ":99". */
  static async open(display, hold) {
    const socket = connect(`/tmp/.X11-unix/X${display.replace(/\D/g, "")}`);
    hold(() => socket.destroy());
    const server = new XServer(socket);
    const hello = Buffer.alloc(12);
    hello.write("l");
    hello.writeUInt16LE(11, 2);
    socket.write(hello);
    const head = await server.#take(8);
    if (head[0] !== 1) throw new Error("the screen refuses the connection");
    const setup = await server.#take(head.readUInt16LE(6) * 4);
    const [vendor, formats] = [setup.readUInt16LE(16), setup[21]];
    server.root = setup.readUInt32LE(32 + Math.ceil(vendor / 4) * 4 + formats * 8);
    server.xtest = await server.#extension("XTEST");
    return server;
  }

  #waiting = Buffer.alloc(0);
  #wake = () => {};

  constructor(socket) {
    this.socket = socket;
    socket.on("data", (data) => {
      this.#waiting = Buffer.concat([this.#waiting, data]);
      this.#wake();
    });
  }

  /** Presses and lets go of a key, by its code. */
  key(code) {
    this.socket.write(Buffer.concat([this.#fake(KEY_PRESS, code), this.#fake(KEY_RELEASE, code)]));
  }

  /** Presses one key while another is held. */
  chord(held, code) {
    this.socket.write(Buffer.concat([[KEY_PRESS, held], [KEY_PRESS, code], [KEY_RELEASE, code], [KEY_RELEASE, held]].map(([type, key]) => this.#fake(type, key))));
  }

  /** Moves the pointer. */
  move(x, y) {
    this.socket.write(this.#fake(MOTION, 0, Math.round(x), Math.round(y)));
  }

  /** Presses and lets go of the first button, where the pointer is. */
  press() {
    this.socket.write(Buffer.concat([this.#fake(BUTTON_PRESS, 1), this.#fake(BUTTON_RELEASE, 1)]));
  }

  /** True if each of some rows of a part of the screen has one colour alone: nothing can be read there. */
  async isBlank({ x, y, width, height }, rows = 12) {
    const step = Math.floor(height / rows);
    for (let row = 0; row < rows; row += 1) this.socket.write(this.#image(x, y + row * step + (step >> 1), width));
    let blank = true;
    for (let row = 0; row < rows; row += 1) {
      const pixels = await this.#reply();
      const first = pixels.subarray(0, 4);
      for (let at = 4; at < pixels.length && blank; at += 4) blank = pixels.readUInt32LE(at) === first.readUInt32LE(0);
    }
    return blank;
  }

  #image(x, y, width) {
    const request = Buffer.alloc(20);
    request[0] = GET_IMAGE;
    request[1] = 2;
    request.writeUInt16LE(5, 2);
    request.writeUInt32LE(this.root, 4);
    request.writeInt16LE(x, 8);
    request.writeInt16LE(y, 10);
    request.writeUInt16LE(width, 12);
    request.writeUInt16LE(1, 14);
    request.writeUInt32LE(0xffffffff, 16);
    return request;
  }

  #fake(type, detail, x = 0, y = 0) {
    const request = Buffer.alloc(36);
    request[0] = this.xtest;
    request[1] = 2;
    request.writeUInt16LE(9, 2);
    request[4] = type;
    request[5] = detail;
    if (type === MOTION) request.writeUInt32LE(this.root, 12);
    request.writeInt16LE(x, 24);
    request.writeInt16LE(y, 26);
    return request;
  }

  async #extension(name) {
    const request = Buffer.alloc(8 + Math.ceil(name.length / 4) * 4);
    request[0] = QUERY_EXTENSION;
    request.writeUInt16LE(request.length / 4, 2);
    request.writeUInt16LE(name.length, 4);
    request.write(name, 8);
    this.socket.write(request);
    const head = await this.#take(32);
    if (head[8] !== 1) throw new Error(`the screen has no ${name}`);
    return head[9];
  }

  /** The data of the next reply. */
  async #reply() {
    for (;;) {
      const head = await this.#take(32);
      if (head[0] === 0) throw new Error(`the screen refuses a request: error ${head[1]}`);
      if (head[0] === 1) return this.#take(head.readUInt32LE(4) * 4);
    }
  }

  async #take(length) {
    while (this.#waiting.length < length) await new Promise((wake) => (this.#wake = wake));
    const taken = this.#waiting.subarray(0, length);
    this.#waiting = this.#waiting.subarray(length);
    return taken;
  }
}
