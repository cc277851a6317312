"use client";
import { useEffect, useState } from "react";
import type { AnalysedText } from "./analysis/analyseText.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Milliseconds without a change before the text is read again. */
const PAUSE_MS = 200;

/**
 * Text and variables, read when nothing has changed for 200 ms; `null` before the first reading.
 *
 * @param masked words that stand for the sample of a sensitive node; `null` for the samples themselves
 */
export function useDebouncedText(part: string, masked: string | null): AnalysedText | null {
  const { editor } = usePromptEditor(part);
  const [analysed, setAnalysed] = useState<AnalysedText | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let leave = () => {};
    const read = () => {
      import("./analysis/index.js").then(
        ({ analyseText }) =>
          editor.whenReady(({ index, language }) => {
            const text = editor.field()?.value;
            if (text === undefined) return;
            leave();
            const read = { text, index: index(), language: language(), typingAt: editor.typingAt() };
            leave = analyseText(read, masked, setAnalysed);
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
      leave();
      stop();
    };
  }, [editor, masked]);
  return analysed;
}
