import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForOpen } from "./keys.js";

/** The two calls of the protocol that these tests make. */
interface AccessibilityProtocol {
  send(method: "Page.getFrameTree"): Promise<{ frameTree: { childFrames?: { frame: { id: string } }[] } }>;
  send(
    method: "Accessibility.getFullAXTree",
    parameters: { frameId: string },
  ): Promise<{ nodes: AccessibilityNode[] }>;
}

interface InputProtocol {
  send(method: string, parameters: Record<string, unknown>): Promise<unknown>;
}

interface AccessibilityNode {
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

async function violations(element: Element): Promise<string[]> {
  const results = await axe.run(element, { rules: { region: { enabled: false } } });
  return results.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`,
  );
}

describe("accessibility", () => {
  it("[case 48] has no axe violations closed, open, after an arrow, empty and with an error", async () => {
    const editor = renderEditor();
    expect(await violations(editor.container)).toEqual([]);
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    expect(await violations(editor.container)).toEqual([]);
    await press("{ArrowDown}");
    await settled();
    expect(await violations(editor.container)).toEqual([]);
    await typeText("zzzz");
    await settled();
    expect(editor.rows()).toHaveLength(0);
    expect(await violations(editor.container)).toEqual([]);
    await press("{Escape}");
    await typeText("}} ");
    await expect.poll(() => editor.part("diagnostic")).not.toBeNull();
    expect(await violations(editor.container)).toEqual([]);
  });

  it("[case 49] stays a text field that names its list only while there is one", async () => {
    const editor = renderEditor();
    const { field, list } = editor;
    await put(field, 0);
    expect(field.getAttribute("role")).toBeNull();
    expect(field.getAttribute("aria-expanded")).toBeNull();
    expect(field.getAttribute("aria-haspopup")).toBe("listbox");
    expect(field.getAttribute("aria-autocomplete")).toBe("list");
    expect(field.getAttribute("aria-controls")).toBeNull();
    await typeText("{{");
    await waitForOpen(editor);
    expect(field.getAttribute("aria-controls")).toBe(list.id);
    expect(field.getAttribute("aria-activedescendant")).toBeNull();
    expect(list.tabIndex).toBe(0);
    await press("{ArrowDown}");
    await expect.poll(() => field.getAttribute("aria-activedescendant")).toBe(editor.rows()[1]?.id);
    const active = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
    expect(active?.getAttribute("aria-selected")).toBe("true");
    expect(active?.getAttribute("aria-posinset")).toBe("2");
    expect(active?.getAttribute("aria-setsize")).toBe("13");
    await typeText("a");
    await expect.poll(() => field.getAttribute("aria-activedescendant")).toBeNull();
    await press("{Escape}");
    expect(field.getAttribute("aria-controls")).toBeNull();
  });

  it("[case 49] is a multi-line textbox with its label in the browser's own tree", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    const protocol = cdp() as unknown as AccessibilityProtocol;
    const { frameTree } = await protocol.send("Page.getFrameTree");
    const frames = frameTree.childFrames?.map(({ frame }) => frame.id) ?? [];
    const trees = frames.map((frameId) => protocol.send("Accessibility.getFullAXTree", { frameId }));
    const nodes = (await Promise.all(trees)).flatMap((tree) => tree.nodes);
    const textbox = nodes.find((node) => node.role?.value === "textbox" && node.name?.value === "Prompt");
    expect(textbox?.properties?.find(({ name }) => name === "multiline")?.value.value).toBe(true);
    expect(editor.field.labels?.[0]?.textContent).toBe("Prompt");
  });

  it("[case 50] says what the list holds once typing rests", async () => {
    const editor = renderEditor();
    const status = () => editor.part("status")?.textContent;
    expect(status()).toBe("");
    await put(editor.field, 0);
    await typeText("{{mood");
    await waitForOpen(editor);
    await expect.poll(status).toBe("1 variable. agent.output.structured.mood. Enter inserts.");
    await press("{Enter}");
    await expect.poll(status).toBe("Inserted “agent.output.structured.mood”.");
    await typeText(" {{zzzz");
    await expect.poll(status).toBe("No variable matches.");
    await press("{Escape}");
    await expect.poll(status).toBe("");
  });

  it("[case 50] says nothing while an input method composes, whatever the list does, and the last word afterwards", async () => {
    const protocol = cdp() as unknown as InputProtocol;
    const compose = (text: string) =>
      protocol.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    const editor = renderEditor();
    const said: (string | null)[] = [];
    const status = editor.part("status");
    if (!status) throw new Error("There is no status.");
    const watch = new MutationObserver(() => said.push(status.textContent));
    watch.observe(status, { childList: true, characterData: true, subtree: true });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    await expect.poll(() => said.length).toBe(1);
    // The timer of these letters runs when the composition begins.
    await typeText("agent.output.structured.");
    const before = said.length;
    for (const text of ["s", "su", "sub", "m", "mo", "zz"]) {
      await compose(text);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(editor.field.value).toBe("{{agent.output.structured.zz");
    await expect.poll(editor.rows).toEqual([]);
    expect(said.slice(before)).toEqual([]);
    await compose("mood");
    await expect.poll(editor.active).toBe("agent.output.structured.mood");
    await protocol.send("Input.insertText", { text: "mood" });
    await expect
      .poll(() => said.slice(before))
      .toEqual(["1 variable. agent.output.structured.mood. Enter inserts."]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(said.slice(before)).toHaveLength(1);
    watch.disconnect();
  });

  it("[case 36] hides the backdrop from readers and pointers", async () => {
    const editor = renderEditor({ defaultValue: "{{trigger.output.style}}" });
    await settled();
    const highlight = editor.part("highlight");
    const mark = editor.container.querySelector("mark");
    expect(highlight?.getAttribute("aria-hidden")).toBe("true");
    expect(mark && getComputedStyle(mark).pointerEvents).toBe("none");
    // Engines differ in whether the value is inherited; what counts is the nearest that says something.
    const said = (element: Element | null | undefined): string => {
      const style = getComputedStyle(element ?? document.body);
      const userSelect = style.userSelect || style.webkitUserSelect;
      return userSelect === "auto" && element ? said(element.parentElement) : userSelect;
    };
    expect(said(mark)).toBe("none");
    expect(mark && getComputedStyle(mark).visibility).toBe("visible");
    expect(highlight && getComputedStyle(highlight).visibility).toBe("hidden");
  });
});
