"use client";
import { Slot, Slottable } from "@radix-ui/react-slot";
import { forwardRef, useContext, useEffect, useId, useMemo, useState } from "react";
import type { HTMLAttributes } from "react";
import type { TemplateLanguage, VariableSource } from "../../template/index.js";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { PromptBindingContext, type PromptBinding } from "../internal/PromptBinding.js";
import { useSources } from "../internal/useSources.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { useScope } from "../provider/index.js";
import { createEditor } from "./editor/createEditor.js";
import type { EditorOptions } from "./editor/EditorCore.js";
import { createStore } from "../../internal/createStore.js";
import { NO_PROBLEMS, PromptEditorProvider, type Problems } from "./PromptEditorContext.js";
import { PromptEditorStatus } from "./PromptEditorStatus.js";
import type { SearchVariables } from "./list/searchVariables.js";
import { useIsHydrating } from "./useIsHydrating.js";
import { useStable } from "../internal/useStable.js";

/**
 * Holds a text with variables and everything that its parts share. Without props it takes the text from the form
 * around it and the variables from the node's scope. Renders a `<div>`.
 *
 * @example
 * <PromptEditor.Root variables={variables} defaultValue="A fox in {{trigger.place}}" onValueCommit={save}>
 *   <PromptEditor.Label />
 *   <PromptEditor.Frame>
 *     <PromptEditor.Highlight />
 *     <PromptEditor.Input rows={4} />
 *   </PromptEditor.Frame>
 *   <PromptEditor.Suggestions />
 * </PromptEditor.Root>
 */
export const PromptEditorRoot = forwardRef<HTMLDivElement, PromptEditorRootProps>(function PromptEditorRoot(
  { asChild, children, ...props },
  ref,
) {
  const form = useContext(PromptBindingContext);
  const scope = useScope();
  const variables = useSources("<PromptEditor.Root>", props.variables ?? scope?.variables);
  const { value, lent, options, field, rest } = mergeProps({ ...props, variables }, form, scope);
  const isHydrating = useIsHydrating();
  const [editor] = useState(() => createEditor(options, isHydrating));
  const [problems] = useState(() => createStore<Problems>(NO_PROBLEMS));
  const [initialValue] = useState(value ?? lent?.get() ?? props.defaultValue ?? "");
  const id = useId();
  const [inputId, setInputId] = useState(`${id}input`);
  const [element, setElement] = useState<HTMLDivElement | null>(null);

  useIsomorphicLayoutEffect(() => editor.setOptions(options));
  useIsomorphicLayoutEffect(() => {
    if (value !== undefined) editor.value.receive(value);
  }, [editor, value]);
  useIsomorphicLayoutEffect(() => editor.value.bind(lent), [editor, lent]);
  // Later than any owner's own effects: those give the text that the owner knows.
  useEffect(() => editor.adopt(), [editor]);
  useIsomorphicLayoutEffect(() => {
    // What lies behind the text is placed against this element.
    if (element && getComputedStyle(element).position === "static") element.style.position = "relative";
  }, [element]);

  const context = useStable({
    editor,
    problems,
    initialValue,
    inputId,
    setInputId,
    listId: `${id}list`,
    ...field,
  });
  const composedRef = useMemo(() => composeRefs(ref, setElement), [ref]);
  const Component = asChild ? Slot : "div";
  return (
    <PromptEditorProvider value={context}>
      <Component
        data-imagenode-part="prompt-editor-root"
        data-disabled={dataFlag(field.disabled)}
        data-readonly={dataFlag(field.readOnly)}
        data-invalid={dataFlag(field.invalid)}
        {...rest}
        ref={composedRef}
      >
        <Slottable>{children}</Slottable>
        <PromptEditorStatus />
      </Component>
    </PromptEditorProvider>
  );
});

/** Fills in what the props leave out: from the form around the editor, and from the scope of its node. */
function mergeProps(
  {
    value,
    defaultValue,
    onValueChange,
    onValueCommit,
    onRun,
    name,
    variables,
    disabled,
    readOnly,
    maxLength,
    search,
    limit,
    language,
    ...rest
  }: PromptEditorRootProps & Pick<EditorOptions, "variables">,
  form: PromptBinding | null,
  scope: ReturnType<typeof useScope>,
) {
  // A text of its own is none of the form's; that the form is locked, and what runs it, holds for all inside it.
  const binding = (value ?? defaultValue) === undefined ? form : null;
  return {
    value,
    lent: binding?.text ?? null,
    options: {
      variables,
      search,
      limit,
      language: language ?? scope?.language,
      onValueChange,
      onValueCommit,
      onRun: onRun ?? form?.onRun,
    },
    field: {
      name: name ?? binding?.name,
      disabled: disabled ?? form?.disabled ?? false,
      readOnly: readOnly ?? form?.readOnly ?? false,
      maxLength,
      maxCodePoints: binding?.maxPromptLength,
      invalid: binding?.invalid ?? false,
      errorId: binding?.errorId,
      error: binding?.error,
      label: binding?.label,
    },
    rest,
  };
}

/** Attributes that say how the editor is. */
export interface PromptEditorRootState {
  /** @selector [data-disabled] While the text can't be used. */
  disabled: boolean;
  /** @selector [data-readonly] While the text can be read but not changed. */
  readonly: boolean;
  /** @selector [data-invalid] The form around it refused the text. */
  invalid: boolean;
}

/** Props of {@link PromptEditorRoot}. */
export interface PromptEditorRootProps extends Omit<
  HTMLAttributes<HTMLDivElement>,
  "defaultValue" | "onChange"
> {
  /**
   * Text, kept by the parent. With one, or with a `defaultValue`, the editor takes neither text nor name, errors or
   * limits from the form around it. The field stays the truth while somebody types: a value that comes back late is not
   * written again. Do not change the text in `onValueChange`; that breaks undo and input methods.
   */
  value?: string | undefined;
  /** First text, where the editor keeps it itself; empty unless given. @default "" */
  defaultValue?: string | undefined;
  /** Called with the whole text once per edit, in the edit's own event. */
  onValueChange?: ((value: string) => void) | undefined;
  /** Called when editing pauses: on blur, on accepting a variable, or after 500 ms without input. */
  onValueCommit?: ((value: string) => void) | undefined;
  /** Called on Ctrl+Enter and Cmd+Enter. */
  onRun?: (() => void) | undefined;
  /** Name of the field in a native form. */
  name?: string | undefined;
  /**
   * Outputs of the nodes before this one; the scope's unless given. Sources that hold the same count as the
   * same, also in a list that is made anew; give one that changed as a new object, with a new sample or schema. @default the scope's variables
   */
  variables?: readonly VariableSource[] | undefined;
  /** Whether the field is disabled; as the form around it unless given, else not. @default false */
  disabled?: boolean | undefined;
  /** Whether the text can be read but not changed; as the form around it unless given, else not. @default false */
  readOnly?: boolean | undefined;
  /** Most UTF-16 code units of the text. A variable that does not fit is refused whole, and a status announces that. */
  maxLength?: number | undefined;
  /** Finds variables in place of the built-in ranking. */
  search?: SearchVariables | undefined;
  /** Most rows in the list; 50 unless given. @default 50 */
  limit?: number | undefined;
  /** Language of the text. Keep the same object. @default the scope's, else doubleBraceLanguage */
  language?: TemplateLanguage | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
