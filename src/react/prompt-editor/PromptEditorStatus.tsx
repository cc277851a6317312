"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useMessages } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { statusText } from "./statusText.js";
import { visuallyHidden } from "./visuallyHidden.js";

/** Milliseconds of rest before anything is said, so that typing is not talked over. */
const STATUS_DELAY_MS = 150;

const never = () => () => undefined;
const yes = () => true;
const no = () => false;

/**
 * Says what the list holds and what became of an insertion. One permanent live region; silent while an input method
 * composes. Rendered by the root after mounting, since its hiding needs a style. Renders a `<span>`.
 */
export function PromptEditorStatus() {
  const { editor } = usePromptEditor("PromptEditor.Root");
  const t = useMessages();
  const mounted = useSyncExternalStore(never, yes, no);
  const [text, setText] = useState("");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      clearTimeout(timer);
      if (editor.composition.get()) return;
      timer = setTimeout(
        () => setText(statusText(editor.list.store.get(), editor.notice.get(), t)),
        STATUS_DELAY_MS,
      );
    };
    const stops = [
      editor.list.store.subscribe(() => {
        if (editor.list.store.get().open) editor.notice.set(null);
        say();
      }),
      editor.notice.subscribe(say),
      editor.composition.subscribe(say),
    ];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [editor, t]);

  if (!mounted) return null;
  return (
    <span role="status" data-imagenode-part="prompt-editor-status" style={visuallyHidden}>
      {text}
    </span>
  );
}
