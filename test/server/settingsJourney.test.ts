import { MockImageModelV4 } from "ai/test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import {
  ImageNodeError,
  createImageNodeConfig,
  findSettingFault,
  generationStatusSchema,
} from "image-generation-node/contract";
import type { Generation, ModelSettings, Setting, SettingValue } from "image-generation-node/contract";
import type { ImageModelEntry } from "image-generation-node/server";
import { inProcessFetch } from "image-generation-node/testing";
import { imageAnswer } from "./sdk/Sdk.js";
import { BASE, createImage, createTestBackend } from "./testBackend.js";

type Values = Record<string, unknown>;

/** Names that are no model's in particular, and such as objects inherit. */
const NAMES = ["quality", "seed", "steps", "a", "Z9_", "toString", "valueOf", "length", "then"];
/** Names that no model can have. */
const ODD = [
  "__proto__",
  "constructor",
  "prototype",
  "",
  "a b",
  "a/b~c",
  "1st",
  "x".repeat(65),
  "\ud800",
  "größe",
];
const png = await createImage(8, 8);

/** No number of JSON is -0. */
const plain = (value: number) => (Object.is(value, -0) ? 0 : value);
const text = (length: number) => fc.string({ unit: "binary", maxLength: length });

const bounded: fc.Arbitrary<Setting> = fc
  .record({
    type: fc.constantFrom("integer" as const, "number" as const),
    from: fc.integer({ min: -1000, max: 1000 }),
    span: fc.integer({ min: 1, max: 1000 }),
    multipleOf: fc.constantFrom(undefined, 0.1, 0.5, 1, 3),
  })
  .map(({ type, from, span, multipleOf }) => ({
    type,
    minimum: from,
    maximum: from + span,
    ...(multipleOf !== undefined && { multipleOf }),
  }));

const bare: fc.Arbitrary<Setting> = fc.oneof(
  bounded,
  fc.constantFrom<Setting>({ type: "boolean" }, { type: "integer" }, { type: "number" }, { type: "string" }),
  fc.integer({ min: 1, max: 20 }).map((maxLength): Setting => ({ type: "string", maxLength })),
  fc
    .uniqueArray(text(8), { minLength: 1, maxLength: 5 })
    .map((choices): Setting => ({ type: "string", enum: choices })),
);

/** A value that may fit: one that does not is left out by who asks for it. */
const valueOf = (setting: Setting): fc.Arbitrary<SettingValue> => {
  if (setting.enum) return fc.constantFrom(...setting.enum);
  if (setting.type === "boolean") return fc.boolean();
  if (setting.type === "string") return text(setting.maxLength ?? 40);
  const { minimum = -1e6, maximum = 1e6, multipleOf, type } = setting;
  const whole = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
  if (multipleOf !== undefined)
    return whole.map((value) => plain(Math.round(value / multipleOf) * multipleOf));
  return type === "integer"
    ? whole
    : fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true }).map(plain);
};
const fits = (setting: Setting, value: unknown) => findSettingFault(setting, value) === null;

const setting: fc.Arbitrary<Setting> = bare.chain((each) =>
  fc
    .option(valueOf(each), { nil: undefined })
    .map((usual) => (usual !== undefined && fits(each, usual) ? { ...each, default: usual } : each)),
);
const offer: fc.Arbitrary<ModelSettings> = fc
  .dictionary(fc.constantFrom(...NAMES), setting, { maxKeys: 6 })
  .map((properties) => ({ properties: Object.fromEntries(Object.entries(properties)) }));
const junk = fc.oneof(fc.jsonValue(), text(60), fc.integer(), fc.constant(null)) as fc.Arbitrary<unknown>;

/** Two models, and settings that the first takes, beside whatever stands under names that only the second has. */
const journey = fc.tuple(offer, offer).chain(([own, other]) => {
  const names = Object.keys(own.properties);
  const foreign = Object.keys(other.properties).filter((name) => !names.includes(name));
  const taken = names.map((name) => {
    const each = own.properties[name] as Setting;
    // Some settings have bounds that no value fits: a filter would look for one for ever.
    return fc
      .option(valueOf(each), { nil: undefined })
      .map((value) => (value !== undefined && fits(each, value) ? value : undefined));
  });
  return fc.record({
    own: fc.constant(own),
    other: fc.constant(other),
    taken: fc.tuple(...taken).map((values) => toObject(names, values)),
    foreign: fc.array(junk, { minLength: foreign.length, maxLength: foreign.length }).map((values) => {
      return toObject(foreign, JSON.parse(JSON.stringify(values)) as unknown[]);
    }),
  });
});

function toObject(names: readonly string[], values: readonly unknown[]): Values {
  return Object.fromEntries(
    names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]]])),
  );
}

/** Defaults and what was chosen over them. */
function usedOf({ properties }: ModelSettings, chosen: Values): Values {
  const usual = Object.entries(properties).flatMap(([name, each]) =>
    each.default === undefined ? [] : [[name, each.default] as const],
  );
  return { ...Object.fromEntries(usual), ...chosen };
}

function travel(entry: ImageModelEntry, other: ModelSettings, settings: Values) {
  const second: ImageModelEntry = { model: { generate: async () => png }, settings: other };
  const backend = createTestBackend({ imageModels: { first: entry, second } });
  const client = createClient({ baseUrl: BASE, fetch: inProcessFetch(backend.handler) });
  const config = createImageNodeConfig({ prompt: { template: "A fox" }, settings });
  const answer = client.generate({ config, variables: {} }, { idempotencyKey: "k" });
  const again = () => client.generate({ config, variables: {} }, { idempotencyKey: "k" });
  return { answer, again, backend };
}

function expectAnswer(generation: Generation, used: Values, foreign: readonly string[]): void {
  expect(generation.settings ?? {}).toEqual(used);
  expect("settings" in generation).toBe(Object.keys(used).length > 0);
  expect((generation.warnings ?? []).map(({ code, params }) => [code, params?.setting]).sort()).toEqual(
    foreign.map((name) => ["setting_unused", name]).sort(),
  );
  expect(Object.keys(generation.output).sort()).toEqual([
    ...["_metadata", "aspectRatio", "attachmentId", "imagePath", "imageUrl", "path", "prompt"],
  ]);
}

describe("settings on their way from the configuration to the answer", () => {
  it("reach an object with generate, the answer, its replay and the run's state, whole and alone", async () => {
    await fc.assert(
      fc.asyncProperty(journey, async ({ own, other, taken, foreign }) => {
        const asked: Values[] = [];
        const generate: NonNullable<Parameters<typeof createTestBackend>[0]>["generate"] = async (
          request,
        ) => {
          asked.push(request.settings);
          return png;
        };
        const trip = travel({ model: { generate }, settings: own }, other, { ...foreign, ...taken });
        const { id, ...generation } = await trip.answer;
        const used = usedOf(own, taken);
        expect(asked).toEqual([used]);
        expectAnswer({ ...generation, id }, used, Object.keys(foreign));
        expect((await trip.again()).settings).toEqual(generation.settings);
        const state = (await (await trip.backend.get(`/generations/${id}`)).json()) as unknown;
        expect(generationStatusSchema.parse(state).settings).toEqual(generation.settings);
        expect(asked).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  it("reach a model of the AI SDK through the entry's call", async () => {
    const image = await imageAnswer(8, 8);
    await fc.assert(
      fc.asyncProperty(journey, async ({ own, other, taken, foreign }) => {
        const calls: { seed?: unknown; providerOptions?: Record<string, Values> }[] = [];
        const model = new MockImageModelV4({
          provider: "acme",
          doGenerate: async (call) => {
            calls.push(call as (typeof calls)[number]);
            return image;
          },
        });
        const call = (values: Values) => ({ seed: 7, providerOptions: { acme: { ...values } } });
        const trip = travel({ model: model as never, settings: own, call }, other, { ...foreign, ...taken });
        const used = usedOf(own, taken);
        expectAnswer(await trip.answer, used, Object.keys(foreign));
        expect(calls).toMatchObject([{ seed: 7 }]);
        expect(calls[0]?.providerOptions).toEqual({ acme: used });
      }),
      { numRuns: 100 },
    );
  });

  it("are used as they are or refused by name, whatever was sent, and never half", async () => {
    const anything = fc
      .dictionary(fc.constantFrom(...NAMES, ...ODD), junk, { maxKeys: 8 })
      .map((values) => JSON.parse(JSON.stringify(values)) as Values);
    await fc.assert(
      fc.asyncProperty(offer, offer, anything, async (own, other, given) => {
        const asked: Values[] = [];
        const generate: NonNullable<Parameters<typeof createTestBackend>[0]>["generate"] = async (
          request,
        ) => {
          asked.push(request.settings);
          return png;
        };
        const has = ({ properties }: ModelSettings, name: string) => Object.hasOwn(properties, name);
        const isTaken = (name: string) =>
          has(own, name) ? fits(own.properties[name] as Setting, given[name]) : has(other, name);
        const refused = Object.keys(given).filter((name) => !isTaken(name));
        const { answer } = travel({ model: { generate }, settings: own }, other, given);
        if (refused.length === 0) {
          const chosen = Object.entries(given).filter(([name]) => has(own, name));
          const used = usedOf(own, Object.fromEntries(chosen));
          expectAnswer(
            await answer,
            used,
            Object.keys(given).filter((name) => !has(own, name)),
          );
          expect(asked).toEqual([used]);
          return;
        }
        const error: unknown = await answer.catch((thrown: unknown) => thrown);
        expect(ImageNodeError.isInstance(error)).toBe(true);
        const { kind, charged, errors } = error as ImageNodeError;
        expect([kind, charged]).toEqual(["invalid_request", false]);
        const pointers = refused.map((name) => name.slice(0, 64).replaceAll("~", "~0").replaceAll("/", "~1"));
        expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(
          pointers.map((name) => `#/config/settings/${name}`).sort(),
        );
        expect(asked).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("hold what a model reports, where it can be a setting's value", async () => {
    const report = fc.dictionary(fc.constantFrom(...NAMES, ...ODD), fc.oneof(junk, fc.double()), {
      maxKeys: 8,
    });
    await fc.assert(
      fc.asyncProperty(offer, report, async (own, reported) => {
        const model: ImageModelEntry["model"] = {
          generate: async ({ onSettings }) => {
            onSettings?.(reported as Record<string, SettingValue>);
            return png;
          },
        };
        const generation = await travel({ model, settings: own }, { properties: {} }, {}).answer;
        const sensible = Object.entries(reported).filter(([name, value]) => {
          const each = Object.hasOwn(own.properties, name) ? own.properties[name] : undefined;
          if (ODD.includes(name)) return false;
          if (each) return fits(each, value);
          return typeof value === "number" ? Number.isFinite(value) : /string|boolean/.test(typeof value);
        });
        const expected = usedOf(own, Object.fromEntries(sensible));
        expect(generation.settings ?? {}).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      { numRuns: 150 },
    );
  });
});
