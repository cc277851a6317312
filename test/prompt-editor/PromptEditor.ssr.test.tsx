import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { SOURCES } from "./sources.js";

function Page() {
  return (
    <PromptEditor.Root variables={SOURCES} defaultValue="A {{trigger.output.style}} cat" name="prompt">
      <PromptEditor.Label />
      <PromptEditor.Highlight />
      <PromptEditor.Input rows={4} />
      <PromptEditor.InsertButton />
      <PromptEditor.Suggestions />
      <PromptEditor.Diagnostics />
      <PromptEditor.Resolved />
    </PromptEditor.Root>
  );
}

describe("on the server", () => {
  it("[case 45] [case 47] renders the text without a warning and without a style attribute", () => {
    const error = vi.spyOn(console, "error");
    const markup = renderToString(<Page />);
    expect(error).not.toHaveBeenCalled();
    expect(markup).toContain(">A {{trigger.output.style}} cat</textarea>");
    expect(markup).not.toContain("style=");
    expect(markup).not.toContain("<mark");
  });
});
