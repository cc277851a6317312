import type { CallReader } from "./CallReader.ts";
import { nameStatement } from "./nameStatement.ts";

/**
 * Reads a connection of PostgreSQL's protocol without TLS: each Execute is a call, and each simple Query. Text that was
 * prepared once is known by its name from then on.
 */
export function readPostgres(tell: (kind: string) => void): CallReader {
  const statements = new Map<string, string>();
  const portals = new Map<string, string>();
  // The startup is answered as a statement is.
  let asked = 1;
  let answered = 0;
  const read: Readonly<Record<string, (payload: Buffer) => void>> = {
    P: (payload) => {
      const [name = "", sql = ""] = readTexts(payload, 2);
      statements.set(name, nameStatement(sql));
    },
    B: (payload) => {
      const [portal = "", name = ""] = readTexts(payload, 2);
      portals.set(portal, statements.get(name) ?? "unknown");
    },
    E: (payload) => tell(portals.get(readTexts(payload, 1)[0] ?? "") ?? "unknown"),
    Q: (payload) => {
      asked += 1;
      tell(nameStatement(readTexts(payload, 1)[0] ?? ""));
    },
    S: () => {
      asked += 1;
    },
  };
  return {
    sent: splitFrames(true, (type, payload) => read[type]?.(payload)),
    received: splitFrames(false, (type) => {
      if (type === "Z") answered += 1;
    }),
    isWaiting: () => asked > answered,
  };
}

/** Splits a stream into its frames: a letter, the length in four bytes, the rest. A client's first has no letter. */
function splitFrames(
  startsBare: boolean,
  tell: (type: string, payload: Buffer) => void,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let letters = startsBare ? 0 : 1;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= letters + 4) {
      const end = letters + rest.readUInt32BE(letters);
      if (rest.length < end) return;
      tell(rest.toString("latin1", 0, letters), rest.subarray(letters + 4, end));
      rest = rest.subarray(end);
      letters = 1;
    }
  };
}

/** Reads texts that end with a zero byte. */
function readTexts(payload: Buffer, count: number): string[] {
  const texts: string[] = [];
  for (let start = 0; texts.length < count;) {
    const end = payload.indexOf(0, start);
    texts.push(payload.toString("utf8", start, end));
    start = end + 1;
  }
  return texts;
}
