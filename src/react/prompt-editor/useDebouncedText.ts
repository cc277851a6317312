"use client";
import { useEffect, useState } from "react";
import type { VariableIndex } from "../../template/index.js";
import type * as analysis from "./analysis/analysis.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Milliseconds of rest before a text is read again. */
const REST_MS = 200;

/** The text and its variables once nobody types; `null` before that was first the case. */
export function useDebouncedText(part: string) {
  const { editor } = usePromptEditor(part);
  const [rest, setRest] = useState<DebouncedText | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      // A text of another language can be neither judged nor filled in here.
      if (editor.options().tokenize) return;
      const analysis = await import("./analysis/analysis.js").catch(() => null);
      editor.whenReady(({ index }) => {
        const field = editor.field();
        if (!field || !analysis) return;
        setRest({ text: field.value, index: index(), typingAt: editor.typingAt(), analysis });
      });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), REST_MS);
    };
    wait();
    const stop = editor.textVersion.subscribe(wait);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return rest;
}

export interface DebouncedText {
  text: string;
  index: VariableIndex;
  /** Start of the token that is being typed; `null` where none is. */
  typingAt: number | null;
  /** The code that reads it. */
  analysis: typeof analysis;
}
