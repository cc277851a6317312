"use client";
import { startTransition, useCallback, useEffect, useId, useState } from "react";
import type { HTMLAttributes, TextareaHTMLAttributes } from "react";
import type { TemplateLanguage, Variable, VariableSource } from "../../template/index.js";
import { canvasClass } from "../internal/canvasClass.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { CANVAS_EVENTS } from "../internal/endCanvasEvents.js";
import { endEvents } from "../internal/endEvents.js";
import { useSources } from "../internal/useSources.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { editorWords, useWords } from "../messages/index.js";
import { composeFieldHandlers } from "./textarea/composeFieldHandlers.js";
import { createEditor } from "./editor/createEditor.js";
import type { SearchVariables } from "./list/searchVariables.js";
import { statusText } from "./list/statusText.js";
import { useIsHydrating } from "./useIsHydrating.js";

type FieldProps = TextareaHTMLAttributes<HTMLTextAreaElement>;

/**
 * Gives a text area of your own the prompt editor's completion: the same triggers, keys, undo, input methods and
 * accessibility. Spread `getInputProps()` on the text area, `getListProps()` on the list, which must stay in the
 * document, and `getOptionProps(position)` on each row.
 *
 * @example
 * const completion = useVariableAutocomplete({ variables, value, onValueChange: setValue });
 * return (
 *   <>
 *     <textarea {...completion.getInputProps({ rows: 4 })} />
 *     <ul {...completion.getListProps()}>
 *       {completion.items.map((variable, position) => (
 *         <li key={variable.path} {...completion.getOptionProps(position)}>
 *           {variable.path}
 *         </li>
 *       ))}
 *     </ul>
 *     <p role="status">{completion.status}</p>
 *   </>
 * );
 */
export function useVariableAutocomplete(options: VariableAutocompleteOptions): VariableAutocomplete {
  const { value, defaultValue, onValueChange, onValueCommit, onRun, search, limit } = options;
  const variables = useSources("useVariableAutocomplete()", options.variables);
  const { language } = options;
  const editorOptions = { variables, language, search, limit, onValueChange, onValueCommit, onRun };
  const isHydrating = useIsHydrating();
  const [editor] = useState(() => createEditor(editorOptions, isHydrating));
  const [initialValue] = useState(value ?? defaultValue ?? "");
  const [state, setState] = useState(editor.suggestions.get);
  const t = useWords(editorWords);
  const listId = useId();

  useIsomorphicLayoutEffect(() => editor.setOptions(editorOptions));
  useIsomorphicLayoutEffect(() => {
    if (value !== undefined) editor.value.receive(value);
  }, [editor, value]);
  useEffect(() => editor.adopt(), [editor]);
  useIsomorphicLayoutEffect(
    () => editor.suggestions.subscribe(() => startTransition(() => setState(editor.suggestions.get()))),
    [editor],
  );
  useIsomorphicLayoutEffect(() => editor.whenReady((ready) => ready.present(state)), [editor, state]);

  const fieldRef = useAttachment(editor.attachField);
  const listRef = useAttachment(editor.attachList);

  return {
    open: state.open,
    items: state.items,
    total: state.total,
    activePosition: state.active,
    query: state.trigger?.query ?? "",
    status: statusText(state, null, t, editor.display),
    accept: (position) => editor.whenReady((ready) => ready.accept(position)),
    openList: () => editor.whenReady((ready) => ready.open()),
    close: () => editor.whenReady((ready) => ready.close(true)),
    insert: editor.insert,
    refresh: () => editor.whenReady((ready) => ready.refresh()),
    getInputProps: (props = {}) => ({
      "aria-haspopup": "listbox",
      "aria-autocomplete": "list",
      ...props,
      ...endEvents(props, CANVAS_EVENTS),
      className: canvasClass(props.className),
      ref: fieldRef,
      defaultValue: initialValue,
      ...composeFieldHandlers(editor.handlers, props),
    }),
    getListProps: (props = {}) => ({
      popover: "manual",
      role: "listbox",
      tabIndex: 0,
      "aria-label": t("promptEditor.suggestions"),
      ...props,
      ...endEvents(props, CANVAS_EVENTS),
      className: canvasClass(props.className),
      ref: listRef,
      id: listId,
    }),
    getOptionProps: (position, props = {}) => ({
      role: "option",
      "aria-selected": position === state.active,
      "aria-setsize": state.total,
      "aria-posinset": position + 1,
      ...props,
      id: `${listId}-${position}`,
      onClick: composeHandlers(props.onClick, ({ shiftKey }) =>
        editor.whenReady((ready) => ready.choose(position, shiftKey)),
      ),
    }),
  };
}

/** Ref with one identity that attaches on mount and detaches on unmount, without a ref clean-up of React 19. */
function useAttachment<E extends HTMLElement>(attach: (element: E) => () => void) {
  const [cell] = useState<{ detach: (() => void) | null }>({ detach: null });
  return useCallback(
    (element: E | null) => {
      cell.detach?.();
      cell.detach = element ? attach(element) : null;
    },
    [attach, cell],
  );
}

/** Options of {@link useVariableAutocomplete}. */
export interface VariableAutocompleteOptions {
  /**
   * Outputs of the nodes before this one. Sources that hold the same count as the same, also in a list
   * that is made anew; give one that changed as a new object, with a new sample or schema.
   */
  variables: readonly VariableSource[];
  /** Text, kept by the parent. Late and equal values are not written again. */
  value?: string | undefined;
  /** First text, where the parent does not keep it; empty unless given. @default "" */
  defaultValue?: string | undefined;
  /** Called with the text after every change. */
  onValueChange?: ((value: string) => void) | undefined;
  /** Called when editing pauses: on blur, on accepting a variable, or after 500 ms without input. */
  onValueCommit?: ((value: string) => void) | undefined;
  /** Called on Ctrl+Enter and Cmd+Enter. */
  onRun?: (() => void) | undefined;
  /** Finds variables in place of the built-in search. */
  search?: SearchVariables | undefined;
  /** Most rows in the list; 50 unless given. @default 50 */
  limit?: number | undefined;
  /** Language of the text. Keep the same object. @default doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
}

/** State of the list, and props for a host's own elements; returned by {@link useVariableAutocomplete}. */
export interface VariableAutocomplete {
  /** Whether the list is open. */
  open: boolean;
  /** Variables in the list. */
  items: readonly Variable[];
  /** Number of matches; may be more than `items`. */
  total: number;
  /** Position of the active row, from 0. */
  activePosition: number;
  /** Text that was typed to search for. */
  query: string;
  /** Announcement for screen readers: put it into an element with `role="status"`. */
  status: string;
  /** Inserts the variable of a row. */
  accept(position: number): void;
  /** Opens the list at the caret, as Ctrl+Space does. */
  openList(): void;
  /** Closes the list and leaves the text as it is. */
  close(): void;
  /** Inserts a variable at the caret. */
  insert(variable: Variable): void;
  /** Measures the field again, for a change of its look that nothing reports. */
  refresh(): void;
  /** Props for the host's textarea, joined with its own. */
  getInputProps(props?: FieldProps): FieldProps & { ref: (element: HTMLTextAreaElement | null) => void };
  /** Props for the host's list, joined with its own. */
  getListProps(
    props?: HTMLAttributes<HTMLElement>,
  ): HTMLAttributes<HTMLElement> & { ref: (element: HTMLElement | null) => void };
  /** Props for the row at a position, joined with the host's own. */
  getOptionProps(position: number, props?: HTMLAttributes<HTMLElement>): HTMLAttributes<HTMLElement>;
}
