import { act, fireEvent, render } from "@testing-library/react";
import {
  ImageNodeProvider,
  ImageNodeScope,
  PromptEditor,
  useVariableAutocomplete,
} from "image-generation-node";
import type { TemplateLanguage, TemplateToken } from "image-generation-node/template";
import { createPathLanguage, createVariableIndex, guardLanguage } from "image-generation-node/template";
import { afterEach, describe, expect, it, vi } from "vitest";
import { classifyTokens } from "../../src/react/prompt-editor/backdrop/classifyTokens.js";
import { Editor, findParts } from "./Editor.js";
import { SOURCES } from "./sources.js";

/** `<% trigger.output.style %>` is a variable, `<%= 1 + 1 %>` an expression, `\\n` the end of both. */
const PERCENTS: TemplateLanguage = {
  name: "percents",
  triggers: ["<%"],
  scan: (text) =>
    Array.from(text.matchAll(/<%(=?)([^%\n]*)%>/g), ({ index, 0: token, 1: code, 2: path = "" }) => ({
      start: index,
      end: index + token.length,
      path: code ? null : path.trim().split("."),
      closed: true,
    })),
  format: (path) => `<% ${path.join(".")} %>`,
  parse: (token) => /^<%([^=%]+)%>$/.exec(token)?.[1]?.trim().split(".") ?? null,
};
const TEXT = "A <% trigger.output.style %> cat {{1 + 1}}\nand <% nope %> <%= 1 + 1 %> {{nope}} {{";
const MARKS = ["known:<% trigger.output.style %>", "unknown:<% nope %>", "expression:<%= 1 + 1 %>"];
const later = (milliseconds: number) =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));

afterEach(() => vi.restoreAllMocks());

describe("a host's own template language", () => {
  it("is what is marked and judged, and nothing else is", async () => {
    const { container } = render(<Editor defaultValue={TEXT} language={PERCENTS} />);
    const editor = findParts(container);
    await expect.poll(editor.marks).toEqual(MARKS);
    await expect.poll(() => container.querySelectorAll('[data-code="unknown_variable"]')).toHaveLength(1);
    expect(container.querySelectorAll("[data-code]")).toHaveLength(1);
    fireEvent.change(editor.field, { target: { value: "<% trigger.output.style %>" } });
    await expect.poll(editor.marks).toEqual(["known:<% trigger.output.style %>"]);
  });

  it("comes from the scope, and a property of the editor wins over it", async () => {
    const none: TemplateLanguage = { ...PERCENTS, scan: vi.fn(() => []) };
    const inScope = (own?: TemplateLanguage) => (
      <ImageNodeProvider baseUrl="/api">
        <ImageNodeScope nodeId="1" nodeSlug="image" variables={SOURCES} language={PERCENTS}>
          <Editor defaultValue={TEXT} language={own} />
        </ImageNodeScope>
      </ImageNodeProvider>
    );
    const first = render(inScope());
    await expect.poll(findParts(first.container).marks).toEqual(MARKS);
    first.unmount();
    const second = render(inScope(none));
    await expect.poll(() => vi.mocked(none.scan).mock.calls.length).toBeGreaterThan(1);
    expect(findParts(second.container).marks()).toEqual([]);
  });

  it("is followed when it changes, and judged again where there is none", async () => {
    const { container, rerender } = render(<Editor defaultValue={TEXT} language={PERCENTS} />);
    const editor = findParts(container);
    await expect.poll(editor.marks).toEqual(MARKS);
    rerender(<Editor defaultValue={TEXT} />);
    await expect.poll(editor.marks).toEqual(["invalid:{{1 + 1}}", "unknown:{{nope}}", "invalid:{{"]);
    await expect.poll(() => editor.part("diagnostic")).not.toBeNull();
    rerender(<Editor defaultValue={TEXT} language={PERCENTS} />);
    await expect.poll(editor.marks).toEqual(MARKS);
  });

  it("fills samples in by its own resolve, also a slow one, and says where it has none", async () => {
    const resolve = vi.fn(async (text: string, variables: unknown) => ({
      text: text.replace("<% x %>", JSON.stringify(variables)),
      diagnostics: [],
    }));
    const language = { ...PERCENTS, resolve };
    const extra = <PromptEditor.Resolved />;
    const sources = [
      { slug: "x", label: "X", sample: 1 },
      { slug: "secret", label: "Secret", sample: "s3cret", sensitive: true },
    ];
    const props = { defaultValue: "A <% x %> <% secret %>", variables: sources, extra };
    const { container, rerender } = render(<Editor {...props} language={language} />);
    const editor = findParts(container);
    await expect
      .poll(() => editor.part("resolved")?.textContent)
      .toBe('A {"x":1,"secret":"hidden"} <% secret %>');
    rerender(<Editor {...props} language={PERCENTS} />);
    fireEvent.change(editor.field, { target: { value: "B <% x %>" } });
    await expect
      .poll(() => editor.part("resolved")?.textContent)
      .toBe("The values are filled in when the node runs.");
    expect(editor.part("resolved")).toHaveAttribute("data-elsewhere");
  });

  it("keeps the text where its resolve fails", async () => {
    const resolve = () => Promise.reject(new Error("no engine"));
    const { container } = render(
      <Editor
        defaultValue="A <% x %>"
        language={{ ...PERCENTS, resolve }}
        extra={<PromptEditor.Resolved />}
      />,
    );
    const editor = findParts(container);
    await expect.poll(() => editor.part("resolved")?.textContent).toBe("A <% x %>");
    expect(editor.part("resolved")).toHaveAttribute("data-incomplete");
  });

  it("is not asked for what it can't write", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const format = () => {
      throw new Error("no");
    };
    const { container } = render(
      <Editor defaultValue="A <% tri" language={{ ...PERCENTS, name: "mute", format }} />,
    );
    const { field, rows } = findParts(container);
    field.focus();
    field.setSelectionRange(8, 8);
    fireEvent.keyDown(field, { key: " ", ctrlKey: true });
    await expect.poll(() => rows().length).toBeGreaterThan(0);
    fireEvent.keyDown(field, { key: "Tab" });
    await later(50);
    expect(field.value).toBe("A <% tri");
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/"mute" threw Error: no in format/));
  });

  const broken = (scan: () => unknown): TemplateLanguage => ({
    ...PERCENTS,
    scan: scan as TemplateLanguage["scan"],
  });
  const at = (start: number, end: number): TemplateToken => ({ start, end, path: null, closed: true });
  it.each<[string, TemplateLanguage, string[]]>([
    [
      "throws",
      broken(() => {
        throw new Error("no");
      }),
      [],
    ],
    ["gives no list", broken(() => null), []],
    ["gives tokens that overlap", broken(() => [at(0, 3), at(2, 5), at(5, 6)]), ["abc", "f"]],
    ["gives tokens outside of the line", broken(() => [at(-1, 2), at(3, 99), at(2, 2)]), []],
  ])("tears no text apart when its scan %s", (_name, language, expected) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const line = "abcdef";
    const marks = classifyTokens(line, 0, createVariableIndex([]), null, guardLanguage(language));
    expect(marks.map(({ start, end }) => line.slice(start, end))).toEqual(expected);
  });

  it("serves a text area of the host's own", async () => {
    const language = createPathLanguage({ open: "<", close: ">" });
    function OwnField() {
      const completion = useVariableAutocomplete({ variables: SOURCES, language });
      return (
        <>
          <textarea {...completion.getInputProps()} />
          <ul {...completion.getListProps()}>
            {completion.items.map((variable, position) => (
              <li key={variable.path} {...completion.getOptionProps(position)}>
                {variable.path}
              </li>
            ))}
          </ul>
          <p role="status">{completion.status}</p>
        </>
      );
    }
    const { container } = render(<OwnField />);
    const field = container.querySelector("textarea");
    if (!field) throw new Error("no field");
    field.focus();
    fireEvent.change(field, { target: { value: "A {{trigger and <trigger.output.sty" } });
    await expect.poll(() => container.querySelectorAll("[role=option]").length).toBeGreaterThan(0);
    fireEvent.keyDown(field, { key: "Tab" });
    await expect.poll(() => field.value).toBe("A {{trigger and <trigger.output.style>");
  });
});
