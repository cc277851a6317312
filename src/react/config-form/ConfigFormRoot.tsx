"use client";
import { Slot, Slottable } from "@radix-ui/react-slot";
import { forwardRef, useContext, useMemo, useState } from "react";
import type { HTMLAttributes, KeyboardEvent } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { ContainedContext } from "../internal/ContainedContext.js";
import { dataFlag } from "../internal/dataFlag.js";
import { endCanvasEvents } from "../internal/endCanvasEvents.js";
import { endInReact } from "../internal/endInReact.js";
import { isInPopup } from "../internal/isInPopup.js";
import { isRunKey } from "../internal/isRunKey.js";
import { useFocusKeeper } from "../internal/useFocusKeeper.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { ConfigFormProviders } from "./ConfigFormProviders.js";
import { FormFallbackError } from "./FormFallbackError.js";
import { useConfigDraft } from "./useConfigDraft.js";
import { useDirtyAttribute } from "./useDirtyAttribute.js";
import { useFieldForm } from "./useFieldForm.js";
import { useFieldRegistry } from "./useFieldRegistry.js";
import { useFormResolver } from "./useFormResolver.js";
import { useGenerate } from "./useGenerate.js";
import type { GenerateRunOptions } from "./useGenerate.js";

/**
 * Holds the draft of one node's configuration for the parts inside it. Renders a `<div role="group">` element, since
 * hosts have forms of their own; `asChild` puts it on a `<form>`. A fault that no rendered field shows is said in
 * `ConfigForm.Error`, or at the end of the element where none is rendered.
 *
 * @example
 * const [config, setConfig] = useState(createImageNodeConfig());
 *
 * <ConfigForm.Root value={config} onValueChange={setConfig} onValueCommit={save}>
 *   <Field.Root name="imageModel">
 *     <ImageModelSelect.Root>…</ImageModelSelect.Root>
 *     <Field.Error />
 *   </Field.Root>
 *   <ConfigForm.Generate />
 * </ConfigForm.Root>
 */
export const ConfigFormRoot = forwardRef<HTMLDivElement, ConfigFormRootProps>(
  function ConfigFormRoot(props, ref) {
    const { value, defaultValue, onValueChange, onValueCommit, onGenerate, ...others } = props;
    const {
      disabled = false,
      readOnly = false,
      asChild,
      children,
      onBlur,
      onSubmit,
      isHostKey,
      ...rest
    } = others;
    const contained = useContext(ContainedContext);
    const { catalog } = useCatalog();
    const { locale } = useMessages();
    const resolver = useFormResolver();
    const draft = useConfigDraft({ value, defaultValue, onValueChange, onValueCommit }, resolver);
    const { form, setField, commit, reset } = draft;
    const [beforeRead] = useState(() => new Set<() => void>());
    const fields = useFieldRegistry();
    const [count] = useState(() => createStore(1));
    const run = useGenerate({
      form,
      fields,
      beforeRead,
      commit,
      disabled,
      onGenerate,
      catalog,
      count,
    });
    const [dismissedHints] = useState(() => createStore<readonly string[]>([]));
    const context = useMemo(
      () => ({
        form,
        setField,
        beforeRead,
        commit,
        reset,
        ...run,
        count,
        dismissedHints,
        disabled,
        readOnly,
        focusField: fields.focusField,
        formErrors: fields.formErrors,
        fieldId: fields.fieldId,
      }),
      [form, setField, beforeRead, commit, reset, run, count, dismissedHints, disabled, readOnly, fields],
    );
    const fieldForm = useFieldForm(form, fields, disabled);
    const keeperRef = useFocusKeeper();
    const dirtyRef = useDirtyAttribute(form);
    const onKeyDown = composeHandlers(rest.onKeyDown, (event: KeyboardEvent<HTMLDivElement>) =>
      runOnShortcut(event, run.generate),
    );
    const refs = useMemo(
      () => composeRefs<HTMLDivElement>(dirtyRef, fields.rootRef, keeperRef, ref),
      [dirtyRef, fields, keeperRef, ref],
    );
    const Component = asChild ? Slot : "div";
    return (
      <ConfigFormProviders context={context} fieldForm={fieldForm}>
        <ContainedContext.Provider value>
          <Component
            role={asChild ? undefined : "group"}
            data-imagenode-part="config-form-root"
            lang={contained ? undefined : locale}
            data-disabled={dataFlag(disabled)}
            data-readonly={dataFlag(readOnly)}
            {...rest}
            {...(contained ? { onKeyDown } : endCanvasEvents({ ...rest, onKeyDown }, [], isHostKey))}
            onBlur={composeHandlers(onBlur, commit)}
            onSubmit={composeHandlers(onSubmit, (event) => {
              // React would hand it to a host's form that renders this one through a portal.
              endInReact(event);
              event.preventDefault();
              run.generate();
            })}
            ref={refs}
          >
            <Slottable>{children}</Slottable>
            <FormFallbackError />
          </Component>
        </ContainedContext.Provider>
      </ConfigFormProviders>
    );
  },
);

function runOnShortcut(event: KeyboardEvent, generate: () => void): void {
  if (!isRunKey(event) || event.nativeEvent.isComposing || event.keyCode === 229) return;
  if (isInPopup(event.target as Element, event.currentTarget)) return;
  event.preventDefault();
  if (!event.repeat) generate();
}

/** Attributes of the form. */
export interface ConfigFormRootState {
  /** @selector [data-disabled] While nothing can be changed or run. */
  disabled: boolean;
  /** @selector [data-readonly] While the form can be read but not changed. */
  readOnly: boolean;
  /** @selector [data-dirty] Edited since the host gave the configuration. */
  dirty: boolean;
}

/** Props of {@link ConfigFormRoot}. */
export interface ConfigFormRootProps extends Omit<HTMLAttributes<HTMLDivElement>, "defaultValue"> {
  /** Configuration that the host holds. Unknown keys and ids survive untouched. */
  value?: ImageNodeConfig | undefined;
  /**
   * Configuration to begin with, where the host does not hold it. By default the documented one, with an empty prompt.
   *
   * @default createImageNodeConfig()
   */
  defaultValue?: ImageNodeConfig | undefined;
  /** Called at every edit, in its event, with the whole configuration. */
  onValueChange?: ((config: ImageNodeConfig) => void) | undefined;
  /**
   * Called when editing pauses: on blur, on accepting a variable, on a choice, or after 500 ms without input. Use it
   * for undo steps and autosave.
   */
  onValueCommit?: ((config: ImageNodeConfig) => void) | undefined;
  /**
   * Called with the valid configuration instead of starting the scope's run. The form counts as running while a
   * returned promise is pending; an `ImageNodeError` that it rejects with is shown at the fields it points to.
   * `options.count` is the number of images that were asked for with `ConfigForm.Count`.
   */
  onGenerate?: ((config: ImageNodeConfig, options: GenerateRunOptions) => unknown) | undefined;
  /** Whether nothing can be changed or run. No by default. @default false */
  disabled?: boolean | undefined;
  /** Whether nothing can be changed; all can be read, selected and run. No by default. @default false */
  readOnly?: boolean | undefined;
  /**
   * Names keys that go on to the host's handlers while the focus is in the form, such as those that save or undo. By
   * default only Tab does, and an Escape that closed nothing here: a canvas around would move or delete the node. A
   * press and the wheel end at the whole panel only.
   *
   * @example
   * isHostKey={(event) => event.ctrlKey || event.metaKey}
   */
  isHostKey?: ((event: KeyboardEvent) => boolean) | undefined;
  /**
   * Renders the only child instead, such as a `<form>`, with the part's attributes and handlers. No by default.
   *
   * @default false
   */
  asChild?: boolean | undefined;
}
