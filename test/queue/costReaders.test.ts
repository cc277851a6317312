import { describe, expect, it } from "vitest";
import type { OpenReader } from "./costs/CallReader.ts";
import { nameStatement } from "./costs/nameStatement.ts";
import { readPostgres } from "./costs/readPostgres.ts";
import { readRedis } from "./costs/readRedis.ts";

/** Calls that a reader tells of, whatever the pieces are in which the bytes come. */
function callsOf(openReader: OpenReader, bytes: Buffer, pieceBytes: number): string[] {
  const calls: string[] = [];
  const reader = openReader((kind) => calls.push(kind));
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.sent(bytes.subarray(at, at + pieceBytes));
  return calls;
}

/** A frame of PostgreSQL's protocol. */
function frame(type: string, ...texts: readonly string[]): Buffer {
  const payload = Buffer.from(texts.map((text) => `${text}\0`).join(""));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(payload.length + 4);
  return Buffer.concat([Buffer.from(type), length, payload]);
}

describe.each([1, 7, 100_000])("bytes in pieces of %d", (pieceBytes) => {
  it("are read as statements, those prepared before too", () => {
    const bytes = Buffer.concat([
      frame("", "user", "postgres"),
      frame("P", "", 'SELECT record FROM "a".runs WHERE place = $1'),
      frame("B", "", "", "x".repeat(300)),
      frame("E", ""),
      frame("S"),
      frame("P", "named", "UPDATE a.runs SET record = $1"),
      frame("B", "", "named"),
      frame("E", ""),
      frame("B", "", "named"),
      frame("E", ""),
      frame("S"),
      frame("Q", "LISTEN channel"),
    ]);
    expect(callsOf(readPostgres, bytes, pieceBytes)).toEqual([
      "SELECT runs",
      "UPDATE runs",
      "UPDATE runs",
      "LISTEN",
    ]);
  });

  it("are read as commands, whatever their values hold", () => {
    const bytes = Buffer.from(
      "*2\r\n$3\r\nget\r\n$6\r\n*1\r\n$4\r\n*3\r\n$4\r\nEVAL\r\n$0\r\n\r\n$1\r\n0\r\n",
    );
    expect(callsOf(readRedis, bytes, pieceBytes)).toEqual(["GET", "EVAL"]);
  });
});

describe("a reader of PostgreSQL", () => {
  it("waits from each question to its answer", () => {
    const reader = readPostgres(() => undefined);
    expect(reader.isWaiting()).toBe(true);
    reader.received(frame("Z", ""));
    expect(reader.isWaiting()).toBe(false);
    reader.sent(Buffer.concat([frame("", "user"), frame("Q", "SELECT 1"), frame("S")]));
    reader.received(frame("Z", ""));
    expect(reader.isWaiting()).toBe(true);
    reader.received(frame("Z", ""));
    expect(reader.isWaiting()).toBe(false);
  });
});

describe("the name of a statement", () => {
  it.each([
    ["SELECT record FROM a.keys JOIN a.runs ON true", "SELECT keys"],
    ["-- Adds a job.\nSELECT add_job(\n  $1, $2)", "SELECT add_job()"],
    ["SELECT id FROM get_range($1) AS t(id)", "SELECT get_range()"],
    ['WITH c AS (\n INSERT INTO "a".keys AS held (place) VALUES ($1)) SELECT 1', "INSERT keys"],
    ["DELETE FROM a.runs WHERE true", "DELETE runs"],
    ["SELECT pg_notify($1, $2)", "SELECT pg_notify()"],
    ["BEGIN", "BEGIN"],
  ])("says what %j does", (sql, name) => {
    expect(nameStatement(sql)).toBe(name);
  });
});
