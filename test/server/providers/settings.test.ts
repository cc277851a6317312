import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { findSettingFault, readModelSettings } from "image-generation-node/contract";
import type { Catalog, Generation, Problem, Setting, SettingValue } from "image-generation-node/contract";
import type { ImageModelEntry } from "image-generation-node/server";
import type { Provider } from "../../../src/server/models/providers/Provider.js";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { CASES } from "./cases/index.js";
import { PROMPT } from "./ProviderCase.js";
import type { ProviderCase, SettingCases } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";
import type { FakeProvider } from "./startFakeProvider.js";

/** Names that models share, in the order of a form. */
const NAMES = [
  "quality",
  "background",
  "resolution",
  "complexity",
  "seed",
  "negative_prompt",
  "steps",
  "guidance",
];

type Values = Readonly<Record<string, unknown>>;
/** Members of a generation or a problem that matter here. */
type Answer = Pick<Generation, "settings" | "warnings"> & Pick<Problem, "errors">;

/** Leaves of a body by their path, such as "input.seed". */
function leavesOf(value: unknown, path: readonly string[] = []): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return { [path.join(".")]: value };
  const leaves = Object.entries(value).map(([key, member]) => leavesOf(member, [...path, key]));
  return Object.assign({}, ...leaves) as Record<string, unknown>;
}

/** What another body has more, or otherwise. */
function differenceOf(one: unknown, other: unknown): Record<string, unknown> {
  const before = leavesOf(one);
  const changed = Object.entries(leavesOf(other)).filter(([path, leaf]) => before[path] !== leaf);
  return Object.fromEntries(changed);
}

const optionsOf = ({ options }: Provider, modelId: string) => options?.(modelId) ?? {};
const idsOf = ({ models, settings }: ProviderCase) => [
  ...new Set([...models.map(({ modelId }) => modelId), ...Object.keys(settings)]),
];
const sample = ({ enum: values, minimum = 1 }: Setting) => values?.[0] ?? minimum;

/** Values at the bounds of a setting. */
function edgesOf({ enum: values, maxLength, minimum, maximum }: Setting): SettingValue[] {
  if (values) return [...values];
  return maxLength === undefined
    ? [minimum, maximum].filter((each) => each !== undefined)
    : [`${"a\n".repeat(maxLength / 2 - 1)}😀!`];
}

/** Values beyond the bounds of a setting, and why each does not fit. */
function beyond(setting: Setting): (readonly [value: unknown, reason: string])[] {
  const { type, maxLength, minimum = 0, maximum = 0 } = setting;
  if (setting.enum)
    return [
      ["the best", "choice"],
      ["", "choice"],
      [1, "type"],
    ];
  if (maxLength !== undefined)
    return [
      ["a".repeat(maxLength + 1), "length"],
      [["people"], "type"],
    ];
  const outside = [
    [minimum - 1, "minimum"],
    [maximum + 1, "maximum"],
    [String(minimum), "type"],
  ] as const;
  return type === "integer" ? [...outside, [minimum + 0.5, "step"]] : [...outside];
}

describe.each(CASES.map((each) => [each.provider.packageName, each] as const))(
  "settings of %s",
  (_, each) => {
    const { provider, settings, tellsSeed } = each;
    let fake: FakeProvider;
    let png: Uint8Array;

    beforeAll(async () => {
      fake = await startFakeProvider(each);
      png = await createImage(64, 64);
    });
    afterAll(() => fake.close());
    afterEach(() => vi.unstubAllGlobals());

    const backendOf = (modelId: string, entry: Partial<ImageModelEntry> = {}) => {
      vi.stubGlobal("fetch", fake.fetch);
      const model = each.create(fake.origin, modelId);
      const own = { model, imageUrls: "guarded", settings: true, ...each.entry, ...entry } as const;
      return createTestBackend({ imageModels: { "the/model": own } });
    };
    const post = async (modelId: string, values?: Values) => {
      fake.reset();
      fake.deliver(png);
      const request = body({ prompt: { template: PROMPT }, ...(values && { settings: values as never }) });
      const answer = await (await backendOf(modelId).post("/generations", request)).json();
      return {
        answer: answer as Answer,
        sent: fake.seen.find(({ step }) => step === "submit"),
      };
    };
    /** The body that a request without settings makes, and what is other with some. */
    const differenceWith = async (modelId: string, values: Values) => {
      const plain = await post(modelId);
      const { answer, sent } = await post(modelId, values);
      expect(answer).toMatchObject({ status: "succeeded" });
      return {
        answer,
        plain: leavesOf(plain.sent?.body),
        difference: differenceOf(plain.sent?.body, sent?.body),
      };
    };

    it.each(idsOf(each))("are in the catalog for %s as far as it is known to take some", async (modelId) => {
      const catalog = (await (await backendOf(modelId).get("/catalog")).json()) as Catalog;
      const [model] = catalog.imageModels;
      const names = Object.keys(settings[modelId] ?? {});
      expect(readModelSettings(model as never).map(({ name }) => name)).toEqual(names);
      if (names.length === 0) expect(model).not.toHaveProperty("settings");
      expect(NAMES.filter((name) => names.includes(name))).toEqual(names);
    });

    const rows = Object.entries(settings).flatMap(([modelId, cases]: [string, SettingCases]) =>
      Object.entries(cases).map(([name, [value, path]]) => ({ modelId, name, value, path })),
    );
    if (rows.length > 0) {
      it.each(rows)("hand $name of $modelId on as $path, and nothing else", async (row) => {
        const { modelId, name, value, path } = row;
        const { answer, plain, difference } = await differenceWith(modelId, { [name]: value });
        expect(Object.keys(plain)).not.toContain(path);
        expect(difference).toEqual({ [path]: value });
        // What the service says it used counts.
        expect(answer.settings).toMatchObject({ [name]: (name === "seed" && tellsSeed) || value });
        expect(answer.warnings ?? []).toEqual([]);
      });

      it.each(Object.entries(settings))("go together for %s", async (modelId, cases) => {
        const values = Object.fromEntries(Object.entries(cases).map(([name, [value]]) => [name, value]));
        const { difference } = await differenceWith(modelId, values);
        expect(difference).toEqual(
          Object.fromEntries(Object.values(cases).map(([value, path]) => [path, value])),
        );
      });

      it.each(rows)(
        "reach the service of $modelId at the bounds of $name",
        async ({ modelId, name, path }) => {
          for (const value of edgesOf(optionsOf(provider, modelId)[name]?.setting as Setting)) {
            const { answer, sent } = await post(modelId, { [name]: value });
            expect(answer).toMatchObject({ status: "succeeded" });
            expect(leavesOf(sent?.body)[path]).toBe(value);
          }
        },
      );

      it.each(rows)("never reach the service of $modelId beyond the bounds of $name", async (row) => {
        const { modelId, name } = row;
        for (const [value, reason] of beyond(optionsOf(provider, modelId)[name]?.setting as Setting)) {
          const { answer } = await post(modelId, { [name]: value });
          expect(answer.errors).toMatchObject([{ pointer: `#/config/settings/${name}`, reason }]);
          expect(answer).toMatchObject({ kind: "invalid_request", charged: false });
          expect(fake.seen).toEqual([]);
        }
      });

      it.each(rows)("are refused where the host fixes $name of $modelId as well", ({ modelId, name }) => {
        const option = optionsOf(provider, modelId)[name];
        const { seed, providerOptions } = option?.call(sample(option.setting)) ?? {};
        const own = each.entry?.providerOptions ?? { somebody: {} };
        const fixed = seed === undefined ? providerOptions : { [Object.keys(own)[0] ?? ""]: { seed } };
        expect(() => backendOf(modelId, { providerOptions: fixed })).toThrow(
          new RegExp(`offers the setting "${name}" and fixes it in providerOptions`),
        );
        const others = Object.keys(settings[modelId] ?? {}).filter((other) => other !== name);
        expect(() => backendOf(modelId, { providerOptions: fixed, settings: others })).not.toThrow();
      });
    }

    const negative = rows.find(({ name }) => name === "negative_prompt");
    if (negative) {
      it("send no empty text of what the picture should not show", async () => {
        const { difference } = await differenceWith(negative.modelId, { negative_prompt: "" });
        expect(difference).toEqual({});
      });
    }

    if (tellsSeed !== undefined) {
      it("tell the seed that the service chose, and take it again", async () => {
        const modelId = each.models[0]?.modelId ?? "";
        const { answer } = await post(modelId);
        expect(answer.settings).toEqual({ seed: tellsSeed });
        const again = await post(modelId, answer.settings);
        expect(Object.values(leavesOf(again.sent?.body))).toContain(tellsSeed);
      });
    }
  },
);

describe("the settings of all providers", () => {
  const all = CASES.flatMap((each) =>
    idsOf(each).flatMap((modelId) =>
      Object.entries(optionsOf(each.provider, modelId)).map(([name, option]) => ({
        ...option,
        name,
        modelId,
        provider: each.provider,
      })),
    ),
  );

  it("have a known name, words of their own and no default, and hide what few need", () => {
    for (const { name, setting } of all) {
      expect(NAMES).toContain(name);
      expect(setting).toMatchObject({ title: expect.stringMatching(/^[A-Z][a-z]+(?: [a-z]+)?$/) });
      expect(setting).not.toHaveProperty("default");
      expect(setting.advanced === true).toBe(["complexity", "steps", "guidance"].includes(name));
      expect(findSettingFault(setting, sample(setting))).toBe(setting.maxLength ? "type" : null);
    }
  });

  it("have neither a name nor an option that an entry may not offer", () => {
    const model = { generate: () => createImage(8, 8) };
    const offer = (name: string) => () =>
      createTestBackend({
        imageModels: { painter: { model, settings: { properties: { [name]: { type: "boolean" } } } } },
      });
    const sent = all.flatMap(({ setting, call }) => Object.keys(leavesOf(call(sample(setting)))));
    const names = new Set([...NAMES, ...sent.map((path) => path.split(".").at(-1) ?? "")]);
    expect(names.size).toBeGreaterThan(NAMES.length);
    for (const name of names) expect(offer(name)).not.toThrow();
    expect(offer("safetyTolerance")).toThrow(/never a user's to set/);
  });

  it("never meet what a shape needs", () => {
    for (const { provider, modelId, setting, call } of all) {
      const { size, aspectRatio, providerOptions } = call(sample(setting));
      expect([size, aspectRatio]).toEqual([undefined, undefined]);
      const own = Object.values(provider.shapes(modelId).geometry).flatMap((asked) =>
        Object.keys(leavesOf(provider.settings?.(modelId, asked) ?? {})),
      );
      for (const path of Object.keys(leavesOf(providerOptions ?? {}))) expect(own).not.toContain(path);
    }
  });
});
