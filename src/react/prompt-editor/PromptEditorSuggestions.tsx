"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, memo, useState } from "react";
import type { HTMLAttributes, ReactNode } from "react";
import type { Variable } from "../../template/index.js";
import { canvasClass } from "../internal/canvasClass.js";
import { dataFlag } from "../internal/dataFlag.js";
import { CANVAS_EVENTS } from "../internal/endCanvasEvents.js";
import { endEvents } from "../internal/endEvents.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { editorWords, useWords } from "../messages/index.js";
import { PromptEditorEmpty } from "./PromptEditorEmpty.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import { PromptEditorHint } from "./PromptEditorHint.js";
import { PromptEditorSuggestion } from "./PromptEditorSuggestion.js";
import { SuggestionListProvider } from "./SuggestionListContext.js";
import { isSameView } from "./list/suggestionState.js";
import { SuggestionRow } from "./SuggestionRow.js";
import { useAttachedRef } from "./useAttachedRef.js";
import { useFirstRows } from "./useFirstRows.js";

const CONTAINED = [...CANVAS_EVENTS, "onClick"] as const;
const renderDefault = () => <PromptEditorSuggestion />;

/**
 * Lists the matching variables, in the browser's top layer. Give a function to render the rows your way: it must
 * return a `PromptEditor.Suggestion`. Keep its identity, or every row renders at every key. Renders a `<div>`.
 *
 * @example
 * const renderRow = () => (
 *   <PromptEditor.Suggestion>
 *     <PromptEditor.SuggestionPath /> <PromptEditor.SuggestionValue />
 *   </PromptEditor.Suggestion>
 * );
 * <PromptEditor.Suggestions>{renderRow}</PromptEditor.Suggestions>;
 */
export const PromptEditorSuggestions = memo(
  forwardRef<HTMLDivElement, PromptEditorSuggestionsProps>(function PromptEditorSuggestions(props, ref) {
    const { editor, listId } = usePromptEditor("PromptEditor.Suggestions");
    const t = useWords(editorWords);
    const { asChild, children, empty, hint, className, onWheel, ...rest } = props;
    const store = editor.suggestions;
    const [state, setState] = useState(store.get);
    const attachedRef = useAttachedRef(ref, editor.attachList);
    const rows = useFirstRows(state);
    useIsomorphicLayoutEffect(() => editor.whenReady((ready) => ready.present(state)), [editor, state, rows]);
    useIsomorphicLayoutEffect(() => {
      let drawn = store.get();
      // At once, not as a transition: that would cost a second frame at every key.
      const update = () => {
        const next = store.get();
        if (isSameView(drawn, next)) return editor.whenReady((ready) => ready.present(next));
        drawn = next;
        setState(next);
      };
      update();
      setState(drawn);
      return store.subscribe(update);
    }, [editor, store]);

    const render = children ?? renderDefault;
    const Component = asChild ? Slot : "div";
    return (
      <Component
        popover="manual"
        role="listbox"
        tabIndex={0}
        aria-label={t("promptEditor.suggestions")}
        data-imagenode-part="prompt-editor-suggestions"
        data-empty={dataFlag(state.open && state.items.length === 0)}
        {...rest}
        id={listId}
        {...endEvents(rest, CONTAINED)}
        // It ends at the list, before React hears of it; on the way down it still does.
        onWheelCapture={onWheel}
        className={canvasClass(className)}
        ref={attachedRef}
      >
        <SuggestionListProvider value={state}>
          {rows.map((variable, position) => (
            <SuggestionRow
              // By place, so that a key changes texts and not elements.
              key={position}
              read={() => variable}
              position={position}
              active={position === state.active}
              total={state.total}
              render={render}
            />
          ))}
          {state.open && state.items.length === 0 ? (empty ?? <PromptEditorEmpty />) : null}
          {state.open ? (hint ?? <PromptEditorHint />) : null}
        </SuggestionListProvider>
      </Component>
    );
  }),
);

/** Attributes of the list. */
export interface PromptEditorSuggestionsState {
  /** @selector [data-open] While the list is shown. */
  open: boolean;
  /** @selector [data-empty] It is open and nothing matches. */
  empty: boolean;
  /** @selector [data-side] Where it stands, seen from the caret's line. */
  side: "top" | "bottom";
}

/** Props of {@link PromptEditorSuggestions}. */
export interface PromptEditorSuggestionsProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  /** Renders one row; must return a `PromptEditor.Suggestion`. */
  children?: ((variable: Variable, active: boolean) => ReactNode) | undefined;
  /** Content where nothing matches; a `PromptEditor.Empty` unless given. @default <PromptEditor.Empty /> */
  empty?: ReactNode | undefined;
  /** Last line of the list; `null` for none, a `PromptEditor.Hint` unless given. @default <PromptEditor.Hint /> */
  hint?: ReactNode | undefined;
  /** Renders the only child instead, with the part's attributes and handlers. @default false */
  asChild?: boolean | undefined;
}
