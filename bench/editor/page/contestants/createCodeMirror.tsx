import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { Decoration, EditorView, MatchDecorator, ViewPlugin, keymap } from "@codemirror/view";
import type { DecorationSet, ViewUpdate } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { expose } from "../contestantProps.js";
import type { ContestantProps } from "../contestantProps.js";

const decorator = new MatchDecorator({
  regexp: /\{\{[^{}]+\}\}/g,
  decoration: Decoration.mark({ tagName: "mark" }),
});

const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

/** CodeMirror with its own completion: one list of options, filtered and ranked by the library, valid while typing. */
export function createCodeMirror(paths: readonly string[], rows?: number) {
  const options = paths.map((path) => ({ label: path, apply: `${path}}}`, type: "variable" }));
  return function CodeMirror({ text }: ContestantProps) {
    const parent = useRef<HTMLDivElement>(null);
    useEffect(() => {
      const complete = (context: CompletionContext): CompletionResult | null => {
        const before = context.matchBefore(/\{\{[^{}\s]*/);
        return before && { from: before.from + 2, options, validFor: /^[\w.]*$/ };
      };
      const view = new EditorView({
        doc: text,
        parent: parent.current ?? document.body,
        extensions: [
          history(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": "Prompt" }),
          highlighting,
          autocompletion({ override: [complete], ...(rows && { maxRenderedOptions: rows }) }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        ],
      });
      expose({
        read: () => view.state.doc.toString(),
        placeCaret: (offset) => view.dispatch({ selection: { anchor: offset }, scrollIntoView: true }),
      });
      return () => view.destroy();
    }, [text]);
    return <div ref={parent} />;
  };
}
