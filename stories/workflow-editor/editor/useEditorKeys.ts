import { useEffect, useRef } from "react";
import type { Workflow } from "../engine/types.js";
import { saveWorkflow } from "./saveWorkflow.js";

/** Fields have an undo of their own: the canvas's stands back while one has the focus. */
const EDITABLE = "input, textarea, select, [contenteditable]";

/** Handles the keys of undo, redo, saving and closing the drawer. Returns the ref of the editor's element. */
export function useEditorKeys(options: {
  workflow: Workflow;
  undo: () => void;
  redo: () => void;
  close: () => void;
}) {
  const element = useRef<HTMLElement>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // An open list takes its own Escape.
      if (event.key === "Escape" && !event.defaultPrevented) latest.current.close();
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      const { workflow, undo, redo } = latest.current;
      if (key === "s") {
        event.preventDefault();
        saveWorkflow(workflow, localStorage);
        return;
      }
      const target = event.target instanceof Element ? event.target : null;
      if ((key !== "z" && key !== "y") || target?.closest(EDITABLE)) return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return element;
}
