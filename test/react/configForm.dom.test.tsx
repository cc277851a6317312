import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import {
  ConfigForm,
  Field,
  ModeSwitch,
  PromptEditor,
  useConfigForm,
  useConfigFormValue,
} from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node, renderPanel } from "./renderNode.js";
import { catalog, variables } from "./samples.js";

const cat = (changes = {}) => createImageNodeConfig({ prompt: { template: "A cat" }, ...changes });
const prompt = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
const generate = () => screen.getByRole("button", { name: "Generate" });

/** Types as a browser does: one input event per key. */
function type(field: HTMLTextAreaElement, text: string) {
  for (const letter of text) fireEvent.change(field, { target: { value: field.value + letter } });
}

describe("ConfigForm.Root", () => {
  it("emits each edit in its event and keeps unknown keys and ids", () => {
    const { onValueChange } = renderPanel(
      cat({ brand: { palette: ["#f00"] }, imageModel: "retired/model", style: "brand_style" }),
    );
    type(prompt(), "s");
    expect(onValueChange).toHaveBeenLastCalledWith(
      expect.objectContaining({
        brand: { palette: ["#f00"] },
        imageModel: "retired/model",
        style: "brand_style",
        prompt: { mode: "manual", template: "A cats", instructions: "" },
      }),
    );
  });

  it("shows a retired model and an unknown style as what they are", async () => {
    renderPanel(cat({ imageModel: "retired/model", style: "brand_style" }));
    const model = screen.getByRole("combobox", { name: "Image model" });
    await waitFor(() => expect(model).toHaveTextContent("no longer offered"));
    expect(model).toHaveTextContent("retired/model");
    expect(screen.getByRole("combobox", { name: "Style" })).toHaveTextContent("brand_style");
  });

  it("takes a configuration from the host only when it is another one", () => {
    const { setFromHost, onValueChange } = renderPanel(cat());
    type(prompt(), "s");
    act(() => setFromHost(JSON.parse(JSON.stringify(onValueChange.mock.lastCall?.[0])) as ImageNodeConfig));
    expect(prompt().value).toBe("A cats");
    act(() => setFromHost(cat({ prompt: { template: "A dog" } })));
    expect(prompt().value).toBe("A dog");
    expect(onValueChange).toHaveBeenCalledTimes(1);
  });

  it("commits on blur, and after half a second's rest, once per edit", () => {
    vi.useFakeTimers();
    try {
      const onValueCommit = vi.fn();
      renderPanel(cat(), { onValueCommit });
      type(prompt(), "s!");
      expect(onValueCommit).not.toHaveBeenCalled();
      fireEvent.blur(prompt());
      expect(onValueCommit).toHaveBeenCalledTimes(1);
      type(prompt(), "?");
      act(() => void vi.advanceTimersByTime(600));
      expect(onValueCommit).toHaveBeenCalledTimes(2);
      expect(onValueCommit.mock.lastCall?.[0]).toMatchObject({ prompt: { template: "A cats!?" } });
    } finally {
      vi.useRealTimers();
    }
  });

  it("resets to the host's configuration", async () => {
    const onValueChange = vi.fn();
    render(
      <Node>
        <ConfigForm.Root defaultValue={cat()} onValueChange={onValueChange}>
          <ModeSwitch.Root>
            <ModeSwitch.Content value="manual">
              <PromptEditor.Root>
                <PromptEditor.Label />
                <PromptEditor.Input />
              </PromptEditor.Root>
            </ModeSwitch.Content>
          </ModeSwitch.Root>
          <ConfigForm.Reset />
        </ConfigForm.Root>
      </Node>,
    );
    expect(screen.getByRole("button", { name: "Reset" })).toBeDisabled();
    type(prompt(), "s");
    await userEvent.click(screen.getByRole("button", { name: "Reset" }));
    expect(prompt().value).toBe("A cat");
    expect(onValueChange.mock.lastCall?.[0]).toMatchObject({ prompt: { template: "A cat" } });
  });

  it("can be put on a form and runs on submit", async () => {
    const onGenerate = vi.fn();
    render(
      <Node>
        <ConfigForm.Root asChild defaultValue={cat()} onGenerate={onGenerate}>
          <form aria-label="node">
            <button type="submit">Go</button>
          </form>
        </ConfigForm.Root>
      </Node>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Go" }));
    await waitFor(() => expect(onGenerate).toHaveBeenCalledWith(cat()));
  });

  it("renders nothing but the prompt's family while the user types, under an echoing host", () => {
    const counts = { ratio: 0, prompt: 0 };
    function Ratio() {
      counts.ratio += 1;
      return <output>{useConfigFormValue("aspectRatio")}</output>;
    }
    function Text() {
      counts.prompt += 1;
      return <output>{useConfigFormValue("prompt.template")}</output>;
    }
    const parts = (
      <ModeSwitch.Root>
        <ModeSwitch.Content value="manual">
          <PromptEditor.Root>
            <PromptEditor.Label />
            <PromptEditor.Input />
          </PromptEditor.Root>
        </ModeSwitch.Content>
        <Ratio />
        <Text />
      </ModeSwitch.Root>
    );
    const { rerender } = render(<Host value={cat()} />);
    function Host({ value }: { value: ImageNodeConfig }) {
      return (
        <Node>
          <ConfigForm.Root value={value} onValueChange={(next) => rerender(<Host value={next} />)}>
            {parts}
          </ConfigForm.Root>
        </Node>
      );
    }
    const before = { ...counts };
    type(prompt(), "s and dogs");
    expect(counts.prompt - before.prompt).toBe(10);
    expect(counts.ratio).toBe(before.ratio);
  });
});

describe("ConfigForm.Generate", () => {
  it("asks for a prompt first, and leads to the field", async () => {
    const { fake } = renderPanel(createImageNodeConfig());
    await userEvent.click(generate());
    expect(await screen.findByText("Write a prompt first.")).toBeVisible();
    expect(prompt()).toHaveFocus();
    expect(prompt()).toHaveAccessibleDescription(/Write a prompt first/);
    expect(fake.runs).toHaveLength(0);
    type(prompt(), "x");
    expect(screen.queryByText("Write a prompt first.")).toBeNull();
  });

  it("runs on the samples where the host gives no run input, and says so", async () => {
    const { fake } = renderPanel(cat({ prompt: { template: "A {{trigger.output.style}} cat" } }));
    expect(screen.getByText("Runs on the sample values of the nodes before.")).toBeVisible();
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request).toMatchObject({
      variables: { trigger: { output: { style: "noir" } } },
      context: { nodeId: "n4", nodeSlug: "image_gen" },
    });
    expect(fake.run().request.variables).not.toHaveProperty("agent");
  });

  it("asks the host for the run's data at each run", async () => {
    const getRunInput = vi.fn(async () => ({
      variables: { trigger: { output: { style: "pop" } } },
      context: { workflowRunId: "run_1" },
    }));
    const { fake } = renderPanel(cat({ prompt: { template: "A {{trigger.output.style}} cat" } }), {
      getRunInput,
    });
    expect(screen.queryByText(/sample values/)).toBeNull();
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request).toMatchObject({
      variables: { trigger: { output: { style: "pop" } } },
      context: { workflowRunId: "run_1", nodeId: "n4" },
    });
  });

  it("sends what the host's own engine made of the text", async () => {
    const resolvePrompt = vi.fn(async (text: string) => text.replace("<% style %>", "noir"));
    const { fake } = renderPanel(cat({ prompt: { template: "A <% style %> cat" } }), { resolvePrompt });
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.input).toEqual({ resolved: "A noir cat" });
    expect(resolvePrompt).toHaveBeenCalledWith("A <% style %> cat", expect.any(Object), "template");
  });

  it("resolves by itself where the back end does not, and sends nothing while a value is missing", async () => {
    const fake = createFakeClient({
      catalog: () =>
        Promise.resolve({ ...catalog, features: { ...catalog.features, templates: "client" as const } }),
    });
    const view = renderPanel(cat({ prompt: { template: "A {{trigger.output.style}} cat" } }), { fake });
    await screen.findByText("Free demo, no AI");
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.input).toEqual({ resolved: "A noir cat" });
    act(() => fake.run().succeed());
    await screen.findByRole("img");

    act(() => view.setFromHost(cat({ prompt: { template: "A {{trigger.output.absent}} cat" } })));
    await userEvent.click(generate());
    await waitFor(() => expect(prompt()).toHaveFocus());
    expect(prompt()).toHaveAttribute("aria-invalid", "true");
    expect(fake.runs).toHaveLength(1);
  });

  it("runs once on Ctrl+Enter in the text and once on a double click", async () => {
    const { fake } = renderPanel(cat());
    prompt().focus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed());
    await screen.findByRole("img");
    await userEvent.dblClick(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    expect(screen.getByRole("button", { name: "Cancel" })).toBeVisible();
    // A cancel asked for too early is sent as soon as the run has an id.
    act(() => fake.run().options.onEvent?.({ event: "started", data: { id: "gen_8" } }));
    expect(fake.calls.cancel).toEqual([]);
  });

  it("becomes Cancel while it runs, keeps the focus and ends the run", async () => {
    const { fake } = renderPanel(cat());
    await userEvent.click(generate());
    const cancel = await screen.findByRole("button", { name: "Cancel" });
    expect(cancel).toHaveFocus();
    expect(screen.getAllByRole("button", { name: "Cancel" })).toHaveLength(1);
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().options.onEvent?.({ event: "started", data: { id: "gen_7" } }));
    await userEvent.click(cancel);
    await waitFor(() => expect(fake.calls.cancel).toEqual(["gen_7"]));
    expect(await screen.findByRole("button", { name: "Generate" })).toHaveFocus();
    expect(
      within(screen.getByRole("region", { name: "Preview" })).getByText(/before a picture was made/),
    ).toBeVisible();
  });

  it("only stops waiting where the back end has no runs to cancel", async () => {
    const fake = createFakeClient({
      catalog: () => Promise.resolve({ ...catalog, features: { ...catalog.features, runs: false } }),
    });
    renderPanel(cat(), { fake });
    await screen.findByText("Free demo, no AI");
    await userEvent.click(generate());
    await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByRole("button", { name: "Wait again" })).toBeVisible();
    expect(fake.calls.cancel).toEqual([]);
  });

  it("puts a refusal at the field it points to and selects the variable", async () => {
    const { fake } = renderPanel(cat({ prompt: { template: "A {{trigger.output.style}} cat" } }));
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() =>
      fake.run().fail(
        new ImageNodeError({
          kind: "missing_variable",
          charged: false,
          errors: [
            {
              pointer: "#/config/prompt/template",
              code: "missing_variable",
              variable: "trigger.output.style",
              suggestion: "trigger.output.stile",
            },
          ],
        }),
      ),
    );
    const configuration = within(screen.getByRole("region", { name: "Configuration" }));
    expect(await configuration.findByText(/Did you mean trigger.output.stile/)).toBeVisible();
    const field = prompt();
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe("trigger.output.style");
  });

  it("lets the host run, and lands its refusal at the fields", async () => {
    let refuse: (error: unknown) => void = () => undefined;
    const onGenerate = vi.fn(() => new Promise((_, reject) => (refuse = reject)));
    const { fake } = renderPanel(cat(), { onGenerate });
    await userEvent.click(generate());
    await waitFor(() => expect(onGenerate).toHaveBeenCalledWith(cat()));
    expect(screen.getByRole("button", { name: "Cancel" })).toBeDisabled();
    act(() =>
      refuse(
        new ImageNodeError({
          kind: "invalid_request",
          errors: [{ pointer: "#/config/style", code: "style_unavailable" }],
        }),
      ),
    );
    expect(await screen.findByText("This style is not offered here.")).toBeVisible();
    expect(screen.getByRole("combobox", { name: "Style" })).toHaveFocus();
    expect(fake.runs).toHaveLength(0);
  });
});

describe("the modes", () => {
  it("keeps each text with its mode and names the fields", async () => {
    const { onValueChange } = renderPanel(cat());
    expect(screen.queryByRole("combobox", { name: "Prompt model" })).toBeNull();
    await userEvent.click(screen.getByRole("tab", { name: "Prompt AI" }));
    type(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Instructions" }), "For a blog");
    expect(screen.getByRole("combobox", { name: "Prompt model" })).toBeVisible();
    await userEvent.click(screen.getByRole("tab", { name: "Manual" }));
    expect(prompt().value).toBe("A cat");
    expect(onValueChange.mock.lastCall?.[0].prompt).toEqual({
      mode: "manual",
      template: "A cat",
      instructions: "For a blog",
    });
  });

  it("says in Auto what is sent and what is held back", async () => {
    renderPanel(cat({ prompt: { mode: "auto" } }), {
      variables: [...variables, { slug: "secrets", label: "Vault", sensitive: true, sample: {} }],
    });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(
      screen.getByText(/outputs of New product and Describe product\. Vault is marked as sensitive/),
    ).toBeVisible();
  });

  it("says in Auto that there is nothing before, and sends nothing", async () => {
    const { fake } = renderPanel(cat({ prompt: { mode: "auto" } }), { variables: [] });
    expect(screen.getByText("Nothing to write from")).toBeVisible();
    await userEvent.click(generate());
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    expect(fake.runs).toHaveLength(0);
    expect(screen.getByText("There is no node before this one to write from.")).toBeVisible();
  });
});

describe("the catalog", () => {
  it("is fetched once for everything that shares a client", async () => {
    const { fake } = renderPanel(cat());
    await screen.findByText("Free demo, no AI");
    expect(fake.calls.catalog).toBe(1);
  });

  it("can be fetched again after a failure", async () => {
    let fails = true;
    const fake = createFakeClient({
      catalog: () =>
        fails ? Promise.reject(new ImageNodeError({ kind: "network" })) : Promise.resolve(catalog),
    });
    renderPanel(cat(), { fake });
    expect(await screen.findByText(/could not be loaded/)).toBeVisible();
    fails = false;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Free demo, no AI")).toBeVisible();
  });

  it("says that a workspace has no image model", async () => {
    const fake = createFakeClient({ catalog: () => Promise.resolve({ ...catalog, imageModels: [] }) });
    renderPanel(cat(), { fake });
    await waitFor(() =>
      expect(screen.getByRole("combobox", { name: "Image model" })).toHaveTextContent("None available"),
    );
    await userEvent.click(generate());
    expect(await screen.findByText("This workspace has no image model.")).toBeVisible();
    expect(fake.runs).toHaveLength(0);
  });

  it("prices the chosen model", async () => {
    renderPanel(cat({ imageModel: "acme/painter" }));
    expect(await screen.findByText(/about 0\.04–0\.07 USD/)).toBeVisible();
  });
});

describe("useConfigForm", () => {
  it("changes a field for a control of the host's own", async () => {
    const onValueChange = vi.fn();
    function Wide() {
      const form = useConfigForm();
      return <button onClick={() => form.setValue("aspectRatio", "landscape")}>wide</button>;
    }
    render(
      <ConfigForm.Root defaultValue={cat()} onValueChange={onValueChange}>
        <Field.Root name="aspectRatio">
          <Wide />
        </Field.Root>
      </ConfigForm.Root>,
    );
    await userEvent.click(screen.getByRole("button", { name: "wide" }));
    expect(onValueChange).toHaveBeenCalledWith(cat({ aspectRatio: "landscape" }));
  });
});

describe("messages", () => {
  it("replaces words key by key", () => {
    renderPanel(cat(), {
      messages: {
        locale: "de",
        words: { "configForm.generate": "Erzeugen", "mode.manual.label": "Von Hand" },
      },
    });
    expect(screen.getByRole("button", { name: "Erzeugen" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Von Hand" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Auto" })).toBeVisible();
  });
});
