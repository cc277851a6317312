"use client";
import { Space } from "../internal/Space.js";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, Fragment } from "react";
import type { HTMLAttributes } from "react";
import type { Variable } from "../../template/index.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { dataFlag } from "../internal/dataFlag.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { editorWords, useWords } from "../messages/index.js";
import { useSuggestion } from "./SuggestionContext.js";
import { suggestionCells, type SuggestionCell } from "./list/suggestionCells.js";

const CELLS = Object.keys(suggestionCells) as SuggestionCell[];

/**
 * Shows one row of the list. A click inserts its variable; on a branch it goes on with the children, and with Shift it
 * inserts the branch whole, as JSON. Renders a `<div>` with type, path, sample value and node unless it has children of
 * its own.
 */
export const PromptEditorSuggestion = forwardRef<HTMLDivElement, PromptEditorSuggestionProps>(
  function PromptEditorSuggestion({ asChild, children, onClick, ...rest }, ref) {
    const { editor, listId } = usePromptEditor("PromptEditor.Suggestion");
    const { variable, position, active, total } = useSuggestion("PromptEditor.Suggestion");
    const t = useWords(editorWords);
    const Component = asChild ? Slot : "div";
    return (
      // The keys act in the text field, which keeps the focus.
      <Component
        role="option"
        aria-selected={active}
        aria-setsize={total}
        aria-posinset={position + 1}
        data-imagenode-part="prompt-editor-suggestion"
        data-active={dataFlag(active)}
        data-branch={dataFlag(variable.branch)}
        data-type={variable.type}
        {...rest}
        id={`${listId}-${position}`}
        onClick={composeHandlers(onClick, ({ shiftKey }) =>
          editor.whenReady((ready) => ready.choose(position, shiftKey)),
        )}
        ref={ref}
      >
        {children ??
          CELLS.map((cell) => {
            const attributes = suggestionCells[cell](variable, active, t, editor.display);
            return (
              attributes && (
                <Fragment key={cell}>
                  <span data-imagenode-part={`prompt-editor-suggestion-${cell}`} {...attributes} />
                  <Space />
                </Fragment>
              )
            );
          })}
      </Component>
    );
  },
);

/** Attributes of a row. */
export interface PromptEditorSuggestionState {
  /** @selector [data-active] The row that Enter inserts, or goes into. */
  active: boolean;
  /** @selector [data-branch] It holds further variables. */
  branch: boolean;
  /** @selector [data-type] Type of the variable's value. */
  type: Variable["type"];
}

/** Props of {@link PromptEditorSuggestion}. */
export interface PromptEditorSuggestionProps extends HTMLAttributes<HTMLDivElement> {
  /** Renders the only child instead, with the part's attributes and handlers. @default false */
  asChild?: boolean | undefined;
}
