"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useMemo, useState } from "react";
import type { HTMLAttributes, KeyboardEvent } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { useCatalog } from "../provider/index.js";
import { ConfigFormProviders } from "./ConfigFormProviders.js";
import { useConfigDraft } from "./useConfigDraft.js";
import { useDirtyAttribute } from "./useDirtyAttribute.js";
import { useFieldForm } from "./useFieldForm.js";
import { useFieldRegistry } from "./useFieldRegistry.js";
import { useFormSchema } from "./useFormSchema.js";
import { useGenerate } from "./useGenerate.js";

/**
 * Holds the draft of one node's configuration for the parts inside it. Renders a `<div role="group">` element, since
 * hosts have forms of their own; `asChild` puts it on a `<form>`.
 */
export const ConfigFormRoot = forwardRef<HTMLDivElement, ConfigFormRootProps>(
  function ConfigFormRoot(props, ref) {
    const { value, defaultValue, onValueChange, onValueCommit, onGenerate, ...others } = props;
    const { disabled = false, readOnly = false, asChild, onBlur, onKeyDown, onSubmit, ...rest } = others;
    const { catalog } = useCatalog();
    const schema = useFormSchema();
    const draft = useConfigDraft({ value, defaultValue, onValueChange, onValueCommit }, schema);
    const { form, setField, commit, reset } = draft;
    const fields = useFieldRegistry();
    const { generate, pending } = useGenerate({
      form,
      fields,
      commit,
      disabled,
      onGenerate,
      templates: catalog?.features.templates,
    });
    const [dismissedHints] = useState(() => createStore<readonly string[]>([]));
    const context = useMemo(
      () => ({
        form,
        setField,
        commit,
        reset,
        generate,
        pending,
        dismissedHints,
        disabled,
        readOnly,
        focusField: fields.focusField,
        fieldId: fields.fieldId,
      }),
      [form, setField, commit, reset, generate, pending, dismissedHints, disabled, readOnly, fields],
    );
    const fieldForm = useFieldForm(form, fields, disabled);
    const dirtyRef = useDirtyAttribute(form);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(dirtyRef, ref), [dirtyRef, ref]);
    const Component = asChild ? Slot : "div";
    return (
      <ConfigFormProviders context={context} fieldForm={fieldForm}>
        <Component
          role={asChild ? undefined : "group"}
          data-imagenode-part="config-form-root"
          data-disabled={dataFlag(disabled)}
          data-readonly={dataFlag(readOnly)}
          {...rest}
          onKeyDown={composeHandlers(onKeyDown, (event) => runOnShortcut(event, generate))}
          onBlur={composeHandlers(onBlur, commit)}
          onSubmit={composeHandlers(onSubmit, (event) => {
            event.preventDefault();
            generate();
          })}
          ref={refs}
        />
      </ConfigFormProviders>
    );
  },
);

function runOnShortcut(event: KeyboardEvent, generate: () => void): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  generate();
}

/** Attributes that say how a form is. */
export interface ConfigFormRootState {
  /** @selector [data-disabled] */
  disabled: boolean;
  /** @selector [data-readonly] */
  readOnly: boolean;
  /** @selector [data-dirty] Edited since the host gave the configuration. */
  dirty: boolean;
}

/** Props of {@link ConfigFormRoot}. */
export interface ConfigFormRootProps extends Omit<HTMLAttributes<HTMLDivElement>, "defaultValue"> {
  /** The configuration, held by the host. Unknown keys and ids survive untouched. */
  value?: ImageNodeConfig | undefined;
  /** The configuration to begin with, where the host does not hold it. @default createImageNodeConfig() */
  defaultValue?: ImageNodeConfig | undefined;
  /** Called in the event of every edit with the whole configuration. */
  onValueChange?: ((config: ImageNodeConfig) => void) | undefined;
  /** Called when the user comes to rest: blur, a selection, an accepted suggestion, a pause of 500 ms. For undo and autosave. */
  onValueCommit?: ((config: ImageNodeConfig) => void) | undefined;
  /**
   * Called with the validated configuration instead of the scope's own run. While a returned promise is pending the
   * form counts as running; an `ImageNodeError` it rejects with lands at the fields that it points to.
   */
  onGenerate?: ((config: ImageNodeConfig) => unknown) | undefined;
  /** Nothing can be changed or run. @default false */
  disabled?: boolean | undefined;
  /** Nothing can be changed, but everything can be read, selected and run. @default false */
  readOnly?: boolean | undefined;
  /** Renders the only child instead, such as a `<form>`, with the part's attributes and handlers. @default false */
  asChild?: boolean | undefined;
}
