import { connect } from "node:net";

const QUERY_TREE = 15;
const GET_GEOMETRY = 14;
const WARP_POINTER = 41;
const SET_INPUT_FOCUS = 42;

/**
 * Gives the keyboard's focus of an X screen to its largest window, as a window manager does, and puts the screen's own
 * pointer into the farthest corner, where it moves over no page. Without focus, `:focus` matches nothing.
 *
 * @param display Name of the screen, as ":1".
 */
export async function focusWindow(display: string): Promise<void> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  try {
    const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    let left = Buffer.alloc(0);
    const read = async (length: number) => {
      while (left.length < length) {
        const { value, done } = await chunks.next();
        if (done) throw new Error(`The screen ${display} has closed.`);
        left = Buffer.concat([left, value]);
      }
      const taken = left.subarray(0, length);
      left = left.subarray(length);
      return taken;
    };
    const send = (code: number, ...words: readonly number[]) => {
      const request = Buffer.alloc(4 + 4 * words.length);
      request.writeUInt8(code, 0);
      request.writeUInt16LE(request.length / 4, 2);
      words.forEach((word, at) => request.writeUInt32LE(word, 4 + 4 * at));
      socket.write(request);
    };
    const ask = async (code: number, window: number) => {
      send(code, window);
      const head = await read(32);
      if (head[0] !== 1) throw new Error(`The screen ${display} refused request ${code}.`);
      return Buffer.concat([head, await read(4 * head.readUInt32LE(4))]);
    };

    // "l": numbers are little-endian; version 11.0; no name and no secret.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const head = await read(8);
    if (head[0] !== 1) throw new Error(`The screen ${display} lets nobody in.`);
    const setup = await read(4 * head.readUInt16LE(6));
    const vendor = setup.readUInt16LE(16);
    const root = setup.readUInt32LE(32 + 4 * Math.ceil(vendor / 4) + 8 * setup.readUInt8(21));

    const tree = await ask(QUERY_TREE, root);
    let largest = { window: 0, area: 0 };
    for (let at = 32; at < tree.length; at += 4) {
      const window = tree.readUInt32LE(at);
      const geometry = await ask(GET_GEOMETRY, window);
      const area = geometry.readUInt16LE(16) * geometry.readUInt16LE(18);
      if (area > largest.area) largest = { window, area };
    }
    const screen = await ask(GET_GEOMETRY, root);
    send(WARP_POINTER, 0, root, 0, 0, screen.readUInt32LE(16) - 0x1_0001);
    send(SET_INPUT_FOCUS, largest.window, 0);
    await ask(GET_GEOMETRY, root);
  } finally {
    socket.destroy();
  }
}
