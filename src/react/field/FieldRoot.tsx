"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useContext, useEffect, useId, useMemo, useRef, useSyncExternalStore } from "react";
import type { HTMLAttributes } from "react";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { noSubscription } from "../internal/noSubscription.js";
import { PromptPathContext } from "../internal/PromptBinding.js";
import type { PromptPath } from "../internal/PromptBinding.js";
import { FieldProvider } from "./FieldContext.js";
import { FieldFormContext } from "./FieldForm.js";

/**
 * Groups one control with its label, description and error. Renders a `<div>` element.
 *
 * @example
 * <Field.Root name="aspectRatio">
 *   <AspectRatioSelect.Root>…</AspectRatioSelect.Root>
 *   <Field.Error />
 * </Field.Root>
 */
export const FieldRoot = forwardRef<HTMLDivElement, FieldRootProps>(function FieldRoot(props, ref) {
  const { name, error: givenError, disabled: givenDisabled, asChild, ...rest } = props;
  const form = useContext(FieldFormContext);
  const ownId = useId();
  const formError = useSyncExternalStore(
    form ? form.subscribeErrors : noSubscription,
    () => form?.getError(name),
    () => undefined,
  );
  const error = givenError ?? formError;
  const disabled = givenDisabled ?? form?.disabled ?? false;
  const value = useMemo(() => {
    const id = (part: string) => form?.fieldId(name, part) ?? `${ownId}-${part}`;
    return {
      name,
      controlId: id("control"),
      labelId: id("label"),
      descriptionId: id("description"),
      errorId: id("error"),
      error,
      disabled,
    };
  }, [form, name, ownId, error, disabled]);

  const element = useRef<HTMLDivElement>(null);
  useEffect(() => (element.current ? form?.registerField(name, element.current) : undefined), [form, name]);
  const refs = useMemo(() => composeRefs(element, ref), [ref]);

  const lent = useContext(PromptPathContext);
  const Component = asChild ? Slot : "div";
  const field = (
    <FieldProvider value={value}>
      <Component
        data-imagenode-part="field-root"
        data-field={name}
        data-invalid={dataFlag(error !== undefined)}
        data-disabled={dataFlag(disabled)}
        {...rest}
        ref={refs}
      />
    </FieldProvider>
  );
  return form && isPromptPath(name) && name !== lent ? (
    <form.PromptBinding path={name}>{field}</form.PromptBinding>
  ) : (
    field
  );
});

function isPromptPath(name: string): name is PromptPath {
  return name === "prompt.template" || name === "prompt.instructions";
}

/** Attributes that say how a field is. */
export interface FieldRootState {
  /** @selector [data-field] Name of the field. */
  field: string;
  /** @selector [data-invalid] While the field has an error. */
  invalid: boolean;
  /** @selector [data-disabled] While the control can't be used. */
  disabled: boolean;
}

/** Props of {@link FieldRoot}. */
export interface FieldRootProps extends HTMLAttributes<HTMLDivElement> {
  /**
   * Path of the value inside a form, such as "aspectRatio"; any name outside of one. "prompt.template" and
   * "prompt.instructions" also bind a `PromptEditor` inside to that text; an editor without such a field gets the text
   * of the chosen mode.
   */
  name: string;
  /** Error message. By default the form's error for this path. @default the form's error for this path */
  error?: string | undefined;
  /** Whether the control can't be used. By default as the form. @default the form's */
  disabled?: boolean | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
