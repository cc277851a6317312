import type { CallReader } from "./CallReader.ts";

/** Reads a connection of Redis: each command is a call. Scripts count as one; Redis itself tells what ran inside. */
export function readRedis(tell: (kind: string) => void): CallReader {
  let rest: Buffer = Buffer.alloc(0);
  return {
    sent(chunk) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let command = readCommand(rest); command; command = readCommand(rest)) {
        tell(command.name);
        rest = rest.subarray(command.end);
      }
    },
    received: () => undefined,
    // A worker waits for its next job all the time.
    isWaiting: () => false,
  };
}

const LINE_END = "\r\n";

/** The first command, an array of texts, once it is there as a whole. */
function readCommand(bytes: Buffer): { readonly name: string; readonly end: number } | null {
  const lineEnd = bytes.indexOf(LINE_END);
  if (lineEnd < 0) return null;
  const count = Number(bytes.toString("latin1", 1, lineEnd));
  let name = "";
  let at = lineEnd + 2;
  for (let index = 0; index < count; index += 1) {
    const lengthEnd = bytes.indexOf(LINE_END, at);
    if (lengthEnd < 0) return null;
    const end = lengthEnd + 2 + Number(bytes.toString("latin1", at + 1, lengthEnd));
    if (bytes.length < end + 2) return null;
    if (index === 0) name = bytes.toString("latin1", lengthEnd + 2, end).toUpperCase();
    at = end + 2;
  }
  return { name, end: at };
}
