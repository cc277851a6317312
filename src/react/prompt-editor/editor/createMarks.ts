import type { TemplateLanguage, VariableIndex } from "../../../template/index.js";
import { classifyTokens } from "../backdrop/classifyTokens.js";
import { createBackdrop } from "../backdrop/createBackdrop.js";
import type { EditorCore } from "./EditorCore.js";

/** Creates what marks the tokens behind a text. */
export function createMarks(
  editor: EditorCore,
  index: () => VariableIndex,
  language: () => TemplateLanguage,
) {
  let typingAt: number | null = null;
  const backdrop = createBackdrop({
    field: editor.field,
    marksOf: (line, offset) => classifyTokens(line, offset, index(), typingAt, language()),
    onUnmarked: editor.unmarked.set,
  });

  return {
    ...backdrop,
    /** Marks another token as the one that is being typed. */
    noteTyping(): void {
      const next = editor.typingAt();
      if (next === typingAt) return;
      typingAt = next;
      backdrop.mirror()?.reclassify();
      editor.newVersion();
    },
  };
}
