import { describe, expect, it } from "vitest";
import { looksLikeRefusal } from "../../src/server/stages/looksLikeRefusal.js";
import { shortenVariables } from "../../src/server/stages/shortenVariables.js";
import { body, createTestBackend, succeed } from "./testBackend.js";

const size = (value: unknown) => JSON.stringify(value).length;

describe("shortenVariables", () => {
  it("leaves alone what is small enough", () => {
    const variables = { a: { output: "x" } };
    expect(shortenVariables(variables, 100)).toEqual({ value: variables, from: 20, shortened: [] });
  });

  it("takes from the large what the small do not need", () => {
    const variables = {
      small: { output: "a fox" },
      large: { output: "x".repeat(5_000) },
      half: "y".repeat(300),
    };
    const { value, from, shortened } = shortenVariables(variables, 1_000);
    expect(value).toMatchObject({ small: variables.small, half: variables.half });
    expect(shortened).toEqual(["large"]);
    expect(from).toBe(size(variables));
    expect(size(value)).toBeLessThanOrEqual(1_000);
    expect(size(value)).toBeGreaterThan(900);
  });

  it("shares evenly among those that are all too large", () => {
    const many = Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, { text: name.repeat(9_000) }]));
    const { value, shortened } = shortenVariables(many, 4_000);
    const sizes = Object.values(value as typeof many).map(size);
    expect(shortened).toHaveLength(4);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(Math.min(...sizes)).toBeGreaterThan(900);
  });

  it("keeps the first items of a list, and says how many are missing", () => {
    const rows = Array.from({ length: 500 }, (_, row) => ({ row, name: `Lamp ${row}` }));
    const { value } = shortenVariables({ table: { output: rows } }, 800);
    const { output } = (value as { table: { output: unknown[] } }).table;
    expect(output[0]).toEqual(rows[0]);
    expect(output.at(-1)).toBe(`… ${500 - output.length + 1} more`);
    expect(size(value)).toBeLessThanOrEqual(900);
  });

  it("says how many members of a wide object are missing", () => {
    const wide = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`member${index}`, index]));
    const { value } = shortenVariables({ wide }, 1_000);
    expect((value as { wide: Record<string, unknown> }).wide["…"]).toMatch(/^\d+ more$/);
    expect(size(value)).toBeLessThanOrEqual(1_100);
  });

  it("cuts no character in half, and stays JSON", () => {
    for (let budget = 40; budget < 80; budget += 1) {
      const { value } = shortenVariables({ text: "🦊".repeat(200) }, budget);
      expect(JSON.stringify(value)).not.toMatch(/\\ud[89a-f]/i);
    }
  });

  it.each([
    ["deep", () => JSON.parse(`${'{"a":'.repeat(60)}"${"x".repeat(9_000)}"${"}".repeat(60)}`) as unknown],
    ["escaped", () => ({ a: '"\\\n'.repeat(3_000) })],
    ["a text alone", () => "x".repeat(9_000)],
    [
      "lists of lists",
      () => ({ a: Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => 7)) }),
    ],
  ])("bounds data that is %s", (_, make) => {
    expect(size(shortenVariables(make(), 2_000).value)).toBeLessThanOrEqual(2_200);
  });
});

describe("a writer", () => {
  it("gets at most its budget, and a warning names what was shortened", async () => {
    const backend = createTestBackend();
    const variables = { trigger: { output: "short" }, page: { output: "long ".repeat(20_000) } };
    const { warnings } = await succeed(
      await backend.post("/generations", body({ prompt: { mode: "auto" } }, { variables })),
    );
    expect(warnings).toMatchObject([
      { code: "variables_shortened", params: { sources: ["page"], to: 24_000 } },
    ]);
    expect(backend.prompts[0]?.variables).toMatchObject({ trigger: { output: "short" } });
    expect(size(backend.prompts[0]?.variables)).toBeLessThanOrEqual(24_000);
  });

  it("that answers with something else than text has written nothing", async () => {
    const backend = createTestBackend({ write: async () => ({ text: "A fox" }) as never });
    const response = await backend.post("/generations", body({ prompt: { mode: "auto" } }));
    expect(await response.json()).toMatchObject({ kind: "prompt_failed", charged: false });
    expect(backend.images).toEqual([]);
  });
});

describe("looksLikeRefusal", () => {
  it.each([
    "I'm sorry, but I can't help with that.",
    "I’m sorry, I cannot assist with this request.",
    "Sorry, I am unable to create such an image.",
    "I can't help with that request.",
    "I won't write a prompt for this.",
    "Unfortunately, I cannot generate this picture.",
  ])("knows %s", (text) => expect(looksLikeRefusal(text)).toBe(true));

  it.each([
    "A child who is sorry for a broken vase, soft light",
    'A sign that reads "I can\'t help falling in love", neon',
    "I cannot believe it: a retro poster of a surprised fox",
    "Sorry, we're closed: a wooden sign on a shop door",
    "A red fox in the snow",
    "",
  ])("takes %j for a prompt", (text) => expect(looksLikeRefusal(text)).toBe(false));
});
