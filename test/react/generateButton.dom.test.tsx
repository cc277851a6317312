import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { renderPanel } from "./renderNode.js";
import { catalog } from "./samples.js";
import { cat, generate, prompt, type } from "./formControls.js";

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
    const resolve = vi.fn(async (text: string) => ({
      text: text.replace("<% style %>", "noir"),
      diagnostics: [],
    }));
    const language = {
      name: "percents",
      triggers: [],
      scan: () => [],
      format: () => "",
      parse: () => null,
      resolve,
    };
    const { fake } = renderPanel(cat({ prompt: { template: "A <% style %> cat" } }), { language });
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.input).toEqual({ resolved: "A noir cat" });
    expect(resolve).toHaveBeenCalledWith("A <% style %> cat", expect.any(Object), { field: "template" });
  });

  it("resolves by itself where the back end does not, and sends nothing while a value is missing", async () => {
    const fake = createFakeClient({
      catalog: () =>
        Promise.resolve({ ...catalog, features: { ...catalog.features, templates: "client" as const } }),
    });
    const view = renderPanel(cat({ prompt: { template: "A {{trigger.output.style}} cat" } }), { fake });
    await screen.findByText("Free demo");
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
      within(screen.getByRole("region", { name: "Preview" })).getByText(/before a picture was made/, {
        selector: "p",
      }),
    ).toBeVisible();
  });

  it("only stops waiting where the back end has no runs to cancel", async () => {
    const fake = createFakeClient({
      catalog: () => Promise.resolve({ ...catalog, features: { ...catalog.features, runs: false } }),
    });
    renderPanel(cat(), { fake });
    await screen.findByText("Free demo");
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
    expect(await configuration.findByText(/Did you mean “trigger.output.stile”/)).toBeVisible();
    const field = prompt();
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe("trigger.output.style");
  });

  it("lets the host run, and lands its refusal at the fields", async () => {
    let refuse: (error: unknown) => void = () => undefined;
    const onGenerate = vi.fn(() => new Promise((_, reject) => (refuse = reject)));
    const { fake } = renderPanel(cat(), { onGenerate });
    await userEvent.click(generate());
    await waitFor(() => expect(onGenerate).toHaveBeenCalledWith(cat(), { count: 1 }));
    expect(screen.getByRole("button", { name: "Cancel" })).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
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
