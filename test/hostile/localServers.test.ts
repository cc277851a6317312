import { connect } from "node:net";
import { afterAll, describe, expect, it, vi } from "vitest";
import { createGenerationWorker } from "image-generation-node/server/queue";
import { memoryStorage } from "image-generation-node/server";
import { formatReport, formatResult } from "../../src/cli/check/formatReport.js";
import { escapeControls } from "../../src/cli/escapeControls.js";
import { listen } from "../../src/cli/listen.js";
import { createMockProvider } from "../../src/cli/mock-provider/createMockProvider.js";
import { readJobId } from "../../src/server/queue/readJobId.js";
import { fromMessage } from "../../src/server/queue/channels/runMessages.js";

describe("a server of the command line", async () => {
  const handler = vi.fn(createMockProvider().handler);
  const server = await listen(handler);
  const { port } = new URL(server.origin);
  afterAll(() => server.close());

  const ask = (lines: readonly string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1");
      let text = "";
      socket.on("data", (data) => (text += String(data)));
      socket.once("close", () => resolve(text.split("\r\n")[0] ?? ""));
      socket.once("error", reject);
      socket.end(`${lines.join("\r\n")}\r\n\r\n`);
    });
  const get = (host: string, target = "/calls") =>
    ask([`GET ${target} HTTP/1.1`, `Host: ${host}`, "Connection: close"]);

  it.each(["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "app.localhost", `localhost:4400`])(
    "answers %s",
    async (host) => {
      expect(await get(host)).toMatch(/ 200 /);
    },
  );

  it.each([
    "evil.example",
    "evil.example:4400",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "localhost@evil.example",
    "evil.example/localhost",
    "notlocalhost",
    "127.0.0.2",
    "0.0.0.0",
    "2130706433",
    "[::ffff:127.0.0.1]",
    "localhost:1:2",
    "10.0.0.1",
    "",
    ".".repeat(8_000),
    `${"a.".repeat(4_000)}localhost`,
  ])("refuses %s and asks nobody", async (host) => {
    handler.mockClear();
    expect(await get(host)).toMatch(/ 40[03] /);
    expect(handler).not.toHaveBeenCalled();
  });

  it("refuses a request without a host, and an address of another server", async () => {
    handler.mockClear();
    expect(await ask(["GET /calls HTTP/1.0"])).toMatch(/ 403 /);
    expect(await get("localhost", "http://evil.example/calls")).toMatch(/ 400 /);
    expect(await get("localhost", "*")).toMatch(/ 400 /);
    expect(handler).not.toHaveBeenCalled();
  });
});

describe("what a server says to `check`", () => {
  const base = { name: "n", clause: "c", level: "L0", billable: false, milliseconds: 1 } as const;
  const ESC = "\u001b";

  it.each([
    `${ESC}[2J`,
    `${ESC}]0;title\u0007`,
    "\u009b31m",
    "\r✓ L0 all is well",
    "\u202etxt.exe",
    "a\u2028b",
    "\u0000\b\b\b",
    "\u{e0041}",
  ])("steers no terminal: %j", (said) => {
    const texts = [
      formatResult({ ...base, outcome: "failed", reason: said }),
      formatReport({
        url: "u",
        level: "L0",
        allowSpend: true,
        stopped: null,
        results: [{ ...base, outcome: "unproven", reason: said }],
      }),
      escapeControls(JSON.stringify({ said })),
    ];
    for (const text of texts) expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    expect(JSON.parse(texts[2] ?? "")).toEqual({ said });
  });

  it("passes for no line of the report", () => {
    const text = formatResult({ ...base, outcome: "failed", reason: "no\n✓ L2 everything" });
    expect(text.split("\n").filter((line) => line.startsWith("✓"))).toEqual([]);
  });
});

describe("a message of a queue", () => {
  const nobodys: unknown[] = [
    null,
    undefined,
    0,
    "gen_1",
    [],
    {},
    { id: null },
    { id: "" },
    { id: 5 },
    { id: {} },
  ];

  it.each(nobodys.map((data) => [data]))("that is %j is no job", (data) => {
    expect(() => readJobId(data)).toThrow(/left alone/);
    expect(readJobId({ id: "gen_1" })).toBe("gen_1");
  });

  it("without an id leaves the worker's store alone", async () => {
    const find = vi.fn(async () => null);
    const runs = { find } as unknown as Parameters<typeof createGenerationWorker>[0]["runs"];
    const worker = createGenerationWorker({
      imageModels: {},
      storage: memoryStorage(),
      runs,
      publicUrl: "https://example.test/",
    });
    for (const id of [null, undefined, 0, {}, [], ""]) await worker.execute(id as unknown as string);
    expect(find).not.toHaveBeenCalled();
    await worker.execute("gen_unknown");
    expect(find).toHaveBeenCalledTimes(1);
  });

  it.each([
    "null",
    "5",
    "[]",
    "not JSON",
    '{"event":"stage"}',
    '{"event":"stage","data":null}',
    '{"event":"started","data":{"id":""}}',
    '{"event":"result","data":{"id":"forged"}}',
    '{"event":"error","data":{}}',
    '{"event":"partial_image","data":{"b64":"x"}}',
    '{"event":"constructor"}',
  ])("on a channel tells nothing of its own: %s", async (text) => {
    expect(await fromMessage(text, async () => null)).toBeNull();
  });
});
