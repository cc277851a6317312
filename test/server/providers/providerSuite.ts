import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Generation } from "image-generation-node/contract";
import { ASPECT_RATIOS, hasAspectRatio } from "image-generation-node/contract";
import type { AspectRatio } from "image-generation-node/contract";
import type { ImageModelEntry } from "image-generation-node/server";
import { inProcessFetch } from "image-generation-node/testing";
import { createTestClient } from "../../client/faultServer.js";
import { holdClocks } from "../runHelpers.js";
import { BASE, body, createImage, createTestBackend, until } from "../testBackend.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, json } from "./ProviderCase.js";
import type { AnswerCase, ModelCase, ProviderCase, SeenRequest, Step } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";
import type { FakeProvider } from "./startFakeProvider.js";

const KEPT = new Map<string, Promise<Uint8Array>>();

function image(size: string, format: "png" | "jpeg" | "webp" = "png"): Promise<Uint8Array> {
  const name = `${size} ${format}`;
  const [width = 0, height = 0] = size.split("x").map(Number);
  const made = KEPT.get(name) ?? createImage(width, height, format);
  KEPT.set(name, made);
  return made;
}

/** What every provider must do, by its real package against a fake of its service. */
export function providerSuite(provider: ProviderCase): void {
  const [first] = provider.models;
  if (!first) throw new Error("A case needs a model.");
  let fake: FakeProvider;
  const logged = vi.fn();

  beforeAll(async () => {
    fake = await startFakeProvider(provider);
  });
  afterAll(() => fake.close());
  afterEach(() => {
    fake.reset();
    logged.mockClear();
    vi.unstubAllGlobals();
  });

  const backendWith = ({ modelId }: ModelCase = first, entry: Partial<ImageModelEntry> = {}) => {
    vi.stubGlobal("fetch", fake.fetch);
    const model = provider.create(fake.origin, modelId);
    return createTestBackend({
      imageModels: { "the/model": { model, imageUrls: "guarded", ...provider.entry, ...entry } },
      hooks: { onError: logged },
    });
  };
  const ask = (aspectRatio: AspectRatio = "square") => body({ aspectRatio, prompt: { template: PROMPT } });
  const modelOf = ({ modelId }: AnswerCase) => provider.models.find((each) => each.modelId === modelId);
  const submits = () => fake.seen.filter(({ step }) => step === "submit");

  /** The outcome of one request, and of a client that repeats what it may. */
  const outcome = async (model?: ModelCase) => {
    const response = await backendWith(model).post("/generations", ask());
    const text = await response.text();
    const sent = submits().length;
    const { stages: _, ...problem } = JSON.parse(text) as Record<string, unknown>;
    expect(`${JSON.stringify(problem)}${JSON.stringify(logged.mock.calls)}`).not.toContain(PROMPT);
    expect(`${text}${JSON.stringify([...response.headers])}${JSON.stringify(logged.mock.calls)}`).not.toMatch(
      new RegExp(`${PROVIDER_WORDS}|${API_KEY}`),
    );
    return { problem, sent };
  };
  const repeat = async (model?: ModelCase) => {
    const backend = backendWith(model);
    const { client } = createTestClient({ baseUrl: BASE, fetch: inProcessFetch(backend.handler, BASE) });
    await client.generate(ask() as Parameters<typeof client.generate>[0]).catch(() => undefined);
  };

  describe(`${provider.provider.packageName} over HTTP`, () => {
    for (const model of provider.models) {
      it.each(ASPECT_RATIOS)(`asks ${model.modelId} for %s, and delivers that shape`, async (ratio) => {
        const asked = model.asked[ratio];
        const size = model.delivers?.[ratio] ?? sizeOf(asked) ?? "64x64";
        fake.deliver(await image(size));
        const response = await backendWith(model).post("/generations", ask(ratio));
        if (asked === null) {
          expect(await response.json()).toMatchObject({ kind: "invalid_request", charged: false });
          expect(fake.seen).toEqual([]);
          return;
        }
        const generation = (await response.json()) as Generation;
        expect(generation).toMatchObject({ status: "succeeded" });
        const { width = 0, height = 0 } = generation.image ?? {};
        expect(hasAspectRatio(width, height, ratio)).toBe(true);
        expect(submits()).toHaveLength(1);
        expect(shapeOf(submits()[0])).toMatchObject(asked);
        expect(generation.warnings?.map(({ code }) => code) ?? []).not.toContain("unsupported_setting");
        if (provider.reported) {
          expect(generation.usage?.items).toContainEqual(
            expect.objectContaining({ kind: "image", reported: provider.reported }),
          );
        }
      });
    }

    it.each(["jpeg", "webp"] as const)("makes a PNG of a %s", async (format) => {
      fake.deliver(await image("64x64", format), `image/${format}`);
      const backend = backendWith();
      const response = await backend.post("/generations", ask());
      const { output } = (await response.json()) as Generation;
      const bytes = await (await backend.get(output.imageUrl)).arrayBuffer();
      expect((await sharp(Buffer.from(bytes)).metadata()).format).toBe("png");
    });

    it("sends the options that the host fixes", async () => {
      fake.deliver(await image("64x64"));
      const own = provider.entry?.providerOptions ?? {};
      const given = Object.entries(provider.options.given).map(
        ([name, options]) => [name, { ...own[name], ...options }] as const,
      );
      const response = await backendWith(first, {
        providerOptions: { ...own, ...Object.fromEntries(given) },
      }).post("/generations", ask());
      expect(await response.json()).toMatchObject({ status: "succeeded" });
      expect(shapeOf(submits()[0])).toMatchObject(provider.options.sends);
    });

    it("says what came where it is another size than asked", async () => {
      fake.deliver(await image("320x240"));
      const response = await backendWith().post("/generations", ask());
      expect(await response.json()).toMatchObject({ image: { width: 240, height: 240 } });
    });

    it.each(provider.refusals)("reads $name as $kind, and asks once", async (refusal) => {
      fake.fail("submit", refusal.answer);
      const model = modelOf(refusal);
      const { problem, sent } = await outcome(model);
      const { kind, charged = false } = refusal;
      expect(problem).toMatchObject({ kind, charged });
      if (refusal.retryAfterMs !== undefined) expect(problem.retryAfterMs).toBe(refusal.retryAfterMs);
      expect(sent).toBe(1);
      await repeat(model);
      expect(fake.accepted()).toBe(0);
    });

    it.each([
      ["500", () => json(500, { error: { message: PROVIDER_WORDS } })],
      ["503", () => json(503, { error: { message: PROVIDER_WORDS } })],
      ["a cut connection", "cut"],
    ] as const)("does not know what %s cost, and asks once", async (_, fault) => {
      fake.fail("submit", fault);
      expect(await outcome()).toMatchObject({ problem: { kind: "provider_error", charged: null }, sent: 1 });
      fake.reset();
      fake.fail("submit", fault);
      await repeat();
      expect(submits()).toHaveLength(1);
    });

    it("pays nothing where its own name is not known", async () => {
      fake.fail("submit", "unknown name");
      expect(await outcome()).toMatchObject({ problem: { kind: "provider_error", charged: false } });
    });

    it("ends at the deadline while the provider hangs", async () => {
      fake.fail("submit", "hang");
      const { pass } = holdClocks();
      const answer = backendWith().post("/generations", ask());
      await until(() => submits().length === 1);
      await pass(60_000);
      expect(await (await answer).json()).toMatchObject({ kind: "timeout", charged: null });
    });

    const later: Step[] = [];
    if (provider.provider.polls) later.push("poll");
    if (provider.provider.delivers !== "bytes") later.push("download");
    const faults = [
      ...[401, 402, 403, 404, 422, 429, 500].map(
        (status) =>
          [
            String(status),
            () => json(status, { error: { message: PROVIDER_WORDS } }, { "Retry-After": "0" }),
          ] as const,
      ),
      ["a cut connection", "cut"] as const,
      ["a name that nobody knows", "unknown name"] as const,
    ];
    for (const step of later) {
      it.each(faults)(
        `after the submit, %s of the ${step} leaves the charge unknown and buys nothing again`,
        async (_, fault) => {
          fake.deliver(await image("64x64"));
          fake.fail(step, fault);
          const { problem } = await outcome();
          expect(problem).toMatchObject({ kind: "provider_error", charged: null });
          expect(fake.accepted()).toBe(1);
          fake.reset();
          fake.fail(step, fault);
          await repeat();
          expect(fake.accepted()).toBe(1);
        },
      );
    }

    if (provider.ends) {
      it.each(provider.ends)("reads $name as $kind after the submit, with an unknown charge", async (end) => {
        const { step, answer, kind } = end;
        const model = modelOf(end);
        fake.deliver(await image("64x64"));
        fake.fail(step, answer);
        const { problem } = await outcome(model);
        expect(problem).toMatchObject({ kind, charged: null });
        expect(fake.accepted()).toBe(1);
        fake.reset();
        fake.fail(step, answer);
        await repeat(model);
        expect(fake.accepted()).toBe(1);
      });
    }

    it("claims no pixels in the catalog that it does not deliver", async () => {
      for (const model of provider.models) {
        const { imageModels } = (await (await backendWith(model).get("/catalog")).json()) as {
          imageModels: {
            aspectRatios: Partial<Record<AspectRatio, { width: number; height: number; fit: string }>>;
          }[];
        };
        for (const [ratio, { width, height, fit }] of Object.entries(imageModels[0]?.aspectRatios ?? {})) {
          const size = sizeOf(model.asked[ratio as AspectRatio]) ?? model.delivers?.[ratio as AspectRatio];
          if (fit === "exact") expect(`${width}x${height}`).toBe(size);
          if (model.asked[ratio as AspectRatio] === null) expect(fit).toBe("unsupported");
        }
      }
    });
  });
}

/** What a submit says, of its body and its search. */
function shapeOf(request: SeenRequest | undefined): object {
  const search = Object.fromEntries(new URLSearchParams(request?.search));
  const text = typeof request?.body === "object" && request.body !== null ? request.body : {};
  return { ...search, ...text };
}

/** Pixels of what is asked, where it is a size. */
function sizeOf(asked: Readonly<Record<string, unknown>> | null): string | undefined {
  if (typeof asked?.size === "string" && /^\d+x\d+$/.test(asked.size)) return asked.size;
  return asked?.width === undefined ? undefined : `${String(asked.width)}x${String(asked.height)}`;
}
