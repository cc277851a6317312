import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, ImageNodePanel, Panel, useConfigForm } from "image-generation-node";
import type { ImageNodePanelProps, MessageOverrides } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import type { GenerationSource, GenerationStore, StartOptions } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import type { Catalog, GenerationRequest, ImageNodeConfig } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useFormBridge } from "../../src/react/provider/index.js";
import type { FormValues } from "../../src/react/provider/FormBridge.js";
import { arabic } from "../../stories/support/arabic.js";
import { cat, generate, prompt, type } from "./formControls.js";
import { Node } from "./renderNode.js";
import { catalog } from "./samples.js";
import { EVERY_KIND, clientOf, offer } from "./settingSamples.js";

afterEach(() => vi.restoreAllMocks());

type Start = (source: GenerationSource, options?: StartOptions) => Promise<void>;

const radios = () => screen.queryAllByRole<HTMLInputElement>("radio");
const names = () => radios().map((radio) => radio.getAttribute("aria-label"));
const choose = (name: string) => userEvent.click(screen.getByRole("radio", { name }));

interface Shown extends Partial<ImageNodePanelProps> {
  offered?: Catalog;
  messages?: MessageOverrides;
  loopItems?: number;
}

/** The panel over a store that only writes down how it is started. */
function renderCount({ offered = catalog, messages, loopItems, children, ...panel }: Shown = {}) {
  const fake = clientOf(offered);
  const start = vi.fn<Start>(() => Promise.resolve());
  const store: GenerationStore = { ...createGeneration(fake.client), start };
  const values: { current: FormValues | null } = { current: null };
  function Bridge() {
    const bridge = useFormBridge();
    values.current = bridge?.values ?? null;
    return null;
  }
  const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
  const host = {
    fake,
    generation: store,
    ...(messages && { messages }),
    ...(loopItems !== undefined && { loopItems }),
  };
  const tree = ({ children: inner = children, ...more }: Partial<ImageNodePanelProps> = {}) => (
    <Node {...host}>
      <ImageNodePanel defaultValue={cat()} onValueChange={onValueChange} {...panel} {...more}>
        {inner ?? (
          <>
            <Panel.Form />
            <Bridge />
          </>
        )}
      </ImageNodePanel>
    </Node>
  );
  const view = render(tree());
  /** Makes the request of the last start, as a store does. */
  const request = async (variation?: number): Promise<GenerationRequest> => {
    const [source, options] = start.mock.lastCall ?? [];
    if (typeof source !== "function") throw new Error("Nothing was started.");
    const made = await source();
    return variation === undefined ? made : (options?.vary?.(made, variation) ?? made);
  };
  return {
    ...view,
    start,
    values,
    onValueChange,
    request,
    rerender: (more = {}) => view.rerender(tree(more)),
  };
}

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
    [arabic, "الصور", ["صورة واحدة", "صورتان", "3 صور", "4 صور"]],
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

describe("the cost of several images", () => {
  const price = (min: string, max = min) => ({ currency: "USD", min, max });
  const offered = (own?: ReturnType<typeof price>, writer?: ReturnType<typeof price>): Catalog => ({
    ...catalog,
    imageModels: catalog.imageModels.map((model) => ({ ...model, kind: "ai", price: own })),
    promptModels: catalog.promptModels.map((model) => ({ ...model, kind: "ai", price: writer })),
  });
  const words = () => {
    const part = document.querySelector('[data-imagenode-part="config-form-cost-estimate"]');
    return part?.textContent.replace(/[\u2066\u2069]/g, "").trim();
  };

  it.each([
    ["a price", offered(price("0.04")), undefined, "about 4 × 0.04 = 0.16 USD list price"],
    ["a range", offered(price("0.04", "0.19")), undefined, "about 4 × 0.04–0.19 = 0.16–0.76 USD list price"],
    ["a price in German", offered(price("0.04")), de, "etwa 4 × 0,04 = 0,16 USD Listenpreis"],
    ["a price in Arabic", offered(price("0.04")), arabic, "نحو 4 × 0.04 = 0.16 USD السعر المعلن"],
    [
      "a price of more digits than are shown",
      offered(price("0.04003")),
      undefined,
      "about 4 × 0.04 = 0.16 USD list price",
    ],
    ["nothing", offered(price("0")), undefined, "Free of charge"],
    ["nothing in a demo", catalog, undefined, "Free demo, no AI"],
    ["what nobody knows", offered(), undefined, "Price not known"],
  ])("is %s times their number", async (_, catalogOf, messages, expected) => {
    renderCount({ offered: catalogOf, ...(messages && { messages }) });
    await waitFor(() => expect(words()).toBeTruthy());
    await userEvent.click(radios()[3] ?? document.body);
    expect(words()).toBe(expected);
  });

  it("has the prompt of each image in it, and each currency by itself", async () => {
    const euros = { currency: "EUR", min: "0.01", max: "0.01" };
    renderCount({
      offered: offered(price("0.04"), euros),
      defaultValue: cat({ prompt: { mode: "auto" } }),
    });
    await waitFor(() => expect(words()).toBe("about 0.04 USD + 0.01 EUR list price"));
    await choose("2 pictures");
    expect(words()).toBe("about 2 × 0.04 = 0.08 USD + 2 × 0.01 = 0.02 EUR list price");
  });

  it("keeps the order of the sum in a text from right to left", async () => {
    renderCount({ offered: offered(price("0.04")), messages: arabic });
    await waitFor(() => expect(words()).toBeTruthy());
    await userEvent.click(radios()[3] ?? document.body);
    expect(screen.getByText("نحو \u20664 × 0.04 = 0.16 USD\u2069")).toBeVisible();
  });

  it("leaves the loop at one image for each item, and says so", async () => {
    renderCount({ offered: offered(price("0.04")), loopItems: 10 });
    await waitFor(() => expect(words()).toBe("about 0.04 USD list price 10 loop items: 0.40 USD"));
    await choose("4 pictures");
    expect(words()).toBe("about 4 × 0.04 = 0.16 USD list price 10 loop items, one picture each: 0.40 USD");
  });
});

describe("a run like an earlier one", () => {
  const earlier = cat({
    prompt: { template: "A {{trigger.output.style}} dog" },
    settings: { seed: 5, steps: 9 },
  });
  const runLike = ({ values }: ReturnType<typeof renderCount>, config = earlier) =>
    act(async () => values.current?.runLike(config));

  it("sends that configuration with another seed, as many times as is chosen, and leaves the form alone", async () => {
    const view = renderCount({ offered: offer(), defaultValue: cat({ prompt: { template: "" } }) });
    await screen.findByText("Settings");
    await choose("2 pictures");
    expect(view.values.current?.count.get()).toBe(2);
    await runLike(view);
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(1));
    expect(view.start.mock.lastCall?.[1]).toMatchObject({ count: 2 });
    const { config, variables, context } = await view.request();
    expect(config.prompt).toEqual(earlier.prompt);
    expect(config.settings).toEqual({ steps: 9, seed: expect.any(Number) as number });
    expect(config.settings?.["seed"]).not.toBe(5);
    expect(variables).toEqual({ trigger: { output: { style: "noir" } } });
    expect(context).toMatchObject({ nodeId: "n4", nodeSlug: "image_gen" });
    expect(view.onValueChange).not.toHaveBeenCalled();
    expect(prompt()).toHaveValue("");
    expect(prompt()).not.toHaveAttribute("aria-invalid");
  });

  it("goes through the host's own run, where there is one", async () => {
    const onGenerate = vi.fn<NonNullable<ImageNodePanelProps["onGenerate"]>>();
    const view = renderCount({ offered: offer({ seed: EVERY_KIND.seed }), onGenerate });
    await screen.findByText("Settings");
    await runLike(view);
    const { settings: _, ...others } = earlier;
    expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ ...others, settings: { steps: 9 } }, { count: 1 });
  });

  it("does nothing while the form is disabled, or while a run is under way", async () => {
    const onGenerate = vi.fn(() => new Promise(() => undefined));
    const view = renderCount({ onGenerate, disabled: true });
    await runLike(view);
    expect(onGenerate).not.toHaveBeenCalled();
    view.rerender({ disabled: false });
    await runLike(view);
    await runLike(view);
    expect(onGenerate).toHaveBeenCalledTimes(1);
  });

  it("says the host's refusal for the form as a whole: no field of it is at fault", async () => {
    const refusal = new ImageNodeError({
      kind: "invalid_request",
      errors: [{ pointer: "#/config/style", code: "style_unavailable" }],
    });
    const view = renderCount({ onGenerate: () => Promise.reject(refusal) });
    await runLike(view);
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.queryByText("This style is not offered here.")).toBeNull();
    await userEvent.click(generate());
    expect(await screen.findByText("This style is not offered here.")).toBeVisible();
  });

  it("leaves the failure of the scope's run to the preview", async () => {
    const fake = clientOf(catalog);
    const values: { current: FormValues | null } = { current: null };
    function Bridge() {
      const bridge = useFormBridge();
      values.current = bridge?.values ?? null;
      return null;
    }
    render(
      <Node fake={fake}>
        <ImageNodePanel defaultValue={cat()}>
          <Panel.Form />
          <Panel.Preview />
          <Bridge />
        </ImageNodePanel>
      </Node>,
    );
    const refusal = new ImageNodeError({
      kind: "missing_variable",
      charged: false,
      errors: [{ pointer: "#/config/prompt/template", code: "missing_variable", variable: "trigger.a" }],
    });
    await act(async () => values.current?.runLike(earlier));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(refusal));
    await screen.findByText("No picture");
    expect(prompt()).not.toHaveAttribute("aria-invalid");
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    act(() => fake.run().fail(refusal));
    await waitFor(() => expect(prompt()).toHaveAttribute("aria-invalid", "true"));
  });
});
