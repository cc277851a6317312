"use client";
import { useEffect, useState } from "react";
import type { DiagnosedText } from "./analysis/diagnoseText.js";
import type * as analysis from "./analysis/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Milliseconds without a change before the text is read again. */
const PAUSE_MS = 200;

/** Text and variables, read when nothing has changed for 200 ms; `null` before the first reading. */
export function useDebouncedText(part: string) {
  const { editor } = usePromptEditor(part);
  const [debounced, setDebounced] = useState<DebouncedText | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      import("./analysis/index.js").then(
        (analysis) =>
          editor.whenReady(({ index }) => {
            const text = editor.field()?.value;
            if (text !== undefined)
              setDebounced({
                text,
                index: index(),
                language: editor.options().language,
                typingAt: editor.typingAt(),
                analysis,
              });
          }),
        () => undefined,
      );
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(read, PAUSE_MS);
    };
    wait();
    const stop = editor.textVersion.subscribe(wait);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return debounced;
}

/** Text as it was when nothing had changed for a while, with the code that analyses it. */
export interface DebouncedText extends DiagnosedText {
  analysis: typeof analysis;
}
