import { render } from "@testing-library/react";
import { StrictMode } from "react";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts } from "./Editor.js";
import { press, put, settled, typeText, waitForClosed, waitForOpen } from "./keys.js";

describe("two editors in one page, one of them in strict mode", () => {
  function renderTwo() {
    const changes: string[] = [];
    const { container } = render(
      <>
        <section>
          <StrictMode>
            <Editor onValueChange={(text) => changes.push(`one:${text}`)} />
          </StrictMode>
        </section>
        <section>
          <Editor
            variables={[{ slug: "other", label: "Other", sample: { mood: "wild" } }]}
            onValueChange={(text) => changes.push(`two:${text}`)}
          />
        </section>
      </>,
    );
    const [one, two] = [...container.querySelectorAll("section")].map(findParts);
    if (!one || !two) throw new Error("There are not two editors.");
    return { one, two, changes, container };
  }

  it("[case 37] share no variables, no ids, no list, no marks and no undo", async () => {
    const { one, two, changes, container } = renderTwo();
    await put(one.field, 0);
    await typeText("{{mood");
    await waitForOpen(one);
    expect(one.paths()).toEqual(["agent.output.structured.mood"]);
    expect(two.isOpen()).toBe(false);
    expect(two.rows()).toEqual([]);
    await userEvent.click(two.field);
    await waitForClosed(one);
    await typeText("{{mood");
    await waitForOpen(two);
    expect(two.paths()).toEqual(["other.mood"]);
    expect(one.isOpen()).toBe(false);
    expect(document.querySelectorAll(":popover-open")).toHaveLength(1);
    await press("{Enter}");
    expect(two.field.value).toBe("{{other.mood}}");
    expect(one.field.value).toBe("{{mood");
    expect(changes.filter((change) => change.startsWith("two:")).at(-1)).toBe("two:{{other.mood}}");
    expect(changes.filter((change) => change.startsWith("one:")).at(-1)).toBe("one:{{mood");
    await typeText(" {{agent.output.structured.mood}}");
    await expect
      .poll(two.marks)
      .toEqual(["known:{{other.mood}}", "unknown:{{agent.output.structured.mood}}"]);
    await expect.poll(one.marks).toEqual(["invalid:{{mood"]);
    const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("[case 37] end a list with its own Escape only, and tell each edit in strict mode once", async () => {
    const { one, two, changes } = renderTwo();
    await put(one.field, 0);
    await typeText("{{");
    await waitForOpen(one);
    await press("{Escape}");
    await waitForClosed(one);
    await put(two.field, 0);
    await typeText("{{");
    await waitForOpen(two);
    await press("{Escape}");
    await waitForClosed(two);
    // What was dismissed in one is not dismissed in the other, and stays so in its own.
    await press("{Control>} {/Control}");
    await waitForOpen(two);
    expect(one.isOpen()).toBe(false);
    expect(changes).toEqual(["one:{", "one:{{", "two:{", "two:{{"]);
  });
});

describe("<PromptEditor.Suggestions /> with ten thousand variables", () => {
  const make = () =>
    Array.from({ length: 100 }, (_, node) => ({
      slug: `node${node}`,
      label: `Node ${node}`,
      sample: Object.fromEntries(Array.from({ length: 100 }, (_value, key) => [`key${key}`, key])),
    }));

  it("[case 52] renders and draws no row again when equal variables come in a new list ten times", async () => {
    const renderRow = vi.fn(() => <PromptEditor.Suggestion />);
    const host = (variables: ReturnType<typeof make>) => (
      <PromptEditor.Root variables={variables}>
        <PromptEditor.Highlight />
        <PromptEditor.Input />
        <PromptEditor.Suggestions>{renderRow}</PromptEditor.Suggestions>
      </PromptEditor.Root>
    );
    const { container, rerender } = render(host(make()));
    const editor = findParts(container);
    await put(editor.field, 0);
    await typeText("{{node7.key1}} {{key1");
    await waitForOpen(editor);
    await expect.poll(() => editor.rows().length).toBe(50);
    await press("{ArrowDown}{ArrowDown}");
    await expect.poll(() => editor.field.getAttribute("aria-activedescendant")).toBe(editor.rows()[2]?.id);
    await settled();
    const active = editor.active();
    const rows = editor.rows();
    const marks = [...container.querySelectorAll("mark")];
    renderRow.mockClear();
    const changed: string[] = [];
    const watch = new MutationObserver((records) =>
      changed.push(
        ...records.map(({ type, attributeName, target }) => `${type} ${attributeName} ${target.nodeName}`),
      ),
    );
    const all = { childList: true, characterData: true, attributes: true, subtree: true };
    rows.forEach((row) => watch.observe(row, all));
    watch.observe(editor.list, { childList: true });
    for (let time = 0; time < 10; time++) {
      rerender(host(make()));
      await settled();
    }
    expect(renderRow).not.toHaveBeenCalled();
    expect(changed).toEqual([]);
    watch.disconnect();
    expect(editor.rows()).toEqual(rows);
    expect(editor.isOpen()).toBe(true);
    expect(editor.active()).toBe(active);
    expect([...container.querySelectorAll("mark")]).toEqual(marks);
    expect(editor.marks()).toEqual(["known:{{node7.key1}}", "pending:{{key1"]);
    // And what is really new is drawn.
    rerender(host(make().slice(0, 1)));
    await expect.poll(() => editor.rows().length).toBeLessThan(50);
    expect(renderRow).toHaveBeenCalled();
  });
});
