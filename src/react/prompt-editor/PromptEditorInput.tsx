"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, memo, useSyncExternalStore } from "react";
import type { TextareaHTMLAttributes } from "react";
import { canvasClass } from "../internal/canvasClass.js";
import { dataFlag } from "../internal/dataFlag.js";
import { CANVAS_EVENTS } from "../internal/endCanvasEvents.js";
import { endEvents } from "../internal/endEvents.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { composeFieldHandlers } from "./textarea/composeFieldHandlers.js";
import { requireTextarea } from "./textarea/requireTextarea.js";
import { NO_PROBLEMS, usePromptEditor } from "./PromptEditorContext.js";
import { useAttachedRef } from "./useAttachedRef.js";
import { useTextBeforeHydration } from "./useTextBeforeHydration.js";

const noProblems = () => NO_PROBLEMS;

/**
 * Text field of the editor. Native: its glyphs, caret, undo, spell-check and input methods are the browser's. Renders a
 * `<textarea>`.
 */
export const PromptEditorInput = memo(
  forwardRef<HTMLTextAreaElement, PromptEditorInputProps>(function PromptEditorInput(props, ref) {
    const context = usePromptEditor("PromptEditor.Input");
    const { editor, setInputId, inputId, disabled, readOnly, error } = context;
    const problems = useSyncExternalStore(context.problems.subscribe, context.problems.get, noProblems);
    const { asChild, id, className, onWheel, "aria-describedby": describedBy, ...rest } = props;
    const invalid = context.invalid || problems.error;
    // Once: what the list says, the form need not say again.
    const isSaid = error !== undefined && problems.said.includes(error);
    const errorId = isSaid ? undefined : context.errorId;

    useIsomorphicLayoutEffect(() => {
      if (id !== undefined) setInputId(id);
    }, [id, setInputId]);
    useTextBeforeHydration(id ?? inputId);
    const attachedRef = useAttachedRef(ref, editor.attachField, requireTextarea);

    const Component = (asChild ? Slot : "textarea") as "textarea";
    return (
      <Component
        name={context.name}
        disabled={disabled}
        readOnly={readOnly}
        maxLength={context.maxLength}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-invalid={invalid || undefined}
        data-imagenode-part="prompt-editor-input"
        data-disabled={dataFlag(disabled)}
        data-readonly={dataFlag(readOnly)}
        data-invalid={dataFlag(invalid)}
        {...rest}
        id={id ?? inputId}
        defaultValue={context.initialValue}
        aria-describedby={[describedBy, errorId, problems.id].filter(Boolean).join(" ") || undefined}
        {...composeFieldHandlers(editor.handlers, props)}
        {...endEvents(rest, CANVAS_EVENTS)}
        // It ends at the field, before React hears of it; on the way down it still does.
        onWheelCapture={onWheel}
        className={canvasClass(className)}
        ref={attachedRef}
      />
    );
  }),
);

/** Attributes that say how the field is. */
export interface PromptEditorInputState {
  /** @selector [data-disabled] While the text can't be used. */
  disabled: boolean;
  /** @selector [data-readonly] While the text can be read but not changed. */
  readonly: boolean;
  /** @selector [data-invalid] The form around it refused the text, or the diagnostics hold an error. */
  invalid: boolean;
}

/** Props of {@link PromptEditorInput}. */
export interface PromptEditorInputProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "value" | "defaultValue"
> {
  /**
   * Renders the only child instead. It must pass its ref and props on to a `<textarea>`; anything else is an error.
   *
   * @default false
   */
  asChild?: boolean | undefined;
}
