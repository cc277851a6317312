import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, Panel } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { useFormBridge } from "../../src/react/provider/index.js";
import type { FormValues } from "../../src/react/provider/FormBridge.js";
import { cat, generate, prompt } from "./formControls.js";
import { Node } from "./renderNode.js";
import { offerPictures } from "./referenceSamples.js";
import { choose, renderCount } from "./renderCount.js";
import { catalog } from "./samples.js";
import { EVERY_KIND, clientOf, offer } from "./settingSamples.js";

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

  it.each([
    ["what their variables lead to", "server" as const, undefined],
    [
      "has them resolved where the back end doesn't",
      "client" as const,
      { resolved: "A cat", references: [{ attachmentId: "att_a" }, { attachmentId: "noir" }] },
    ],
  ])("sends the pictures of that configuration with each image, and %s", async (_, templates, input) => {
    const references = [{ attachmentId: "att_a", label: "Mug" }, { value: "{{trigger.output.style}}" }];
    const { imageModels, ...offered } = offerPictures(4, 0, { templates });
    const settings = { properties: { seed: EVERY_KIND.seed } };
    const view = renderCount({
      offered: { ...offered, imageModels: imageModels.map((model) => ({ ...model, settings })) },
      defaultValue: cat({ references: [{ attachmentId: "att_b" }] }),
    });
    await screen.findByText("Settings");
    await choose("2 pictures");
    await runLike(view, cat({ references, settings: { seed: 5 } }));
    await waitFor(() => expect(view.start).toHaveBeenCalledTimes(1));
    const requests = [await view.request(1), await view.request(2)];
    expect(requests.map(({ config }) => config.references)).toEqual([references, references]);
    expect(requests.map((request) => request.input)).toEqual([input, input]);
    const variables = input ? {} : { trigger: { output: { style: "noir" } } };
    expect(requests.map((request) => request.variables)).toEqual([variables, variables]);
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
