import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel } from "image-generation-node";
import type { ImageNodeScopeProps } from "image-generation-node";
import { createImageNodeConfig, validateImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { readProse } from "../../src/react/config-form/readProse.js";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";

const TEXTS = [
  "{{$flow.state.messages[-1].content}}",
  "{{ trigger.title | upper }} and {{",
  "A {{}} fox }} in {{#each items}}{{this}}{{/each}}",
  "{% if style %}A {{ style }} fox{% endif %}",
];
const tokenize = (line: string) =>
  [...line.matchAll(/\{\{[^{}]*\}\}/g)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));

function renderPanelWith(text: string, scope: Partial<ImageNodeScopeProps>, mode: "manual" | "prompt_ai") {
  const fake = createFakeClient();
  const prompt = mode === "manual" ? { template: text } : { mode, instructions: text };
  render(
    <Node fake={fake} {...scope}>
      <ImageNodePanel defaultValue={createImageNodeConfig({ prompt })} />
    </Node>,
  );
  return fake;
}

describe("a host's own template language", () => {
  it.each(TEXTS.flatMap((text) => (["manual", "prompt_ai"] as const).map((mode) => [mode, text] as const)))(
    "is judged by nobody else: %s %s",
    async (mode, text) => {
      const resolvePrompt = vi.fn(() => "A fox");
      const fake = renderPanelWith(text, { resolvePrompt }, mode);
      await screen.findByText(/Free demo|per prompt|about/);
      await userEvent.click(screen.getByRole("button", { name: "Generate" }));
      await waitFor(() => expect(fake.runs).toHaveLength(1));
      const field = mode === "manual" ? "template" : "instructions";
      expect(resolvePrompt).toHaveBeenCalledWith(text, expect.any(Object), field);
      expect(fake.run().request.input).toEqual({ resolved: "A fox" });
      const box = screen.getByRole("textbox", { name: mode === "manual" ? "Prompt" : "Instructions" });
      expect(box).not.toHaveAttribute("aria-invalid");
      expect(document.querySelector('[data-imagenode-part="prompt-editor-diagnostics"]')).toBeNull();
      expect(document.querySelector('[data-state="invalid"], [data-state="unknown"]')).toBeNull();
    },
  );

  it("is not judged where only its tokens are known, and the back end resolves it", async () => {
    const fake = renderPanelWith(TEXTS[0] ?? "", { tokenize }, "manual");
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.input).toBeUndefined();
  });

  it("still needs a text", async () => {
    const resolvePrompt = vi.fn(() => "A fox");
    const fake = renderPanelWith("  ", { resolvePrompt }, "manual");
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    expect(await screen.findByText("Write a prompt first.")).toBeVisible();
    expect(fake.runs).toHaveLength(0);
  });

  it("gets no advice about what its tokens say", () => {
    const resolvePrompt = () => "A fox";
    const text = "A fox of {{ size('1024x1024') }}\nin {{anime}} light";
    expect(readProse(text, { resolvePrompt, tokenize: undefined })).toBeNull();
    expect(readProse(text, { resolvePrompt, tokenize })).toBe("A fox of  … \nin  …  light");
    expect(readProse(text, null)).toBe(text);
    const broken = () => {
      throw new Error("no");
    };
    expect(readProse(text, { resolvePrompt, tokenize: broken })).toBeNull();
  });

  it("can be left alone by validateImageNodeConfig too", () => {
    for (const template of TEXTS) {
      const config = createImageNodeConfig({ prompt: { template } });
      expect(validateImageNodeConfig(config, { variables: [], readsTemplate: false })).toEqual([]);
    }
    const empty = createImageNodeConfig({ prompt: { template: " " } });
    expect(validateImageNodeConfig(empty, { readsTemplate: false })).toMatchObject([
      { code: "empty_prompt" },
    ]);
  });
});
