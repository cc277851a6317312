import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Field, PromptEditor } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { catalog } from "./samples.js";

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });

/** The form's own prompt, and beside it in the same field an editor with a text that the host keeps. */
function renderBoth(text: { value: string } | { defaultValue: string }, options: object = {}) {
  const [model] = catalog.imageModels;
  if (!model) throw new Error("The sample catalog has a model.");
  const short = { ...catalog, imageModels: [{ ...model, maxPromptLength: 3 }] };
  const fake = createFakeClient({ catalog: () => Promise.resolve(short) });
  const onValueChange = vi.fn();
  render(
    <Node fake={fake}>
      <ConfigForm.Root defaultValue={createImageNodeConfig()} onValueChange={onValueChange} {...options}>
        <Field.Root name="prompt.template">
          <PromptEditor.Root>
            <PromptEditor.Label>The form's</PromptEditor.Label>
            <PromptEditor.Input />
            <PromptEditor.Diagnostics data-testid="form's" />
          </PromptEditor.Root>
          <PromptEditor.Root {...text} data-testid="own">
            <PromptEditor.Label>My own</PromptEditor.Label>
            <PromptEditor.Input />
            <PromptEditor.Diagnostics />
          </PromptEditor.Root>
          <Field.Error />
        </Field.Root>
        <ConfigForm.Generate />
      </ConfigForm.Root>
    </Node>,
  );
  return onValueChange;
}

describe.each([{ value: "A note" }, { defaultValue: "A note" }])(
  "an editor with %o inside a form",
  (text) => {
    it("is not invalid because the form's prompt is", async () => {
      renderBoth(text);
      await userEvent.click(screen.getByRole("button", { name: "Generate" }));
      await waitFor(() => expect(field("The form's")).toBeInvalid());
      expect(field("My own")).toBeValid();
      expect(field("My own")).not.toHaveAttribute("aria-describedby");
      expect(screen.getByTestId("own")).not.toHaveAttribute("data-invalid");
    });

    it("does not take the name of the form's prompt", () => {
      renderBoth(text);
      expect(field("The form's")).toHaveAttribute("name", "prompt.template");
      expect(field("My own")).not.toHaveAttribute("name");
    });

    it("is not measured by what the chosen model takes", async () => {
      renderBoth(text);
      await userEvent.type(field("The form's"), "A cat");
      expect(await screen.findByTestId("form's")).toBeVisible();
      expect(screen.getAllByRole("list")).toHaveLength(1);
      expect(field("My own")).toBeValid();
    });

    it("does not write into the form's prompt", async () => {
      const onValueChange = renderBoth(text);
      await userEvent.type(field("My own"), "!");
      expect(field("My own")).toHaveValue("A note!");
      expect(onValueChange).not.toHaveBeenCalled();
    });

    it("is locked with the form", () => {
      renderBoth(text, { disabled: true });
      expect(field("My own")).toBeDisabled();
    });
  },
);
