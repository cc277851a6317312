import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForClosed, waitForOpen } from "./keys.js";

async function openAt(text: string, typed: string, props = {}) {
  const editor = renderEditor({ defaultValue: text, ...props });
  await put(editor.field, text.length);
  await typeText(typed);
  await waitForOpen(editor);
  return editor;
}

describe("<PromptEditor.Suggestions /> and the keyboard", () => {
  it("[case 8] closes on Escape, keeps the text, and stays closed for that token only", async () => {
    const editor = await openAt("", "{{ag");
    await press("{Escape}");
    expect(editor.isOpen()).toBe(false);
    await typeText("ent");
    await settled();
    expect(editor.isOpen()).toBe(false);
    expect(editor.field.value).toBe("{{agent");
    await typeText(" and {{ag");
    await waitForOpen(editor);
  });

  it("[case 8] reopens a dismissed token by Ctrl+Space", async () => {
    const editor = await openAt("", "{{ag");
    await press("{Escape}");
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    expect(editor.field.value).toBe("{{ag");
  });

  it("[case 9] accepts on Enter, breaks the line on Shift+Enter and where nothing matches", async () => {
    const editor = await openAt("", "{{subject");
    await press("{Enter}");
    expect(editor.field.value).toBe("{{agent.output.structured.subject}}");
    await typeText("{{zzzz");
    await waitForOpen(editor);
    expect(editor.rows()).toHaveLength(0);
    expect(editor.part("empty")?.textContent).toContain("zzzz");
    await press("{Enter}");
    expect(editor.field.value).toBe("{{agent.output.structured.subject}}{{zzzz\n");
    await waitForClosed(editor);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Shift>}{Enter}{/Shift}");
    expect(editor.field.value.endsWith("{{mood\n")).toBe(true);
  });

  it("[case 10] takes an Enter right after the list appeared by itself for a line end", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{");
    await press("{Enter}");
    expect(editor.field.value).toBe("{{\n");
  });

  it("[case 11] accepts on Tab, leaves on Shift+Tab, and is never a tab stop", async () => {
    const before = document.createElement("button");
    document.body.prepend(before);
    const editor = await openAt("", "{{mood");
    await press("{Tab}");
    expect(editor.field.value).toBe("{{agent.output.structured.mood}}");
    expect(document.activeElement).toBe(editor.field);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Shift>}{Tab}{/Shift}");
    expect(editor.isOpen()).toBe(false);
    expect(document.activeElement).toBe(before);
    before.remove();
  });

  it("[case 11] moves the focus past the list on Tab where nothing matches", async () => {
    const after = document.createElement("button");
    const editor = await openAt("", "{{zzzz");
    document.body.append(after);
    await press("{Tab}");
    expect(document.activeElement).toBe(after);
    expect(editor.isOpen()).toBe(false);
    after.remove();
  });

  it("[case 12] wraps by arrows, pages by eight, and leaves Home and End to the text", async () => {
    const variables = [
      {
        slug: "many",
        label: "Many",
        sample: Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`key${i + 10}`, i])),
      },
    ];
    const editor = await openAt("", "{{many.", { variables });
    expect(editor.active()).toBe("many.key10");
    await press("{ArrowUp}");
    await expect.poll(editor.active).toBe("many.key29");
    await press("{ArrowDown}");
    await expect.poll(editor.active).toBe("many.key10");
    await press("{PageDown}");
    await expect.poll(editor.active).toBe("many.key18");
    await press("{PageDown}{PageDown}");
    await expect.poll(editor.active).toBe("many.key29");
    await press("{PageUp}");
    await expect.poll(editor.active).toBe("many.key21");
    await press("{Home}");
    expect(editor.field.selectionStart).toBe(0);
    await waitForClosed(editor);
  });

  it("[case 12] closes when the caret leaves the token", async () => {
    const editor = await openAt("ab ", "{{a");
    await press("{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    await waitForClosed(editor);
  });

  it("[case 14] goes into a branch by Tab, Enter, a dot and ArrowRight, and back by Backspace", async () => {
    const leaves = ["agent.output.structured.subject", "agent.output.structured.mood"];
    const editor = await openAt("", "{{ag");
    expect(editor.active()).toBe("agent");
    await press("{Tab}");
    expect(editor.field.value).toBe("{{agent.");
    await expect.poll(editor.paths).toEqual(["agent.output", ...leaves]);
    await press("{ArrowDown}{ArrowUp}");
    await typeText(".");
    expect(editor.field.value).toBe("{{agent.output.");
    await expect.poll(editor.paths).toEqual(["agent.output.structured", ...leaves]);
    await press("{ArrowDown}{ArrowUp}{ArrowRight}");
    expect(editor.field.value).toBe("{{agent.output.structured.");
    await expect
      .poll(editor.paths)
      .toEqual(["agent.output.structured.subject", "agent.output.structured.mood"]);
    await press("{Backspace}{Backspace}");
    await expect.poll(editor.active).toBe("agent.output.structured");
    expect(editor.isOpen()).toBe(true);
    await press("{Enter}");
    expect(editor.field.value).toBe("{{agent.output.structured.");
    await expect.poll(editor.paths).toEqual(leaves);
    await press("{Enter}");
    expect(editor.field.value).toBe("{{agent.output.structured.subject}}");
    await waitForClosed(editor);
  });

  it.each([
    ["an unknown name", "{{agent.output.strctured", "."],
    ["the beginning of a name", "{{trig", "."],
    ["a name in the middle of a path", "{{output", "."],
    ["an unknown name, left by an arrow key", "{{agent.output.strctured", "{ArrowRight}"],
    ["a node that nobody knows", "{{agnt", "."],
  ])("leaves %s as it was typed", async (_name, typed, key) => {
    const editor = await openAt("", typed);
    expect(editor.rows().length).toBeGreaterThan(0);
    await press(key);
    expect(editor.field.value).toBe(typed + (key === "." ? "." : ""));
  });

  it.each([
    ["a chosen row", "{{trig", "{ArrowDown}{ArrowUp}.", "{{trigger."],
    ["a chosen row by ArrowRight", "{{trig", "{ArrowDown}{ArrowUp}{ArrowRight}", "{{trigger."],
    ["a segment that differs in case alone", "{{Trigger", ".", "{{trigger."],
    ["a later segment that does", "{{trigger.OUTPUT", ".", "{{trigger.output."],
    ["a whole segment by ArrowRight", "{{trigger", "{ArrowRight}", "{{trigger."],
  ])("completes %s", async (_name, typed, keys, text) => {
    const editor = await openAt("", typed);
    await press(keys);
    await expect.poll(() => editor.field.value).toBe(text);
  });

  it.each([
    ["Shift+Enter", (_row: HTMLElement) => press("{Shift>}{Enter}{/Shift}")],
    ["a click with Shift", (row: HTMLElement) => userEvent.click(row, { modifiers: ["Shift"] })],
  ])("inserts a branch whole by %s, names the key, and says what came of it", async (_name, insert) => {
    const editor = await openAt("", "{{trig");
    const status = () => editor.part("status")?.textContent;
    expect(editor.part("hint")?.textContent).toContain("↵ open ⇧↵ insert whole");
    await expect.poll(status).toContain("Enter opens it, Shift+Enter inserts it whole");
    await insert(editor.rows()[0] as HTMLElement);
    await expect.poll(() => editor.field.value).toBe("{{trigger}}");
    await expect.poll(status).toBe("Inserted “trigger” whole. It is written as JSON.");
    await press("{Control>}z{/Control}");
    expect(editor.field.value).toBe("{{trig");
  });

  it("names only keys that do something", async () => {
    const editor = await openAt("", "{{mood");
    const hint = () => editor.part("hint")?.textContent;
    expect(hint()).toBe("↵ insert esc close 1 of 1");
    await typeText("zzz");
    await expect.poll(hint).toBe("esc close ");
  });

  it("[case 14] goes into the elements of a list, and keeps closing braces that are there", async () => {
    const editor = renderEditor({ defaultValue: "{{trigger.output.items}}" });
    await put(editor.field, "{{trigger.output.items".length);
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    await press("{ArrowRight}");
    await expect.poll(() => editor.field.value).toBe("{{trigger.output.items[}}");
    await expect.poll(editor.paths).toEqual(["trigger.output.items[0]", "trigger.output.items[0].name"]);
    await press("{Tab}");
    expect(editor.field.value).toBe("{{trigger.output.items[0].}}");
    await expect.poll(editor.paths).toEqual(["trigger.output.items[0].name"]);
    await press("{Tab}");
    expect(editor.field.value).toBe("{{trigger.output.items[0].name}}");
  });

  it("leaves a dot a dot where the typed path is a variable itself", async () => {
    const editor = await openAt("", "{{trigger");
    await typeText(".");
    expect(editor.field.value).toBe("{{trigger.");
    await expect.poll(() => editor.paths().slice(0, 2)).toEqual(["trigger.output", "trigger.output.style"]);
  });

  it("[case 9] runs the node on Ctrl+Enter with the list open, and commits the text first", async () => {
    const calls: string[] = [];
    const editor = await openAt("", "{{mood", {
      onRun: () => calls.push("run"),
      onValueCommit: (value: string) => calls.push(value),
    });
    await press("{Control>}{Enter}{/Control}");
    expect(calls).toEqual(["{{mood", "run"]);
    expect(editor.isOpen()).toBe(false);
    expect(editor.field.value).toBe("{{mood");
  });

  it("accepts by a click without losing the focus", async () => {
    const editor = await openAt("", "{{mood");
    const commit = vi.fn();
    editor.rows()[0]?.addEventListener("click", commit);
    const row = editor.rows()[0];
    if (!row) throw new Error("no row");
    await userEvent.click(row);
    expect(editor.field.value).toBe("{{agent.output.structured.mood}}");
    expect(document.activeElement).toBe(editor.field);
  });

  it("lets the host's handler go first and stands down when it prevents the default", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{mood");
    await waitForOpen(editor);
    editor.field.addEventListener("keydown", (event) => event.preventDefault(), { once: true });
    await press("{Enter}");
    expect(editor.field.value).toBe("{{mood");
    expect(editor.isOpen()).toBe(true);
  });
});
