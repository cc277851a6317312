"use client";
import { useEffect, useState } from "react";
import { usePromptEditor } from "./PromptEditorContext.js";

/** Milliseconds of rest before a text is read again. */
const REST_MS = 200;

/** The text and its variables once nobody types; `null` before that was first the case. */
export function useRestingText(part: string) {
  const { editor } = usePromptEditor(part);
  const [rest, setRest] = useState<RestingText | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const field = editor.field();
      if (field) setRest({ text: field.value, index: editor.index(), typingAt: editor.typingAt() });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST_MS);
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

export interface RestingText {
  text: string;
  index: ReturnType<ReturnType<typeof usePromptEditor>["editor"]["index"]>;
  /** Start of the token that is being typed; `null` where none is. */
  typingAt: number | null;
}
