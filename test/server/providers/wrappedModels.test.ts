import { wrapImageModel } from "ai";
import type { ImageModel } from "ai";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { blackForestLabs } from "./cases/blackForestLabs.js";
import { fal } from "./cases/fal.js";
import { fireworks } from "./cases/fireworks.js";
import { luma } from "./cases/luma.js";
import { replicate } from "./cases/replicate.js";
import { PROMPT, json } from "./ProviderCase.js";
import type { ProviderCase, Step } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";
import type { FakeProvider } from "./startFakeProvider.js";

/** A wrapped model shows no `fetch`: the request that the SDK's error carries decides. */
describe.each([fal, replicate, luma, blackForestLabs, fireworks])(
  "a wrapped model of $provider.name",
  (provider) => {
    let fake: FakeProvider;
    beforeAll(async () => {
      fake = await startFakeProvider(provider);
      fake.deliver(await createImage(16, 16));
    });
    afterAll(() => fake.close());
    afterEach(() => {
      fake.reset();
      vi.unstubAllGlobals();
    });

    const outcome = async (step: Step, status: number) => {
      vi.stubGlobal("fetch", fake.fetch);
      fake.fail(step, () => json(status, { detail: "no" }, { "Retry-After": "0" }));
      const model = wrapImageModel({ model: inner(provider, fake.origin), middleware: {} });
      const backend = createTestBackend({
        imageModels: { wrapped: { model, imageUrls: "guarded", ...provider.entry } },
      });
      const response = await backend.post("/generations", body({ prompt: { template: PROMPT } }));
      return (await response.json()) as { kind: string; charged: boolean | null };
    };
    const later: Step[] = provider.provider.polls ? ["poll", "download"] : ["download"];

    it.each([401, 402, 403, 404, 429])(
      "was not charged where its request was refused with %i",
      async (status) => {
        expect(await outcome("submit", status)).toMatchObject({ charged: false });
      },
    );

    it.each(later.flatMap((step) => [401, 402, 404, 422, 429].map((status) => [step, status] as const)))(
      "may have been charged where its %s was refused with %i",
      async (step, status) => {
        expect(await outcome(step, status)).toMatchObject({ kind: "provider_error", charged: null });
        expect(fake.accepted()).toBe(1);
      },
    );
  },
);

function inner({ create, models: [first] }: ProviderCase, origin: string) {
  return create(origin, first?.modelId ?? "") as Exclude<ImageModel, string>;
}
