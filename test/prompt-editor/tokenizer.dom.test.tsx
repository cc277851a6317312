import { act, fireEvent, render } from "@testing-library/react";
import { ImageNodeProvider, ImageNodeScope, PromptEditor, type PromptTokenizer } from "image-generation-node";
import { describe, expect, it, vi } from "vitest";
import { classifyTokens } from "../../src/react/prompt-editor/backdrop/classifyTokens.js";
import { createVariableIndex } from "image-generation-node/template";
import { Editor, findParts } from "./Editor.js";
import { SOURCES } from "./sources.js";

const tokenize: PromptTokenizer = (line) =>
  Array.from(line.matchAll(/<%(.*?)%>/g), ({ index, 0: token, 1: code = "" }) => ({
    start: index,
    end: index + token.length,
    ...(code.includes("!") && { state: "unknown" as const }),
  }));
const later = (milliseconds: number) =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
const TEXT = "A <% style %> cat {{1 + 1}}\nand <% !x %> {{nope}} {{";

describe("a host's own template language", () => {
  it("is what is marked, and nothing in it is judged or filled in", async () => {
    const { container } = render(
      <Editor defaultValue={TEXT} tokenize={tokenize} extra={<PromptEditor.Resolved />} />,
    );
    const editor = findParts(container);
    await expect.poll(editor.marks).toEqual(["known:<% style %>", "unknown:<% !x %>"]);
    await later(600);
    expect(editor.part("diagnostics")).toBeNull();
    expect(editor.part("resolved")).toBeNull();
    expect(editor.field).not.toHaveAttribute("aria-invalid");
    fireEvent.change(editor.field, { target: { value: "<% a %>" } });
    await expect.poll(editor.marks).toEqual(["known:<% a %>"]);
  });

  it("comes from the scope, and a property of the editor wins over it", async () => {
    const none: PromptTokenizer = vi.fn(() => []);
    const inScope = (own?: PromptTokenizer) => (
      <ImageNodeProvider baseUrl="/api">
        <ImageNodeScope nodeId="1" nodeSlug="image" variables={SOURCES} tokenize={tokenize}>
          <Editor defaultValue={TEXT} tokenize={own} />
        </ImageNodeScope>
      </ImageNodeProvider>
    );
    const first = render(inScope());
    await expect.poll(findParts(first.container).marks).toHaveLength(2);
    first.unmount();
    const second = render(inScope(none));
    await expect.poll(() => vi.mocked(none).mock.calls.length).toBeGreaterThan(1);
    expect(findParts(second.container).marks()).toEqual([]);
  });

  it("is judged again where there is none", async () => {
    const { container } = render(<Editor defaultValue={TEXT} />);
    const editor = findParts(container);
    await expect.poll(() => editor.part("diagnostic")).not.toBeNull();
    expect(editor.marks()).toEqual(["invalid:{{1 + 1}}", "unknown:{{nope}}", "invalid:{{"]);
  });

  it.each<[string, PromptTokenizer, string[]]>([
    [
      "throws",
      () => {
        throw new Error("no");
      },
      [],
    ],
    ["gives no list", () => null as never, []],
    [
      "gives tokens that overlap",
      () => [
        { start: 0, end: 3 },
        { start: 2, end: 5 },
        { start: 5, end: 6 },
      ],
      ["abc", "f"],
    ],
    [
      "gives tokens outside of the line",
      () => [
        { start: -1, end: 2 },
        { start: 3, end: 99 },
        { start: 2, end: 2 },
      ],
      [],
    ],
  ])("tears no text apart when its tokenizer %s", (_name, broken, expected) => {
    const line = "abcdef";
    const marks = classifyTokens(line, 0, createVariableIndex([]), null, broken);
    expect(marks.map(({ start, end }) => line.slice(start, end))).toEqual(expected);
  });
});
