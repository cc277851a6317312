import * as Dialog from "@radix-ui/react-dialog";
import { act, render } from "@testing-library/react";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { cdp, page } from "vitest/browser";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts, renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForOpen } from "./keys.js";

interface Protocol {
  send(method: string, params?: Record<string, unknown>): Promise<unknown>;
}
const emulate = (features: readonly { name: string; value: string }[]) =>
  (cdp() as unknown as Protocol).send("Emulation.setEmulatedMedia", { features });

afterEach(() => page.viewport(414, 896));

describe("forced colours", () => {
  it("[case 36] keep the text the system's and the tokens marked", async () => {
    onTestFinished(async () => void (await emulate([])));
    await emulate([{ name: "forced-colors", value: "active" }]);
    const editor = renderEditor({ defaultValue: "{{trigger.output.style}} and {{nope.x}}" });
    await expect.poll(editor.marks).toHaveLength(2);
    expect(matchMedia("(forced-colors: active)").matches).toBe(true);
    const [mark] = editor.container.querySelectorAll("mark");
    if (!mark) throw new Error("no mark");
    expect(getComputedStyle(mark).forcedColorAdjust).toBe("none");
    expect(getComputedStyle(mark).color).toBe("rgba(0, 0, 0, 0)");
    expect(getComputedStyle(mark).backgroundColor).not.toBe("rgba(0, 0, 0, 0)");
    expect(getComputedStyle(editor.field).forcedColorAdjust).toBe("auto");
    const glyphs = getComputedStyle(editor.field).color;
    expect(glyphs).not.toBe("rgba(0, 0, 0, 0)");
    expect(glyphs).not.toBe(getComputedStyle(mark).backgroundColor);
  });
});

describe("a dialog of Radix", () => {
  it("[case 41] keeps open on the Escape that closes the list, lets the list be clicked, and closes on the next one", async () => {
    const onOpenChange = vi.fn();
    const { baseElement } = render(
      <Dialog.Root defaultOpen onOpenChange={onOpenChange}>
        <Dialog.Portal>
          <Dialog.Content aria-describedby={undefined}>
            <Dialog.Title>Node</Dialog.Title>
            <Editor />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>,
    );
    const editor = findParts(baseElement);
    await put(editor.field, 0);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Escape}");
    expect(editor.isOpen()).toBe(false);
    expect(onOpenChange).not.toHaveBeenCalled();
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    const row = editor.rows()[0];
    if (!row) throw new Error("no row");
    await page.elementLocator(row).click();
    expect(editor.field.value).toBe("{{agent.output.structured.mood}}");
    expect(onOpenChange).not.toHaveBeenCalled();
    await press("{Escape}");
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });
});

describe("the focus", () => {
  it("[case 43] stays in the field when the list's own scroll bar is pressed", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    editor.list.style.overflowY = "scroll";
    editor.list.style.height = "60px";
    await page.elementLocator(editor.list).click({ position: { x: editor.list.offsetWidth - 6, y: 30 } });
    await settled();
    expect(document.activeElement).toBe(editor.field);
    expect(editor.isOpen()).toBe(true);
  });
});

describe("what can be seen of the page", () => {
  it("[case 44] holds the list whole when an on-screen keyboard takes the lower half", async () => {
    await page.viewport(400, 640);
    const editor = renderEditor({ style: { marginTop: 180 } });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    expect(editor.list.dataset.side).toBe("bottom");
    await page.viewport(400, 290);
    await expect.poll(() => editor.list.dataset.side).toBe("top");
    const box = editor.list.getBoundingClientRect();
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(290);
  });

  it("[case 44] holds the list at 200 % text size without a sideways scroll", async () => {
    await page.viewport(320, 480);
    document.documentElement.style.fontSize = "200%";
    const editor = renderEditor({ style: { fontSize: "2rem", width: 300 }, inputStyle: { width: 280 } });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    const box = editor.list.getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(480);
    expect(box.height).toBeGreaterThan(40);
    document.documentElement.style.fontSize = "";
  });
});

describe("<PromptEditor.Diagnostics />", () => {
  it("jumps to the place of a problem by a click and by a key", async () => {
    const text = `${"one two three\n".repeat(30)}A {{nope.x}} cat\n{{agent`;
    const editor = renderEditor({ defaultValue: text });
    await expect.poll(() => editor.part("diagnostic-jump")).not.toBeNull();
    const [first, second] = editor.container.querySelectorAll<HTMLElement>(
      '[data-imagenode-part="prompt-editor-diagnostic-jump"]',
    );
    const selected = () => text.slice(editor.field.selectionStart, editor.field.selectionEnd);
    act(() => first?.click());
    expect(document.activeElement).toBe(editor.field);
    expect(selected()).toBe("{{nope.x}}");
    expect(editor.field.scrollTop).toBeGreaterThan(100);
    act(() => second?.focus());
    await press("{Enter}");
    expect(document.activeElement).toBe(editor.field);
    expect(selected()).toBe("{{agent");
  });
});

describe("<PromptEditor.Resolved />", () => {
  it("marks each value that it filled in", async () => {
    const editor = renderEditor({
      defaultValue: "A {{trigger.output.style}} {{agent.output.structured.subject}}, {{vault.output.token}}.",
      extra: <PromptEditor.Resolved />,
    });
    await expect.poll(() => editor.part("resolved")?.textContent).toBe("A noir a fox, hidden.");
    const values = [...(editor.part("resolved")?.querySelectorAll("mark") ?? [])];
    expect(values.map((value) => [value.textContent, value.title])).toEqual([
      ["noir", "trigger.output.style"],
      ["a fox", "agent.output.structured.subject"],
      ["hidden", "vault.output.token"],
    ]);
  });
});
