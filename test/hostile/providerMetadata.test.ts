import { growthOf } from "./countSteps.js";
import { MockImageModelV4 } from "ai/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { body, createTestBackend, createImage, succeed } from "../server/testBackend.js";

// The SDK would print each warning.
const printed = globalThis.AI_SDK_LOG_WARNINGS;
beforeAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
});
afterAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = printed;
});

type Answer = Awaited<ReturnType<MockImageModelV4["doGenerate"]>>;

/** Draws with a provider that tells all this beside its image. */
async function draw(metadata: unknown, warnings: unknown[] = []) {
  const model = new MockImageModelV4({
    doGenerate: async () =>
      ({
        images: [await createImage(64, 64)],
        warnings,
        providerMetadata: { some: metadata },
        response: { timestamp: new Date(), modelId: "mock", headers: {} },
      }) as unknown as Answer,
  });
  const backend = createTestBackend({ imageModels: { some: { model } } });
  return succeed(await backend.post("/generations", body()));
}

const deep = (levels: number): unknown =>
  levels === 0 ? { revisedPrompt: "found" } : { more: deep(levels - 1) };

describe("what a provider tells beside its image", () => {
  it("is read, within bounds", async () => {
    expect((await draw({ images: [{ revisedPrompt: "A fox" }] })).stages?.revised).toBe("A fox");
    expect((await draw({ images: [{ revisedPrompt: "𝄞".repeat(500_000) }] })).stages?.revised).toHaveLength(
      32_000,
    );
    expect(
      (await draw({ images: [{ revisedPrompt: `a${"𝄞".repeat(500_000)}` }] })).stages?.revised,
    ).toHaveLength(31_999);
    expect((await draw({ images: [], ...Object(deep(500)) })).stages?.revised).toBeNull();
    const late = [...Array<object>(20_000).fill({ other: 1 }), { revisedPrompt: "late" }];
    expect((await draw({ images: late })).stages?.revised).toBeNull();
  });

  it("is one warning, however often the provider warns", async () => {
    const { warnings = [] } = await draw(
      { images: [] },
      Array<unknown>(500).fill({ type: "unsupported", feature: "size" }),
    );
    expect(warnings.filter(({ code }) => code === "unsupported_setting")).toHaveLength(1);
  });

  it.each<[string, (size: number) => unknown]>([
    ["a list", (size) => ({ images: Array<object>(size).fill({ other: 1 }) })],
    ["lists in lists", (size) => ({ images: Array<number[][]>(size).fill([[1], [2]]) })],
    [
      "members",
      (size) => ({
        images: [],
        ...Object.fromEntries(Array.from({ length: size }, (_, at) => [`m${at}`, at])),
      }),
    ],
    ["a long name", (size) => ({ images: [], ["nsfw_".repeat(size)]: true })],
    ["depth", (size) => ({ images: [], ...Object(deep(size)) })],
  ])("grows by no more than %s", async (_, make) => {
    const made = new Map([400, 1600].map((size) => [size, make(size)]));
    expect(await growthOf((size) => draw(made.get(size)), 400)).toBeLessThan(8);
  });
});
