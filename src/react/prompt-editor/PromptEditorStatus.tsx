"use client";
import { useEffect, useRef } from "react";
import { useMessages } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { statusText } from "./statusText.js";
import { visuallyHidden } from "./visuallyHidden.js";

/** Milliseconds of rest before anything is said, so that typing is not talked over. */
const STATUS_DELAY_MS = 150;

/**
 * Says what the list holds and what became of an insertion. One permanent live region; silent while an input method
 * composes. Written and hidden through the DOM: nothing renders for it, and no style attribute is sent by a server.
 * Renders a `<span>`.
 */
export function PromptEditorStatus() {
  const { editor } = usePromptEditor("PromptEditor.Root");
  const t = useMessages();
  const own = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const element = own.current;
    if (!element) return;
    Object.assign(element.style, visuallyHidden);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      clearTimeout(timer);
      if (editor.composing.get()) return;
      timer = setTimeout(() => {
        element.textContent = statusText(editor.suggestions.get(), editor.notice.get(), t);
      }, STATUS_DELAY_MS);
    };
    const stops = [
      editor.suggestions.subscribe(() => {
        if (editor.suggestions.get().open) editor.notice.set(null);
        say();
      }),
      editor.notice.subscribe(say),
      editor.composing.subscribe(say),
    ];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [editor, t]);

  return <span ref={own} role="status" data-imagenode-part="prompt-editor-status" />;
}
