import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, useConfigForm } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import type { GenerationRequest } from "image-generation-node/contract";
import { ar } from "image-generation-node/messages/ar";
import { de } from "image-generation-node/messages/de";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cat, generate, prompt, type } from "./formControls.js";
import { choose, radios, renderCount } from "./renderCount.js";
import { catalog } from "./samples.js";
import { offer } from "./settingSamples.js";

afterEach(() => vi.restoreAllMocks());

const names = () => radios().map((radio) => radio.getAttribute("aria-label"));

describe("ConfigForm.Count", () => {
  it("offers one to four, each with its name, and begins with one", () => {
    renderCount();
    expect(screen.getByRole("radiogroup", { name: "Pictures" })).toBeVisible();
    expect(names()).toEqual(["1 picture", "2 pictures", "3 pictures", "4 pictures"]);
    expect(radios().map(({ checked }) => checked)).toEqual([true, false, false, false]);
    expect(radios().every((radio) => radio.getAttribute("form") === "")).toBe(true);
    expect(new Set(radios().map(({ name }) => name)).size).toBe(1);
  });

  it.each([
    [de, "Bilder", ["1 Bild", "2 Bilder", "3 Bilder", "4 Bilder"]],
    [ar, "الصور", ["صورة واحدة", "صورتان", "3 صور", "4 صور"]],
  ])("is named in the words of the host (%#)", (messages, group, expected) => {
    renderCount({ messages });
    expect(screen.getByRole("radiogroup", { name: group })).toBeVisible();
    expect(names()).toEqual(expected);
  });

  it.each([
    [16, 16],
    [2, 2],
    [1, 0],
    [0, 0],
    [-3, 0],
  ])("offers as many as a maximum of %i says", (maxCount, expected) => {
    renderCount({ maxCount });
    expect(radios()).toHaveLength(expected);
  });

  it.each([17, 2.5, Number.NaN, "8", null])("goes on with four for a maximum of %j, and says so", (max) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    renderCount({ children: <ConfigForm.Count max={max as number} /> });
    expect(radios()).toHaveLength(4);
    const told = /<ConfigForm.Count> got .* as max, and it expects a whole number up to 16/;
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(told));
  });

  it("can be used while the form is read-only, as Generate can, and not while it is disabled", async () => {
    const view = renderCount({ readOnly: true });
    await choose("3 pictures");
    await userEvent.click(screen.getByRole("button", { name: "Generate 3" }));
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(1));
    view.rerender({ readOnly: false, disabled: true });
    for (const radio of radios()) expect(radio).toBeDisabled();
    expect(screen.getByRole("radiogroup")).toHaveAttribute("data-disabled", "");
  });

  it("can't be used in a workspace without image models", async () => {
    renderCount({ offered: { ...catalog, imageModels: [] } });
    await waitFor(() => expect(radios()[0]).toBeDisabled());
  });

  it("goes back to one when it is unmounted, and with another maximum", async () => {
    const view = renderCount();
    await choose("4 pictures");
    view.rerender({ maxCount: 1 });
    expect(screen.getByRole("button", { name: "Generate" })).toBeVisible();
    view.rerender({ maxCount: 4 });
    expect(radios()[0]).toBeChecked();
    await choose("4 pictures");
    view.rerender({ children: <ConfigForm.Generate /> });
    expect(screen.getByRole("button", { name: "Generate" })).toBeVisible();
  });
});

describe("the number of images", () => {
  it("is no part of the configuration, nor an edit", async () => {
    const onValueCommit = vi.fn();
    const view = renderCount({ onValueCommit });
    await choose("4 pictures");
    expect(view.onValueChange).not.toHaveBeenCalled();
    expect(document.querySelector("[data-dirty]")).toBeNull();
    type(prompt(), "s");
    await userEvent.click(screen.getByRole("button", { name: "Generate 4" }));
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(1));
    expect(view.onValueChange.mock.lastCall?.[0]).toEqual(cat({ prompt: { template: "A cats" } }));
    expect(onValueCommit.mock.lastCall?.[0]).toEqual(cat({ prompt: { template: "A cats" } }));
    expect((await view.request()).config).toEqual(cat({ prompt: { template: "A cats" } }));
  });

  it("stands in the options of the run, and a single one has none", async () => {
    const view = renderCount();
    await userEvent.click(generate());
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(1));
    expect(view.start.mock.lastCall?.[1]).toBeUndefined();
    await choose("3 pictures");
    await userEvent.click(screen.getByRole("button", { name: "Generate 3" }));
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(2));
    expect(view.start.mock.lastCall?.[1]).toEqual({ count: 3, vary: expect.any(Function) as unknown });
  });

  it("reaches the host's own run beside the configuration", async () => {
    const onGenerate = vi.fn<NonNullable<ImageNodePanelProps["onGenerate"]>>();
    const view = renderCount({ onGenerate, maxCount: 4 });
    await choose("2 pictures");
    await userEvent.click(screen.getByRole("button", { name: "Generate 2" }));
    await waitFor(() => expect(onGenerate).toHaveBeenCalledExactlyOnceWith(cat(), { count: 2 }));
    expect(view.start).not.toHaveBeenCalled();
  });

  it("is not offered by the panel where the host runs, until the host says how many", () => {
    const view = renderCount({ onGenerate: () => undefined });
    expect(radios()).toEqual([]);
    view.rerender({ maxCount: 2 });
    expect(radios()).toHaveLength(2);
  });

  it("can be chosen by a control of the host's own, within its bounds", async () => {
    const asked = [3, 99, -1, Number.NaN];
    function Own() {
      const { count, setCount } = useConfigForm();
      return <button onClick={() => setCount(asked.shift() ?? 1)}>{`now ${count}`}</button>;
    }
    renderCount({ children: <Own /> });
    for (const expected of [3, 16, 1, 1]) {
      await userEvent.click(screen.getByRole("button"));
      expect(screen.getByRole("button")).toHaveTextContent(`now ${expected}`);
    }
  });

  it("stands on Generate in the words of the host", async () => {
    const view = renderCount({ messages: de });
    await choose("3 Bilder");
    expect(screen.getByRole("button", { name: "3 erzeugen" })).toBeVisible();
    view.rerender({ children: <ConfigForm.Generate /> });
    expect(screen.getByRole("button", { name: "Erzeugen" })).toBeVisible();
  });
});

describe("the seeds of several images", () => {
  const seedOf = (request: GenerationRequest) => request.config.settings?.["seed"] as number;

  it.each([
    ["chosen", { seed: 4294967294 }, [4294967294, 4294967295, 0]],
    ["drawn", { quality: "low" }, undefined],
  ])("differ where the first was %s", async (_, settings, expected) => {
    const view = renderCount({ offered: offer(), defaultValue: cat({ settings }) });
    await screen.findByText("Settings");
    await choose("3 pictures");
    await userEvent.click(screen.getByRole("button", { name: "Generate 3" }));
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(1));
    const [source, { vary } = {}] = view.start.mock.lastCall ?? [];
    if (typeof source !== "function" || !vary) throw new Error("Three images were not asked for.");
    const common = await source();
    const seeds = [1, 2, 3].map((variation) => seedOf(vary(common, variation)));
    const first = seedOf(common);
    expect(seeds).toEqual(expected ?? [first, first + 1, first + 2]);
  });
});
