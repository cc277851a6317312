import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Editor, findParts } from "./Editor.js";

describe("hydration", () => {
  it("[case 45] takes over what the server rendered without a warning, and draws the marks", async () => {
    const page = <Editor defaultValue="A {{trigger.output.style}} cat" />;
    const container = document.createElement("div");
    container.innerHTML = renderToString(page);
    document.body.append(container);
    const before = container.querySelector("textarea");
    expect(before?.value).toBe("A {{trigger.output.style}} cat");
    const root = await act(async () => hydrateRoot(container, page));
    const editor = findParts(container);
    expect(editor.field).toBe(before);
    await expect.poll(editor.marks).toEqual(["known:{{trigger.output.style}}"]);
    expect(editor.part("status")).not.toBeNull();
    act(() => root.unmount());
    container.remove();
  });
});
