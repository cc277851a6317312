import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "image-generation-node/contract/openapi";
import { REFUSALS, askMock } from "./askMock.js";

interface Answer {
  asked: string;
  status: number;
  headers: Record<string, string>;
  body: string;
}

const file = new URL("../fixtures/mock-answers/answers.json", import.meta.url);
const answers = JSON.parse(readFileSync(file, "utf8")) as Answer[];
const ORIGIN = "http://mock.test";

/** Answers as the mock did when it was asked the same. */
const replay: typeof fetch = async (input, init) => {
  const { url, method, headers } = new Request(input, init);
  const wishes = [headers.get("Accept"), headers.get("Prefer")].filter(Boolean).join(" | ");
  const asked = `${method} ${url.slice(ORIGIN.length)} ${wishes}`;
  const found = answers.find((answer) => answer.asked === asked);
  if (!found) throw new Error(`Nothing is recorded for ${asked}. Run: npm run check:openapi -- --write`);
  return new Response(found.body, { status: found.status, headers: found.headers });
};

describe("answers of a mock server that knows the document alone (npm run check:openapi -- --write)", () => {
  it("are answers that our client reads: JSON, an event stream, states, links and refusals by kind", async () => {
    const read = await askMock(ORIGIN, replay);
    expect(read).toMatchObject({ models: ["acme/painter-2"], status: "running" });
    expect(read.written).toContain("fox");
    expect(read.events[0]).toBe("started");
    expect(read.events).toEqual(expect.arrayContaining(["prompt", "partial_image", "result"]));
    expect(new Set(read.images).size).toBe(1);
    for (const kind of REFUSALS) expect(read.refused[kind]).toEqual([kind, kind === "rate_limited"]);
  });

  it("are the examples of the document as it is now", () => {
    const { examples } = openApiDocument().components as { examples: Record<string, { value: unknown }> };
    const values = Object.values(examples).map(({ value }) => JSON.stringify(value));
    for (const { asked, body, headers } of answers) {
      const isText = headers["content-type"]?.startsWith("text/event-stream") === true;
      expect([asked, values.includes(isText ? JSON.stringify(body) : body)]).toEqual([asked, true]);
    }
  });
});
