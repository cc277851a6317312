import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { PromptEditor } from "image-generation-node";
import { createImageNodeConfig, ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { SOURCES } from "../prompt-editor/sources.js";
import { generationOf } from "./samples.js";
import { renderPanel } from "./renderNode.js";

/** Elements that stand in a line with what is beside them, also under a reset that makes buttons plain text. */
const INLINE = /^(?:span|strong|small|code|kbd|time|button|a|mark|ins)$/;

/** Neighbours in a line whose words run together without a style sheet. */
function runTogether(root: ParentNode): string[] {
  // Where the sheet would not hide them beside its own gaps. In a list's line, a space at the end takes no room.
  const strays = root.querySelectorAll(":not([data-imagenode-part], li) > [data-imagenode-part='space']");
  const found = Array.from(strays, (space) => `a space in <${String(space.parentElement?.localName)}>`);
  for (const element of root.querySelectorAll("*")) {
    const next = element.nextElementSibling;
    if (!next || element.nextSibling !== next) continue;
    // What stands in a layer of its own is beside nothing.
    if (element.matches("[popover]") || next.matches("[popover]")) continue;
    if (!INLINE.test(element.localName) || !INLINE.test(next.localName)) continue;
    // Parts of one text, cut at the words that are marked.
    if (
      element.closest(
        '[data-imagenode-part="prompt-editor-resolved"], [data-imagenode-part="preview-stage-text"]',
      )
    )
      continue;
    const [before, after] = [element.textContent ?? "", next.textContent ?? ""];
    if (before === "" || after === "" || /\s$/.test(before) || /^\s/.test(after)) continue;
    found.push(`${before}|${after}`);
  }
  return found;
}

const config = createImageNodeConfig({
  imageModel: "acme/painter",
  prompt: { template: "anime {{trigger.output.style}} {{nobody}}" },
});

async function run() {
  const view = renderPanel({ ...config, prompt: { ...config.prompt, template: "A cat" } });
  await screen.findByText(/about 0/);
  fireEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(view.fake.runs).toHaveLength(1));
  return view;
}

describe("without the style sheet, words stay apart", () => {
  it("in the form, with hints and problems", async () => {
    const { container } = renderPanel(config);
    await waitFor(() =>
      expect(container.querySelector("[data-imagenode-part=config-form-hint]")).not.toBeNull(),
    );
    expect(runTogether(container)).toEqual([]);
    expect(container.textContent).toContain("Square 1:1");
  });

  it("in an open select", async () => {
    renderPanel(config);
    await screen.findByText(/about 0/);
    Element.prototype.scrollIntoView ??= () => undefined;
    const select = screen.getByRole("combobox", { name: "Aspect ratio" });
    act(() => select.focus());
    fireEvent.keyDown(select, { key: "Enter" });
    await screen.findAllByRole("option");
    expect(runTogether(document.body)).toEqual([]);
  });

  it("in a run, with an image and its variables", async () => {
    const { container, fake } = await run();
    expect(runTogether(container)).toEqual([]);
    act(() => fake.run().succeed(generationOf()));
    await screen.findByText("Done");
    const details = container.querySelector("details") as HTMLDetailsElement;
    act(() => {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    });
    await waitFor(() =>
      expect(container.querySelector("[data-imagenode-part=preview-reference]")).not.toBeNull(),
    );
    expect(runTogether(container)).toEqual([]);
  });

  it("in an error with variables", async () => {
    const { container, fake } = await run();
    const errors = [
      {
        pointer: "/config/prompt/template",
        code: "missing_variable",
        message: "",
        variable: "a.b",
        suggestion: "a.c",
      },
    ];
    act(() =>
      fake.run().fail(new ImageNodeError({ kind: "validation", charged: false, requestId: "r", errors })),
    );
    await waitFor(() =>
      expect(container.querySelector("[data-imagenode-part=preview-error]")).not.toBeNull(),
    );
    expect(runTogether(container)).toEqual([]);
  });

  it.each(["{{tri", "{{zzz", "{{"])("in the list for %s", async (text) => {
    const { container } = render(
      <PromptEditor.Root variables={SOURCES} defaultValue="">
        <PromptEditor.Input aria-label="Prompt" />
        <PromptEditor.Suggestions />
      </PromptEditor.Root>,
    );
    const field = screen.getByRole("textbox") as HTMLTextAreaElement;
    act(() => field.focus());
    fireEvent.change(field, { target: { value: text } });
    await waitFor(() =>
      expect(container.querySelector("[data-imagenode-part=prompt-editor-hint]")).not.toBeNull(),
    );
    expect(runTogether(container)).toEqual([]);
  });
});
