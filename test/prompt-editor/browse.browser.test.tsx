import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { renderEditor } from "./Editor.js";
import { press, put, settled, typeText } from "./keys.js";

async function openBrowser(props = {}) {
  const editor = renderEditor({ defaultValue: "A  cat", extra: <PromptEditor.InsertButton />, ...props });
  await put(editor.field, 2);
  const button = editor.part("insert-button");
  if (!button) throw new Error("no button");
  await userEvent.click(button);
  await expect.poll(() => editor.part("browser-item")).not.toBeNull();
  const items = () => [
    ...editor.container.querySelectorAll('[data-imagenode-part="prompt-editor-browser-item"]'),
  ];
  const active = () =>
    items()
      .find((item) => item.getAttribute("aria-selected") === "true")
      ?.getAttribute("title");
  return { ...editor, button, items, active };
}

describe("<PromptEditor.InsertButton />", () => {
  it("opens a tree, and puts what is searched and chosen there at the caret, undoably", async () => {
    const editor = await openBrowser();
    expect(document.activeElement).toBe(editor.part("browser-search"));
    await typeText("mood");
    await expect.poll(editor.active).toBe("agent.output.structured.mood");
    await press("{Enter}");
    expect(editor.field.value).toBe("A {{agent.output.structured.mood}} cat");
    expect(document.activeElement).toBe(editor.field);
    await expect.poll(() => editor.part("browser")).toBeNull();
    await press("{Control>}z{/Control}");
    expect(editor.field.value).toBe("A  cat");
  });

  it("is walked by arrows and names its active row", async () => {
    const editor = await openBrowser();
    expect(editor.active()).toBe("agent");
    await press("{ArrowDown}{ArrowDown}");
    await expect.poll(editor.active).toBe("agent.output.structured");
    await press("{ArrowRight}{ArrowDown}");
    await expect.poll(editor.active).toBe("agent.output.structured.subject");
    const search = editor.part("browser-search");
    const active = document.getElementById(search?.getAttribute("aria-activedescendant") ?? "");
    expect(active?.getAttribute("title")).toBe("agent.output.structured.subject");
    expect(active?.getAttribute("aria-level")).toBe("4");
    await press("{ArrowLeft}{ArrowLeft}");
    await expect
      .poll(() => editor.items().some((item) => item.getAttribute("title")?.endsWith("subject")))
      .toBe(false);
  });

  it("appends to a text in which nobody has put a caret yet", async () => {
    const editor = renderEditor({ defaultValue: "A cat, ", extra: <PromptEditor.InsertButton /> });
    const button = editor.part("insert-button");
    if (button) await userEvent.click(button);
    await expect.poll(() => editor.part("browser-item")).not.toBeNull();
    await typeText("mood");
    await settled();
    await press("{Enter}");
    expect(editor.field.value).toBe("A cat, {{agent.output.structured.mood}}");
  });

  it("closes on Escape and gives the focus back", async () => {
    const editor = await openBrowser();
    await press("{Escape}");
    await expect.poll(() => editor.part("browser")).toBeNull();
    expect(document.activeElement).toBe(editor.button);
    expect(editor.button.getAttribute("aria-expanded")).toBe("false");
  });

  it("draws few rows of many, and has no axe violations", async () => {
    const variables = [
      {
        slug: "many",
        label: "Many",
        sample: Object.fromEntries(Array.from({ length: 5000 }, (_, key) => [`key${key}`, key])),
      },
    ];
    const editor = await openBrowser({ variables });
    await settled();
    expect(editor.items().length).toBeLessThan(60);
    const { violations } = await axe.run(editor.container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});
