import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Field, ImageNodeProvider, ModeSwitch, PromptEditor } from "image-generation-node";
import { StyleSelect } from "image-generation-node";
import { de } from "image-generation-node/messages/de";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";

const cat = (changes = {}) => createImageNodeConfig({ prompt: { template: "A cat" }, ...changes });
const generate = () => screen.getByRole("button", { name: "Generate" });
const said = () => screen.findByRole("alert");

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockRestore();
});

function renderForm(config: unknown, parts: ReactNode, options: object = {}) {
  const fake = createFakeClient();
  render(
    <Node fake={fake} {...options}>
      <ConfigForm.Root defaultValue={config as ImageNodeConfig}>
        {parts}
        <ConfigForm.Generate />
      </ConfigForm.Root>
    </Node>,
  );
  return fake;
}

const anatomy = (
  <ModeSwitch.Root>
    <ModeSwitch.List>
      <ModeSwitch.Trigger value="manual" />
      <ModeSwitch.Trigger value="auto" />
    </ModeSwitch.List>
    <ModeSwitch.Content value="manual">
      <PromptEditor.Root>
        <PromptEditor.Label />
        <PromptEditor.Input />
      </PromptEditor.Root>
    </ModeSwitch.Content>
    <ModeSwitch.Content value="auto" />
  </ModeSwitch.Root>
);

describe("Generate, where no field shows the fault", () => {
  it("says that the prompt is empty and leads to it, in a form of an editor alone", async () => {
    const fake = renderForm(createImageNodeConfig(), anatomy);
    await userEvent.click(generate());
    expect(await said()).toHaveTextContent("Prompt: Write a prompt first.");
    expect(screen.getByRole("textbox")).toHaveFocus();
    expect(fake.runs).toHaveLength(0);
    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(/<Field.Root name="prompt.template">.*<ConfigForm.Error/),
    );
    await userEvent.type(screen.getByRole("textbox"), "A cat");
    expect(screen.queryByRole("alert")).toBeNull();
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });

  it.each([
    ["aspectRatio", cat({ aspectRatio: "3:2" }), /Aspect ratio: /],
    ["style", cat({ style: "gone" }), /Style: /],
    ["imageModel", cat({ imageModel: "gone/painter" }), /Image model: .*no longer offered/],
    [
      "promptModel",
      cat({ promptModel: "gone/writer", prompt: { mode: "prompt_ai", instructions: "A cat" } }),
      /Prompt model: /,
    ],
    ["prompt.instructions", cat({ prompt: { mode: "prompt_ai", instructions: "" } }), /Instructions: /],
  ])("says what is wrong with %s, and moves focus to the words", async (path, config, words) => {
    const parts = (
      <>
        <ConfigForm.CostEstimate />
        <ConfigForm.Error data-testid="error" />
      </>
    );
    const fake = renderForm(config, parts);
    await screen.findByText("Free demo").catch(() => undefined);
    await userEvent.click(generate());
    await waitFor(() => expect(screen.getByTestId("error").textContent).toMatch(words));
    expect(screen.getByTestId("error")).toHaveFocus();
    expect(screen.getAllByRole("alert")).toHaveLength(1);
    expect(fake.runs).toHaveLength(0);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(`<Field.Root name="${path}">`));
  });

  it("says it in a field that has no error part, and names that part", async () => {
    renderForm(
      cat({ style: "gone" }),
      <Field.Root name="style">
        <StyleSelect.Root>
          <StyleSelect.Trigger aria-label="Style">
            <StyleSelect.Value />
          </StyleSelect.Trigger>
        </StyleSelect.Root>
      </Field.Root>,
    );
    await screen.findByText(/gone/);
    await userEvent.click(generate());
    expect((await said()).textContent).toMatch(/^Style: /);
    expect(screen.getByRole("combobox")).toHaveFocus();
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('<Field.Error> in its <Field.Root name="style">'),
    );
  });

  it("leaves a fault to the field that shows it", async () => {
    renderForm(
      createImageNodeConfig(),
      <Field.Root name="prompt.template">
        <PromptEditor.Root>
          <PromptEditor.Input />
        </PromptEditor.Root>
        <Field.Error />
      </Field.Root>,
    );
    await userEvent.click(generate());
    expect(await screen.findByText("Write a prompt first.")).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(warn).not.toHaveBeenCalled();
  });

  it("says what a back end found at a field that is not there", async () => {
    const fake = renderForm(cat(), null);
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    const errors = [{ pointer: "#/config/style", code: "not_allowed" }];
    await act(async () =>
      fake.run().fail(new ImageNodeError({ kind: "invalid_request", charged: false, errors })),
    );
    expect(await said()).toHaveTextContent("Style: The back end refused this value (not_allowed).");
    expect(await said()).toHaveFocus();
  });

  it("says it inside of a host's own form element too", async () => {
    render(
      <Node messages={de}>
        <ConfigForm.Root asChild defaultValue={createImageNodeConfig()}>
          <form>
            <button>Los</button>
          </form>
        </ConfigForm.Root>
      </Node>,
    );
    await userEvent.click(screen.getByRole("button"));
    expect((await said()).textContent).toMatch(/^Prompt: /);
    expect((await said()).parentElement?.tagName).toBe("FORM");
  });

  it("says that nothing can run, without a scope", async () => {
    render(
      <ImageNodeProvider client={createFakeClient().client}>
        <ConfigForm.Root defaultValue={cat()}>
          <ConfigForm.Generate />
        </ConfigForm.Root>
      </ImageNodeProvider>,
    );
    await userEvent.click(generate());
    expect(await said()).toHaveTextContent("Nothing is connected that could run this node.");
    expect(await said()).toHaveFocus();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining("<ImageNodeScope>"));
  });
});
