import { describe, expect, it, vi } from "vitest";
import { renderEditor } from "./Editor.js";
import { painted, press, put, settled, typeText, waitForClosed, waitForOpen } from "./keys.js";

describe("<PromptEditor.Input /> opens the list", () => {
  it("[case 1] at the top-level nodes, their leaves below them, when two braces are typed, and not for one, for a < b or for }}", async () => {
    const editor = renderEditor();
    await put(editor.field, "");
    for (const text of ["{", " a < b", " }}", "}"]) {
      await typeText(text);
      await settled();
      expect(editor.isOpen(), text).toBe(false);
    }
    await typeText(" {{");
    await waitForOpen(editor);
    expect(editor.paths().filter((path) => !path.includes("."))).toEqual([
      "agent",
      "trigger",
      "vault",
      "later",
    ]);
    expect(editor.paths().slice(0, 5)).toEqual([
      "agent",
      "agent.output.structured.subject",
      "agent.output.structured.mood",
      "trigger",
      "trigger.output.style",
    ]);
  });

  it("[case 2] and replaces the whole of a closed token, never leaving four braces", async () => {
    const editor = renderEditor({ defaultValue: "A {{trigger.output.style}} cat" });
    await put(editor.field, "A {{trigger.output.st".length);
    await typeText("y");
    await waitForOpen(editor);
    await press("{Backspace}{Backspace}{Backspace}");
    await typeText("si");
    await expect.poll(editor.active).toBe("trigger.output.size");
    await press("{Tab}");
    await expect.poll(() => editor.field.value).toBe("A {{trigger.output.size}} cat");
  });

  it.each([
    ["{{trigger.output.styl| and prose", "{{trigger.output.style}} and prose"],
    ["{{trigger.output.styl|}} and prose", "{{trigger.output.style}} and prose"],
    ["{{trigger.output.styl|}}{{agent}}", "{{trigger.output.style}}{{agent}}"],
  ])("[case 3] and replaces only the token in %s", async (before, after) => {
    const caret = before.indexOf("|");
    const editor = renderEditor({ defaultValue: before.replace("|", "") });
    await put(editor.field, caret);
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    await press("{Enter}");
    await expect.poll(() => editor.field.value).toBe(after);
  });

  it("[case 4] not after an escaped pair, and survives three and four braces", async () => {
    const editor = renderEditor();
    await put(editor.field, "");
    await typeText("\\{{");
    await settled();
    expect(editor.isOpen()).toBe(false);
    await press("{Enter}");
    await typeText("{{{{ag");
    expect(editor.field.value).toBe("\\{{\n{{{{ag");
    await waitForOpen(editor);
  });

  it("[case 5] not across a line end, and not from five thousand characters back", async () => {
    const editor = renderEditor({ defaultValue: `{{${"x ".repeat(2500)}` });
    await put(editor.field, editor.field.value.length);
    await typeText("y");
    await settled();
    expect(editor.isOpen()).toBe(false);
    await typeText(" {{a");
    await waitForOpen(editor);
    await press("{Shift>}{Enter}{/Shift}");
    await waitForClosed(editor);
    await typeText("b");
    await settled();
    expect(editor.isOpen()).toBe(false);
  });

  it("[case 7] by Ctrl+Space, with fresh braces where the caret is in no token", async () => {
    const editor = renderEditor({ defaultValue: "A  cat" });
    await put(editor.field, 2);
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    expect(editor.field.value).toBe("A {{ cat");
    await typeText("subject");
    await expect.poll(editor.active).toBe("agent.output.structured.subject");
    await press("{Enter}");
    expect(editor.field.value).toBe("A {{agent.output.structured.subject}} cat");
  });
});

describe("<PromptEditor.Suggestions /> shows what was typed", () => {
  it("in the paths of its rows", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{moo");
    await waitForOpen(editor);
    const hits = () => [...(CSS.highlights.get("imagenode-hit") ?? [])].map((range) => String(range));
    await expect.poll(hits).toEqual(["moo"]);
    await typeText("d");
    await expect.poll(hits).toEqual(["mood"]);
  });
});

describe("<PromptEditor.Highlight />", () => {
  it("[case 6] shows the token being typed as pending, and as a problem once it is left", async () => {
    const editor = renderEditor();
    await put(editor.field, "");
    await typeText("{{nop");
    await expect.poll(editor.marks).toEqual(["pending:{{nop"]);
    await press("{Shift>}{Enter}{/Shift}");
    await expect.poll(editor.marks).toEqual(["invalid:{{nop"]);
    await expect.poll(() => editor.part("diagnostic")?.dataset.code).toBe("unclosed_braces");
    await expect.poll(() => editor.field.getAttribute("aria-invalid")).toBe("true");
    expect(editor.field.getAttribute("aria-describedby")).toBe(`${editor.part("diagnostics")?.id}-0`);
  });

  it("[case 34] turns a mark from known to unknown and back without an edit or a new element", async () => {
    const editor = renderEditor({
      defaultValue: "{{trigger.output.style}} {{later.output.text}} {{}} {{nope.x}}",
    });
    const expected = [
      "known:{{trigger.output.style}}",
      "late:{{later.output.text}}",
      "invalid:{{}}",
      "unknown:{{nope.x}}",
    ];
    await expect.poll(editor.marks).toEqual(expected);
    const mark = editor.container.querySelector("mark");
    const { Editor } = await import("./Editor.js");
    editor.rerender(<Editor defaultValue="" variables={[]} />);
    await expect.poll(() => mark?.dataset.state).toBe("unknown");
    editor.rerender(<Editor defaultValue="" />);
    await expect.poll(editor.marks).toEqual(expected);
    expect(editor.container.querySelector("mark")).toBe(mark);
  });

  it("says so in an attribute when the text is too long for marks", async () => {
    const onValueChange = vi.fn();
    const editor = renderEditor({
      defaultValue: `{{trigger.output.style}} ${"y".repeat(10_001)}`,
      onValueChange,
    });
    await painted();
    expect(editor.marks()).toEqual([]);
    expect(editor.part("highlight")?.dataset.unmarked).toBe("");
  });
});
