import "image-generation-node/styles.css";
import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { de } from "image-generation-node/messages/de";
import { afterEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { generationOf } from "./samples.js";
import { EVERY_KIND, offer, renderSettings } from "./settingSamples.js";

const root = document.documentElement;
afterEach(() => {
  root.removeAttribute("style");
  root.removeAttribute("dir");
});

const look = () => screen.getByRole("combobox", { name: "Look" });
const optionsOf = async () =>
  (await screen.findAllByRole("option")).map(({ textContent }) => textContent?.trim());

describe("a setting with many choices", () => {
  it("is a select, with the catalog's names and one that leaves it to the model", async () => {
    const { saved } = await renderSettings(undefined);
    expect(look().textContent).toContain("Model decides");
    await userEvent.click(look());
    expect(await optionsOf()).toEqual(["Model decides", "Vivid colours", "natural", "raw", "film", "noir"]);
    await userEvent.click(screen.getByRole("option", { name: "Vivid colours" }));
    await waitFor(() => expect(saved()).toEqual({ look: "vivid" }));
    await userEvent.click(look());
    await userEvent.click(await screen.findByRole("option", { name: "Model decides" }));
    await waitFor(() => expect(saved()).toBeUndefined());
  });

  it("tells a number from the text that reads like it, and takes an empty text", async () => {
    const values = ["", "5", "10", "20", "40"];
    const offered = offer({ size: { type: "string", enum: values, default: "10" } });
    const { saved } = await renderSettings({ size: 5 }, offered);
    const select = screen.getByRole("combobox", { name: "size" });
    expect(select.getAttribute("aria-invalid")).toBe("true");
    await userEvent.click(select);
    const [first] = await screen.findAllByRole("option", { name: /^5/ });
    if (first) await userEvent.click(first);
    await waitFor(() => expect(saved()).toEqual({ size: "5" }));
    expect(select.hasAttribute("aria-invalid")).toBe(false);
    await userEvent.click(select);
    await userEvent.click(await screen.findByRole("option", { name: '""' }));
    await waitFor(() => expect(saved()).toEqual({ size: "" }));
  });
});

describe("a setting with few choices", () => {
  it("is one stop of the keyboard, and its choices follow the arrows", async () => {
    const { saved } = await renderSettings(undefined);
    const radios = within(screen.getByRole("radiogroup", { name: "Quality" })).getAllByRole("radio");
    radios[1]?.focus();
    await userEvent.keyboard("{ArrowRight}");
    await waitFor(() => expect(saved()).toEqual({ quality: "high" }));
    expect(document.activeElement).toBe(radios[2]);
    await userEvent.tab({ shift: true });
    expect(radios).not.toContain(document.activeElement);
  });
});

describe("two images", () => {
  it("are compared by what they were really made with", async () => {
    const view = await renderSettings({ quality: "high", gone: 1 });
    const used = [
      { quality: "high", seed: 1, guidance: 7.5 },
      { quality: "low", seed: 1, guidance: 7.5, tiling: true },
    ];
    for (const [index, settings] of used.entries()) {
      await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
      await waitFor(() => expect(view.fake.runs).toHaveLength(index + 1));
      const id = `gen_${index + 1}`;
      const output = { ...generationOf().output, attachmentId: id };
      act(() => view.fake.run().succeed(generationOf({ id, output, settings })));
      await screen.findByText("Done");
    }
    await userEvent.click(screen.getByRole("button", { name: "Compare" }));
    const dialog = within(await screen.findByRole("dialog"));
    await dialog.findByText("2 changes.");
    const rows = [...document.querySelectorAll('[data-imagenode-part="preview-compare-change"]')];
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "QualityHigh → Low",
      "TilingModel decides → On",
      `Prompt as sent${generationOf().output.prompt}`,
    ]);
  });
});

const FAULTY = {
  quality: "ultra",
  look: 5,
  upscale: "yes",
  tiling: 1,
  steps: "many",
  guidance: 99,
  seed: -1,
  caption: "x".repeat(30),
  negative_prompt: 7,
  unknown: { deep: ["value"] },
};
const ADVANCED = { ...EVERY_KIND, steps: { ...EVERY_KIND.steps, advanced: true } };

describe.each(["light", "dark"])("axe in %s", (scheme) => {
  it.each<[string, () => Promise<unknown>]>([
    ["each kind", () => renderSettings(undefined)],
    ["a fault at each kind, in German", () => renderSettings(FAULTY, offer(), { messages: de })],
    ["a folded fault, right to left", () => renderSettings({ steps: 99 }, offer(ADVANCED))],
    ["nothing to change", () => renderSettings({ seed: 7, gone: 1 }, offer(), { readOnly: true })],
    ["all disabled", () => renderSettings({ seed: 7, gone: 1 }, offer(), { disabled: true })],
  ])("finds nothing in settings with %s", async (state, show) => {
    root.style.colorScheme = scheme;
    if (state.includes("right to left")) root.dir = "rtl";
    await show();
    // An option is named by its label and described by its hint.
    const rules = { region: { enabled: false }, "label-content-name-mismatch": { enabled: false } };
    const { violations } = await axe.run(document.body, { rules });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});
