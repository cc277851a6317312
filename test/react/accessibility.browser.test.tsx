import "image-generation-node/styles.css";
import { screen, waitFor } from "@testing-library/react";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Catalog } from "image-generation-node/contract";
import axe from "axe-core";
import { afterEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { renderPanel } from "./renderNode.js";
import { catalog } from "./samples.js";

const root = document.documentElement;
const config = createImageNodeConfig({ prompt: { template: "A {{trigger.output.style}} cat" } });
const offering = (offered: Catalog | Promise<never>) =>
  createFakeClient({ catalog: () => Promise.resolve(offered) });
const failing = () => offering(Promise.reject(new ImageNodeError({ kind: "network" })));

afterEach(() => {
  root.removeAttribute("style");
  root.removeAttribute("dir");
  document.body.removeAttribute("style");
});

// An option is named by its label and described by its hint; a name that held both would say each option twice over.
const RULES = { region: { enabled: false }, "label-content-name-mismatch": { enabled: false } };

async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: RULES });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const STATES: [string, () => unknown][] = [
  ["the defaults", () => renderPanel(config)],
  ["hints", () => renderPanel({ ...config, prompt: { ...config.prompt, template: "anime cat 1024x1024" } })],
  ["a retired model", () => renderPanel({ ...config, imageModel: "gone/model", style: "gone" })],
  [
    "an unsupported ratio",
    () => renderPanel({ ...config, imageModel: "acme/painter", aspectRatio: "portrait" }),
  ],
  ["auto", () => renderPanel({ ...config, prompt: { ...config.prompt, mode: "auto" } })],
  [
    "nothing upstream",
    () => renderPanel({ ...config, prompt: { ...config.prompt, mode: "auto" } }, { variables: [] }),
  ],
  [
    "no models",
    () => renderPanel(config, { fake: offering({ ...catalog, imageModels: [], promptModels: [] }) }),
  ],
  ["a failed catalog", () => renderPanel(config, { fake: failing() })],
  ["everything locked", () => renderPanel(config, { readOnly: true })],
];

describe.each(["light", "dark"])("axe in %s", (scheme) => {
  it.each(STATES)("finds nothing in the panel with %s", async (_, show) => {
    root.style.colorScheme = scheme;
    document.body.style.background = "var(--imagenode-surface)";
    show();
    await waitFor(() => expect(screen.queryByText(/^Loading/)).toBeNull());
    expect(await findViolations()).toEqual([]);
  });

  it.each(["Aspect ratio", "Style", "Image model"])(
    "finds nothing with the list of %s open",
    async (name) => {
      root.style.colorScheme = scheme;
      renderPanel({ ...config, imageModel: "acme/painter" });
      await screen.findByText(/about 0.04/);
      await userEvent.click(screen.getByRole("combobox", { name }));
      await screen.findByRole("listbox");
      // The list fades in; a colour in between is nobody's choice.
      await Promise.all(document.getAnimations().map((animation) => animation.finished));
      expect(await findViolations()).toEqual([]);
      await userEvent.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    },
  );
});

describe("large text", () => {
  it("is followed by every size, and nothing scrolls sideways at 320 px", async () => {
    await page.viewport(320, 900);
    renderPanel(config);
    const label = screen.getByText("Aspect ratio");
    const before = parseFloat(getComputedStyle(label).fontSize);
    root.style.fontSize = "200%";
    expect(parseFloat(getComputedStyle(label).fontSize)).toBeCloseTo(before * 2, 0);
    expect(root.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1000, 800);
  });
});
