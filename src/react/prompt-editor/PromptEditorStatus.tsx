"use client";
import { useEffect, useRef } from "react";
import { editorWords, useWords } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/**
 * Says what the list holds and what became of an insertion. One permanent live region; silent while an input method
 * composes. Written and hidden through the DOM: nothing renders for it, and no style attribute is sent by a server.
 * Renders a `<span>`.
 */
export function PromptEditorStatus() {
  const { editor } = usePromptEditor("PromptEditor.Root");
  const t = useWords(editorWords);
  const own = useRef<HTMLSpanElement>(null);

  useEffect(() => (own.current ? editor.attachStatus(own.current, t) : undefined), [editor, t]);

  return <span ref={own} role="status" data-imagenode-part="prompt-editor-status" />;
}
