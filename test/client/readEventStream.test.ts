import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createEventParser, readEventStream } from "../../src/client/wire/readEventStream.js";

function parse(text: string, pieceLength = text.length) {
  const parser = createEventParser();
  const events = [];
  for (let at = 0; at < text.length; at += pieceLength)
    events.push(...parser.push(text.slice(at, at + pieceLength)));
  return events;
}

describe("createEventParser", () => {
  it.each<[string, string, { event: string; data: string }[]]>([
    ["a plain event", "event: a\ndata: 1\n\n", [{ event: "a", data: "1" }]],
    ["an event without a name", "data: 1\n\n", [{ event: "message", data: "1" }]],
    ["data over several lines", "data: 1\ndata:2\ndata\n\n", [{ event: "message", data: "1\n2\n" }]],
    ["only one space after the colon taken off", "data:  x\n\n", [{ event: "message", data: " x" }]],
    [
      "comments and unknown fields",
      ": beat\nid: 7\nretry: 1\ndata: 1\n:\n\n",
      [{ event: "message", data: "1" }],
    ],
    ["an event without data, which is none", "event: a\n\ndata: 2\n\n", [{ event: "message", data: "2" }]],
    ["an event that never ends, which is none", "data: 1\n", []],
    [
      "CR, CRLF and LF mixed",
      "event: a\rdata: 1\r\n\r\ndata: 2\n\r",
      [
        { event: "a", data: "1" },
        { event: "message", data: "2" },
      ],
    ],
  ])("reads %s, whole or character by character", (_name, text, expected) => {
    expect(parse(text)).toEqual(expected);
    expect(parse(text, 1)).toEqual(expected);
  });

  it("reads the same whatever the pieces are", () => {
    const line = fc.constantFrom(
      "event: a",
      "event: b",
      "data: x",
      "data:",
      'data: {"k":"狐"}',
      ": beat",
      "",
      "odd",
    );
    const ending = fc.constantFrom("\n", "\r", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(line, ending)), fc.integer({ min: 1, max: 9 }), (lines, pieceLength) => {
        const text = lines.map((pair) => pair.join("")).join("");
        expect(parse(text, pieceLength)).toEqual(parse(text));
      }),
    );
  });

  it("reads a huge event that comes in small pieces in linear time", () => {
    const parser = createEventParser();
    const piece = "A".repeat(1000);
    parser.push("data: ");
    for (let i = 0; i < 20_000; i += 1) parser.push(piece);
    expect(parser.push("\n\n")[0]?.data.length).toBe(20_000_000);
  });

  it("gives up on an event above the limit, but not on a long life of heartbeats", () => {
    const parser = createEventParser(100);
    for (let i = 0; i < 100; i += 1) parser.push(": beat beat beat\n\n");
    for (let i = 0; i < 100; i += 1) parser.push(": beat beat beat\n");
    expect(parser.push("data: 1\n\n")).toHaveLength(1);
    parser.push("data: " + "A".repeat(90));
    expect(() => parser.push("A".repeat(10))).toThrow(RangeError);
  });
});

describe("readEventStream", () => {
  /** Takes the first event of a body and leaves. */
  async function takeFirst(body: ReadableStream<Uint8Array>) {
    for await (const event of readEventStream(body, { signal: new AbortController().signal }))
      return event.data;
    return undefined;
  }
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("reads a body to its end when its reader has enough, so that no request counts as aborted", async () => {
    const cancel = vi.fn();
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(bytes(pulled === 1 ? "data: 1\n\n" : ": beat\n"));
          if (pulled === 4) controller.close();
        },
        cancel,
      },
      { highWaterMark: 0 },
    );
    expect(await takeFirst(body)).toBe("1");
    await vi.waitFor(() => expect(pulled).toBe(4));
    expect(cancel).not.toHaveBeenCalled();
  });

  it("lets go of a body that goes on and on", async () => {
    const cancel = vi.fn();
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
      controller.enqueue(bytes(`data: 1\n\n${": beat\n".repeat(2000)}`));
    expect(await takeFirst(new ReadableStream<Uint8Array>({ pull, cancel }))).toBe("1");
    await vi.waitFor(() => expect(cancel).toHaveBeenCalled());
  });

  it("lets go of a body that falls silent without an end", async () => {
    const cancel = vi.fn();
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) =>
      controller.enqueue(bytes("data: 1\n\n"));
    expect(await takeFirst(new ReadableStream<Uint8Array>({ start, cancel }))).toBe("1");
    await vi.waitFor(() => expect(cancel).toHaveBeenCalled(), { timeout: 10_000 });
  });

  it("lets go at once of a body that breaks or that nobody waits for any more", async () => {
    const cancel = vi.fn();
    const controller = new AbortController();
    const body = new ReadableStream<Uint8Array>({ cancel });
    const reading = readEventStream(body, { signal: controller.signal }).next();
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("ends with the signal's reason while nothing comes", async () => {
    const controller = new AbortController();
    const body = new ReadableStream<Uint8Array>({});
    const reading = readEventStream(body, { signal: controller.signal }).next();
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
  });
});
