import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { inProcessFetch } from "image-generation-node/testing";
import { createTestClient } from "../../client/faultServer.js";
import { BASE, body, createImage, createTestBackend } from "../testBackend.js";
import { blackForestLabs } from "./cases/blackForestLabs.js";
import { fal } from "./cases/fal.js";
import { fireworks } from "./cases/fireworks.js";
import { luma } from "./cases/luma.js";
import { replicate } from "./cases/replicate.js";
import { PROMPT, json } from "./ProviderCase.js";
import type { ProviderCase, Step } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";
import type { FakeProvider } from "./startFakeProvider.js";

type Answer = "good" | "cut" | 401 | 402 | 403 | 404 | 408 | 409 | 422 | 429 | 500 | 503;
const ANSWERS: readonly Answer[] = ["good", "cut", 401, 402, 403, 404, 408, 409, 422, 429, 500, 503];
/** The provider refused before it worked. */
const REFUSED = new Set<Answer>([401, 402, 403, 404, 422, 429]);

const answers = fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 6 });

afterEach(() => vi.unstubAllGlobals());

describe.each<[string, ProviderCase]>([
  ["Replicate", replicate],
  ["Fal", fal],
  ["Luma", luma],
  ["Black Forest Labs", blackForestLabs],
  ["Fireworks", fireworks],
])("one key, whatever %s answers", (_, provider) => {
  let fake: FakeProvider;
  let picture: Uint8Array;
  beforeAll(async () => {
    picture = await createImage(16, 16);
    fake = await startFakeProvider(provider);
  });
  afterAll(() => fake.close());

  /** Plays the answers of each step in their order, then good ones; returns the answers that the submits got. */
  async function play(script: Readonly<Record<Step, readonly Answer[]>>, intents: number): Promise<Answer[]> {
    vi.stubGlobal("fetch", fake.fetch);
    fake.reset();
    fake.deliver(picture);
    const given: Answer[] = [];
    for (const step of ["submit", "poll", "download"] as const) {
      const left = [...script[step]];
      fake.answerWith(step, () => {
        const answer = left.shift() ?? "good";
        if (step === "submit") given.push(answer);
        if (answer === "cut") return "cut";
        return answer === "good" ? null : () => json(answer, { detail: "no" }, { "Retry-After": "0" });
      });
    }
    const model = provider.create(fake.origin, provider.models[0]?.modelId ?? "");
    const { handler } = createTestBackend({
      imageModels: { "the/model": { model, imageUrls: "guarded", ...provider.entry } },
    });
    const { client } = createTestClient({ baseUrl: BASE, fetch: inProcessFetch(handler, BASE) });
    const request = body({ prompt: { template: PROMPT } }) as Parameters<typeof client.generate>[0];
    for (let intent = 0; intent < intents; intent += 1) {
      await client.generate(request, { idempotencyKey: "one-intent" }).catch(() => undefined);
    }
    return given;
  }

  it("leads to a second submit only where the one before was surely refused", async () => {
    // Fal may charge for what its runner found fault with.
    const isRefusal = (answer: Answer) => REFUSED.has(answer) && !(provider === fal && answer === 422);
    await fc.assert(
      fc.asyncProperty(answers, answers, answers, async (submit, poll, download) => {
        const given = await play({ submit, poll, download }, 3);
        expect(given.slice(0, -1).every(isRefusal)).toBe(true);
        expect(fake.accepted()).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it("does lead to one after a refusal, so that the rule above is not empty", async () => {
    expect(await play({ submit: [429, 401], poll: [], download: [] }, 3)).toEqual([429, 401, "good"]);
  });
});
