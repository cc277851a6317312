import { createRoot } from "react-dom/client";
import { describe, expect, it } from "vitest";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts } from "./Editor.js";
import { painted, press, put, typeText, waitForOpen } from "./keys.js";

describe("a policy without inline styles", () => {
  it("[case 47] breaks nothing: all styles go through the CSSOM", async () => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "style-src 'self'";
    document.head.append(policy);
    const violations: string[] = [];
    const note = (event: SecurityPolicyViolationEvent) =>
      violations.push(`${event.violatedDirective} ${event.sourceFile}`);
    document.addEventListener("securitypolicyviolation", note);
    const container = document.createElement("div");
    document.body.append(container);
    const root = createRoot(container);
    root.render(<Editor defaultValue="{{trigger.output.style}} " extra={<PromptEditor.InsertButton />} />);
    await expect.poll(() => container.querySelector("mark")).not.toBeNull();
    const editor = findParts(container);
    await put(editor.field, editor.field.value.length);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Enter}");
    await painted();
    const mark = container.querySelector("mark");
    expect(mark && getComputedStyle(mark).color).toBe("rgba(0, 0, 0, 0)");
    expect(getComputedStyle(editor.list).display).toBe("none");
    root.unmount();
    container.remove();
    document.removeEventListener("securitypolicyviolation", note);
    expect(violations).toEqual([]);
  });
});
