import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, promptHints } from "image-generation-node";
import type { ImageNodeScopeProps } from "image-generation-node";
import {
  createImageNodeConfig,
  ImageNodeError,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import { doubleBraceLanguage, resolveTemplate } from "image-generation-node/template";
import type { TemplateLanguage } from "image-generation-node/template";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";

const TEXTS = [
  "{{$flow.state.messages[-1].content}}",
  "{{ trigger.title | upper }} and {{",
  "A {{}} fox }} in {{#each items}}{{this}}{{/each}}",
  "{% if style %}A {{ style }} fox{% endif %}",
];
/** All that stands between braces is an expression of the host's. */
const EXPRESSIONS: TemplateLanguage = {
  name: "expressions",
  triggers: [],
  scan: (text) =>
    [...text.matchAll(/\{\{[^{}\n]*\}\}/g)].map((hit) => ({
      start: hit.index,
      end: hit.index + hit[0].length,
      path: null,
      closed: true,
    })),
  format: (path) => `{{ ${path.join(".")} }}`,
  parse: () => null,
};

afterEach(() => vi.restoreAllMocks());

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
      const resolve = vi.fn(() => ({ text: "A fox", diagnostics: [] }));
      const fake = renderPanelWith(text, { language: { ...EXPRESSIONS, resolve } }, mode);
      await screen.findByText(/Free demo|per prompt|about/);
      await userEvent.click(screen.getByRole("button", { name: "Generate" }));
      await waitFor(() => expect(fake.runs).toHaveLength(1));
      const field = mode === "manual" ? "template" : "instructions";
      expect(resolve).toHaveBeenCalledWith(text, expect.any(Object), { field });
      expect(fake.run().request.input).toEqual({ resolved: "A fox" });
      const box = screen.getByRole("textbox", { name: mode === "manual" ? "Prompt" : "Instructions" });
      expect(box).not.toHaveAttribute("aria-invalid");
      expect(document.querySelector('[data-imagenode-part="prompt-editor-diagnostics"]')).toBeNull();
      expect(document.querySelector('[data-state="invalid"], [data-state="unknown"]')).toBeNull();
    },
  );

  it("is resolved by the back end where it has no resolve", async () => {
    const fake = renderPanelWith(TEXTS[0] ?? "", { language: EXPRESSIONS }, "manual");
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.input).toBeUndefined();
  });

  it.each<[string, TemplateLanguage["resolve"], RegExp]>([
    [
      "a problem",
      () => ({
        text: "",
        diagnostics: [
          {
            code: "missing_variable",
            severity: "error",
            range: { start: 0, end: 1 },
            message: "x",
            path: "a.b",
          },
        ],
      }),
      /“?a\.b”? has no value|a\.b/,
    ],
    [
      "an error of the contract",
      () => {
        throw new ImageNodeError({ kind: "content_blocked", message: "x", charged: false });
      },
      /refused|blocked|not allowed/i,
    ],
    ["nonsense", () => 5 as never, /broken variable/],
  ])("that gives %s in resolve sends nothing", async (_name, resolve, words) => {
    const fake = renderPanelWith("A {{ a.b }} fox", { language: { ...EXPRESSIONS, resolve } }, "manual");
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await screen.findAllByText(words);
    expect(fake.runs).toHaveLength(0);
  });

  it("still needs a text", async () => {
    const resolve = vi.fn(() => ({ text: "A fox", diagnostics: [] }));
    const fake = renderPanelWith("  ", { language: { ...EXPRESSIONS, resolve } }, "manual");
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    expect(await screen.findByText("Write a prompt first.")).toBeVisible();
    expect(fake.runs).toHaveLength(0);
  });

  it("gets no advice about what its tokens say", () => {
    const styles = [{ id: "anime", label: "Anime", words: ["anime"] }];
    const text = "A fox of {{ size('1024x1024') }}\nin {{anime}} light";
    expect(promptHints(text, { styles, style: "auto", language: EXPRESSIONS })).toEqual([]);
    expect(promptHints("{{anime}}", { styles, style: "auto", language: EXPRESSIONS })).toEqual([]);
    expect(
      promptHints("{{anime}}", { styles, style: "auto", language: { ...EXPRESSIONS, scan: () => [] } }),
    ).not.toEqual([]);
  });

  it("is what validateImageNodeConfig judges by", () => {
    for (const template of TEXTS) {
      const config = createImageNodeConfig({ prompt: { template } });
      expect(validateImageNodeConfig(config, { variables: [], language: EXPRESSIONS })).toEqual([]);
    }
    const empty = createImageNodeConfig({ prompt: { template: " " } });
    expect(validateImageNodeConfig(empty, { language: EXPRESSIONS })).toMatchObject([
      { code: "empty_prompt" },
    ]);
  });
});

describe("doubleBraceLanguage.escape", () => {
  it("makes a template that resolves to exactly the text", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "{{",
      "}}",
      "\\",
      "\\{{",
      "a",
      "{{ trigger.output.x }}",
      '"',
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join("");
        const escaped = doubleBraceLanguage.escape?.(text) ?? "";
        const resolved = resolveTemplate(escaped, { trigger: { output: { x: 1 } } });
        expect(resolved.text).toBe(text);
        expect(resolved.diagnostics).toEqual([]);
      }),
    );
  });
});
