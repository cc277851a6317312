import fc from "fast-check";
import { catalogSchema, createImageNodeConfig, generationSchema } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { pinnedImageSchema } from "../../src/contract/pinnedImageSchema.js";
import { isCatalog } from "../../src/contract/shapes/isCatalog.js";
import { isGeneration } from "../../src/contract/shapes/isGeneration.js";
import { isPinnedImage } from "../../src/contract/shapes/isPinnedImage.js";

const ratio = { width: 1024, height: 1024, fit: "crop", reasonCode: "near" };
const price = { currency: "USD", min: 0.04, max: "0.07", source: "list", perReference: 0.01 };
const model = { id: "acme/painter", label: "Painter", provider: "Acme", kind: "ai", deprecated: false };
const fullCatalog = {
  version: 1,
  imageModels: [
    {
      ...model,
      maxPromptLength: 4000,
      aspectRatios: { square: ratio, landscape: ratio, portrait: ratio },
      partialImages: true,
      price,
      settings: { properties: { seed: { type: "integer" } }, order: ["seed"] },
      references: { max: 3, min: 0, mimeTypes: ["image/png"], maxBytes: 1e6 },
    },
    { ...model, aspectRatios: {}, price: [{ ...price, when: { quality: "high" } }, price] },
  ],
  promptModels: [{ ...model, price }],
  modes: ["manual", "prompt_ai", "auto"],
  aspectRatios: [{ id: "square", label: "Square", description: "1:1" }],
  styles: [{ id: "brand", label: "Brand", description: "Ours", swatchUrl: "https://pictures.example/s.png" }],
  limits: {
    timeoutMs: 60_000,
    maxQueueMs: 0,
    maxBodyBytes: 1e6,
    urlTtlSeconds: 604_800,
    maxUploadBytes: 1e7,
    maxPixels: 1e7,
  },
  features: {
    stream: true,
    prompts: true,
    runs: false,
    templates: "client",
    variables: ["inline"],
    uploads: true,
  },
  defaults: { imageModel: null, promptModel: "acme/writer" },
  credits: { left: 3, unit: "credits" },
};
const fullGeneration = {
  id: "gen_1",
  status: "succeeded",
  output: {
    path: "/mnt/data/1.png",
    _metadata: { name: "1.png", mimeType: "image/png", sizeInKb: 12, attachmentId: "att_1" },
    imageUrl: "https://pictures.example/1.png",
    imagePath: "1.png",
    attachmentId: "att_1",
    prompt: "A fox",
    aspectRatio: "square",
  },
  image: { width: 1024, height: 1024, expiresAt: "2026-12-07T11:07:43.361Z", sha256: "ab" },
  settings: { seed: 7 },
  references: [{ attachmentId: "att_2", mimeType: "image/png", width: 12, height: 0 }],
  stages: { template: "A", resolved: "A", written: null, sent: "A", revised: "A", guidance: null },
  warnings: [{ code: "cropped", params: { width: 3 }, message: "Cropped." }],
  usage: {
    items: [
      {
        kind: "image",
        model: "acme/painter",
        amount: "0.04",
        currency: "USD",
        reported: { amount: "4", unit: "credits" },
      },
    ],
  },
  timings: { promptMs: 1, imageMs: -2, storeMs: 3 },
  pinned: true,
};
const fullPinned = {
  generation: fullGeneration,
  config: {
    ...createImageNodeConfig({ prompt: { template: "A fox" }, settings: { seed: 7 } }),
    references: [{ attachmentId: "att_2" }],
  },
  pinnedAt: "2026-12-07T11:07:43.361Z",
};

/** Values that something may have turned into. */
const stray = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "1.50",
    "1.",
    "auto",
    0,
    -1,
    NaN,
    Infinity,
    1e-9,
    10n,
    true,
    false,
    [],
    {},
    [undefined],
    { constructor: 1 },
    { toString: null },
    Object.create(null),
    // Its places were left out.
    Object.assign([], { length: 2 }),
    "2026-12-07",
    () => 1,
    Symbol("s"),
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue(),
);

/** Lists every place of a value. */
function placesOf(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, [...at, name]))];
}

function change(
  value: unknown,
  [name, ...rest]: readonly string[],
  next: unknown,
  leaveOut: boolean,
): unknown {
  if (name === undefined) return next;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  if (rest.length === 0 && leaveOut) Reflect.deleteProperty(copy, name);
  else copy[name] = change(copy[name], rest, next, leaveOut);
  return copy;
}

describe.each([
  ["isCatalog", isCatalog, catalogSchema, fullCatalog],
  ["isGeneration", isGeneration, generationSchema, fullGeneration],
  ["isPinnedImage", isPinnedImage, pinnedImageSchema, fullPinned],
] as const)("%s", (_name, isGood, schema, full) => {
  const places = placesOf(full);
  const judges = (value: unknown) => [isGood(value), schema.safeParse(value).success];

  it("takes what its schema takes, whole and without its optional members", () => {
    expect(judges(full)).toEqual([true, true]);
    for (const place of places) {
      const [own, theirs] = judges(change(full, place, undefined, true));
      expect([place, own]).toEqual([place, theirs]);
    }
  });

  it("judges each place as its schema does, whatever stands there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), stray, fc.boolean()), { minLength: 1, maxLength: 2 }),
        (changes) => {
          const value = changes.reduce<unknown>((before, [place, next, leaveOut]) => {
            try {
              return change(before, place, next, leaveOut);
            } catch {
              return before;
            }
          }, full);
          const [own, theirs] = judges(value);
          expect(own).toBe(theirs);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("judges anything as its schema does", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        const [own, theirs] = judges(value);
        expect(own).toBe(theirs);
      }),
      { numRuns: 1000 },
    );
  });
});
