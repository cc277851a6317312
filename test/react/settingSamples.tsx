import { screen } from "@testing-library/react";
import type { Catalog, ConditionalPrice, Setting } from "image-generation-node/contract";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import type { NodeOptions } from "./renderNode.js";
import { renderPanel } from "./renderNode.js";
import { catalog } from "./samples.js";

/** One setting of each kind. */
export const EVERY_KIND = {
  quality: { type: "string", enum: ["low", "medium", "high"], default: "medium" },
  look: {
    type: "string",
    enum: ["vivid", "natural", "raw", "film", "noir"],
    title: "Look",
    enumLabels: { vivid: "Vivid colours" },
  },
  upscale: { type: "boolean", default: false, title: "Upscale" },
  tiling: { type: "boolean", title: "Tiling" },
  steps: { type: "integer", minimum: 1, maximum: 50 },
  guidance: { type: "number", minimum: 0, maximum: 20, multipleOf: 0.5, default: 7.5 },
  seed: { type: "integer", minimum: 0, maximum: 4294967295 },
  caption: { type: "string", maxLength: 20, title: "Caption" },
  negative_prompt: { type: "string", maxLength: 2000, multiline: true },
} satisfies Record<string, Setting>;

export type Settings = Readonly<Record<string, Setting>>;

/** A catalog whose default model has these settings, and whose second, "acme/painter", has `others`. */
export function offer(
  properties: Settings = EVERY_KIND,
  others: Settings = {},
  price?: ConditionalPrice[],
): Catalog {
  const [first, second] = catalog.imageModels;
  if (!first || !second) throw new Error("The sample catalog has two image models.");
  const settings = { properties, order: Object.keys(properties) };
  return {
    ...catalog,
    imageModels: [
      {
        ...first,
        ...(price && { kind: "ai" as const, price }),
        ...(Object.keys(properties).length > 0 && { settings }),
      },
      { ...second, ...(Object.keys(others).length > 0 && { settings: { properties: others } }) },
    ],
  };
}

/** A client in memory whose catalog is this one. */
export const clientOf = (offered: Catalog) => createFakeClient({ catalog: () => Promise.resolve(offered) });

/** The panel with a configuration that holds these settings, its fold opened. */
export async function renderSettings(
  settings: Record<string, unknown> | undefined,
  offered: Catalog = offer(),
  options: NodeOptions & Parameters<typeof renderPanel>[1] & { config?: object } = {},
) {
  const { config = {}, ...panel } = options;
  const view = renderPanel(cat({ ...(settings && { settings }), ...config }), {
    fake: clientOf(offered),
    ...panel,
  });
  const toggle = await screen.findByText(/^(?:Settings|Einstellungen)$/);
  const fold = toggle.closest("details");
  if (!fold) throw new Error("The settings are not folded.");
  fold.open = true;
  fold.dispatchEvent(new Event("toggle"));
  /** What the host saved last. */
  const saved = () => view.onValueChange.mock.lastCall?.[0].settings;
  return { ...view, fold, saved };
}

/** Numbers are text fields, so that a comma and other digits can be typed. */
export const number = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });
export const text = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });

/** The words below a control. */
export function errorOf(control: HTMLElement): string {
  const field = control.closest("[data-field]");
  return field?.querySelector('[data-imagenode-part="field-error"]')?.textContent ?? "";
}
