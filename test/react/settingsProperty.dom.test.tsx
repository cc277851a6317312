import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import fc from "fast-check";
import {
  ConfigForm,
  ImageNodeProvider,
  ImageNodeScope,
  ModelSettings,
  Preview,
  useConfigForm,
  usePreview,
} from "image-generation-node";
import type { PreviewContextValue, UseConfigFormResult } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { findSettingFault } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { SettingValues } from "image-generation-node/server";
import { inProcessFetch } from "image-generation-node/testing";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { createImage, createTestBackend } from "../server/testBackend.js";
import { cat } from "./formControls.js";
import { EVERY_KIND } from "./settingSamples.js";

type Values = Record<string, unknown>;
const model = (properties: object, asked: SettingValues[]) => ({
  settings: { properties } as never,
  model: {
    generate: ({ settings }: { settings: SettingValues }) => {
      asked.push(settings);
      return Promise.resolve(createImage(8, 8));
    },
  },
});

/** A form, its preview and a real handler behind them, with what each of them holds. */
async function mount(settings: Values) {
  const asked: SettingValues[] = [];
  const others = { other: { type: "integer" } };
  const { handler } = createTestBackend({
    imageModels: { painter: model(EVERY_KIND, asked), other: model(others, asked) },
  });
  const client = createClient({ baseUrl: "http://localhost/api", fetch: inProcessFetch(handler) });
  const held = {
    form: {} as UseConfigFormResult,
    preview: {} as PreviewContextValue,
    saved: cat({ settings }),
    set: (_next: ImageNodeConfig): void => undefined,
  };
  function Probe() {
    held.form = useConfigForm();
    held.preview = usePreview();
    return null;
  }
  function Host() {
    const [value, setValue] = useState(held.saved);
    held.set = (next) => {
      held.saved = next;
      setValue(next);
    };
    return (
      <ConfigForm.Root value={value} onValueChange={held.set}>
        <ModelSettings.Root>
          <ModelSettings.Fields />
          <ModelSettings.Unused />
        </ModelSettings.Root>
        <Preview.Root>
          <Preview.Status />
          <Preview.Settings />
          <Preview.Restore />
          <Probe />
        </Preview.Root>
      </ConfigForm.Root>
    );
  }
  render(
    <ImageNodeProvider client={client}>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={[]}>
        <Host />
      </ImageNodeScope>
    </ImageNodeProvider>,
  );
  await screen.findByRole("spinbutton", { name: "Seed" });
  return { held, asked };
}

const json = (value: unknown) => JSON.stringify(value);
const FITTING = {
  quality: fc.constantFrom("low", "medium", "high"),
  look: fc.constantFrom("vivid", "noir"),
  upscale: fc.boolean(),
  tiling: fc.boolean(),
  steps: fc.integer({ min: 1, max: 50 }),
  guidance: fc.integer({ min: 0, max: 40 }).map((halves) => halves / 2),
  seed: fc.integer({ min: 0, max: 4294967295 }),
  caption: fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }),
  negative_prompt: fc.string({ maxLength: 40 }),
};
/** Values of other models and of none, under any name. */
const foreign = fc.dictionary(
  fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "other", "a.b", "0")),
  fc.jsonValue({ maxDepth: 3 }),
  { maxKeys: 4 },
);
const anySettings = (known: fc.Arbitrary<Values>) =>
  fc
    .tuple(foreign, known)
    .map(([others, own]): Values => Object.fromEntries([...Object.entries(others), ...Object.entries(own)]));

const defaults = Object.entries(EVERY_KIND as Record<string, { default?: unknown }>).flatMap(
  ([name, setting]) => (setting.default === undefined ? [] : [[name, setting.default] as const]),
);

describe("any settings", () => {
  it("go from the form to the model and back without a loss or an invention", async () => {
    const fitting = anySettings(fc.record(FITTING, { requiredKeys: [] }));
    const property = fc.asyncProperty(fitting, fitting, async (first, second) => {
      const { held, asked } = await mount(first);
      // An edit of something else hands the settings to the host.
      act(() => held.form.setValue("style", "anime"));
      expect(json(held.saved.settings)).toBe(json(first));
      const generations: string[] = [];
      for (const [index, settings] of [first, second].entries()) {
        if (index > 0) act(() => held.set({ ...held.saved, settings }));
        act(() => held.form.generate());
        await waitFor(() => expect(held.preview.history).toHaveLength(index + 1));
        const sent = Object.entries(settings).filter(([name]) => Object.hasOwn(EVERY_KIND, name));
        const { seed, ...used } = asked[index] ?? {};
        const { seed: chosen, ...expected } = Object.fromEntries<unknown>([...defaults, ...sent]);
        expect(used).toEqual(expected);
        expect(seed).toEqual(chosen ?? expect.any(Number));
        expect(held.preview.generation?.settings).toEqual(asked[index]);
        expect(document.querySelectorAll('[data-imagenode-part="preview-setting"]')).toHaveLength(
          Object.keys(asked[index] ?? {}).length,
        );
        expect(json(held.saved.settings)).toBe(json(settings));
        generations.push(held.preview.generation?.id ?? "");
      }
      act(() => held.preview.select(generations[0] ?? null));
      act(() => screen.getByRole("button", { name: "Use these settings" }).click());
      const empty = Object.keys(first).length === 0 ? [undefined, "{}"] : [json(first)];
      expect(empty).toContain(json(held.saved.settings));
      cleanup();
    });
    await fc.assert(property, { numRuns: 15 });
  });

  it("reach no model where one of them does not fit, and stay as they are", async () => {
    const known = fc.record(
      Object.fromEntries(Object.keys(FITTING).map((name) => [name, fc.jsonValue({ maxDepth: 2 })])),
      { requiredKeys: [] },
    );
    const faulty = anySettings(known).filter((settings) =>
      Object.entries(EVERY_KIND).some(
        ([name, setting]) => Object.hasOwn(settings, name) && findSettingFault(setting, settings[name]),
      ),
    );
    const property = fc.asyncProperty(faulty, async (settings) => {
      const { held, asked } = await mount(settings);
      act(() => held.form.setValue("style", "anime"));
      act(() => held.form.generate());
      await waitFor(() => expect(document.activeElement?.closest('[data-field^="settings."]')).toBeTruthy());
      expect(held.preview.state.status).toBe("idle");
      expect(asked).toEqual([]);
      expect(json(held.saved.settings)).toBe(json(settings));
      cleanup();
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
