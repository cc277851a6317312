import { act, fireEvent, render } from "@testing-library/react";
import type { VariableSource } from "image-generation-node/template";
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts } from "./Editor.js";

const trap = () => {
  throw new Error("read");
};
const GOOD: VariableSource = { slug: "good", label: "Good", sample: { style: "noir" } };

function circular(): unknown {
  const sample: Record<string, unknown> = { name: "x" };
  sample.self = sample;
  return sample;
}

/** What a host may hand over by mistake, a new one each time: it is warned of once. */
const BAD: Record<
  string,
  { sources: (slug: string) => VariableSource[]; warning: RegExp; row: string | null; resolved?: RegExp }
> = {
  "a getter that throws": {
    sources: (slug) => [
      { slug, label: "Bad", sample: Object.defineProperty({}, "key", { get: trap, enumerable: true }) },
    ],
    warning: /sample of the variable "bad1" throws an error .* Pass plain data/,
    row: "key",
    resolved: /x…$/,
  },
  "a proxy that throws": {
    sources: (slug) => [
      {
        slug,
        label: "Bad",
        sample: { key: new Proxy({}, { ownKeys: trap, get: trap, getPrototypeOf: trap }) },
      },
    ],
    warning: /sample of the variable "bad2\.key" throws an error/,
    row: "key",
  },
  "a proxy as a schema": {
    sources: (slug) => [
      {
        slug,
        label: "Bad",
        sample: circular(),
        schema: new Proxy({}, { ownKeys: trap, get: trap, getPrototypeOf: trap }),
      },
    ],
    warning: /"bad3\.self" contains itself/,
    row: "name",
  },
  "a megabyte of text": {
    sources: (slug) => [{ slug, label: "Bad", sample: { key: "x".repeat(1_000_000) } }],
    warning: /sample of the variable "bad4\.key" has 1000000 characters/,
    row: "key",
  },
  "a sample that contains itself": {
    sources: (slug) => [{ slug, label: "Bad", sample: circular() }],
    warning: /sample of the variable "bad5\.self" contains itself and is cut there/,
    row: "self",
  },
  "a slug that is there twice": {
    sources: (slug) => [
      { slug, label: "First", sample: { key: 1 } },
      { slug, label: "Second", sample: { other: 1 } },
    ],
    warning: /Two variable sources have the slug "bad6": only the first/,
    row: "key",
  },
  "an empty slug": {
    sources: () => [{ slug: "", label: "Bad", sample: { key: 1 } }],
    warning: /A variable source has no slug/,
    row: null,
  },
};

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => warn.mockRestore());

const later = (milliseconds: number) =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));

async function type(field: HTMLTextAreaElement, text: string) {
  act(() => field.focus());
  fireEvent.change(field, { target: { value: text } });
  await later(0);
}

describe("variables that a host handed over by mistake", () => {
  it.each(Object.keys(BAD).map((name, at) => [name, at + 1] as const))(
    "[case 32] %s: warns once, in words that say what to do, and goes on",
    async (name, at) => {
      const slug = `bad${at}`;
      const { sources, warning, row, resolved } = BAD[name] ?? {
        sources: () => [],
        warning: /^$/,
        row: null,
      };
      const variables = [...sources(slug), GOOD];
      const { container, rerender } = render(
        <Editor variables={variables} extra={<PromptEditor.Resolved />} />,
      );
      const editor = findParts(container);
      if (row) {
        await type(editor.field, `{{${slug}.`);
        await expect.poll(editor.paths).toContain(`${slug}.${row}`);
        await later(80);
        fireEvent.keyDown(editor.field, { key: "ArrowDown" });
      }
      await type(editor.field, `{{${slug}.${row ?? "x"}}} {{sty`);
      await expect.poll(editor.paths).toEqual(["good.style"]);
      await later(80);
      fireEvent.keyDown(editor.field, { key: "Enter" });
      expect(editor.field.value).toBe(`{{${slug}.${row ?? "x"}}} {{good.style}}`);
      await expect.poll(() => editor.part("resolved")?.textContent).toMatch(resolved ?? /noir$/);
      // Equal variables in a new list are read again, and not complained of again.
      rerender(<Editor variables={[...sources(slug), GOOD]} extra={<PromptEditor.Resolved />} />);
      await later(250);
      const said = warn.mock.calls.map(([message]) => String(message));
      expect(said.filter((message) => warning.test(message))).toHaveLength(1);
    },
  );

  it("are silent about samples that can be read", async () => {
    const { container } = render(<Editor variables={[GOOD]} />);
    const editor = findParts(container);
    await type(editor.field, "{{sty");
    await expect.poll(editor.paths).toEqual(["good.style"]);
    expect(warn).not.toHaveBeenCalled();
  });
});
