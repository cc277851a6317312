"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useContext, useEffect, useMemo, useState } from "react";
import { FormProvider } from "react-hook-form";
import type { FormEvent, HTMLAttributes, KeyboardEvent } from "react";
import { validateImageNodeConfig } from "../../contract/index.js";
import type { ImageNodeConfig } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import { FieldFormContext } from "../field/index.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { GenerationStoreContext, useCatalog, useScope } from "../provider/index.js";
import { ConfigFormProvider } from "./ConfigFormContext.js";
import { createFormSchema } from "./createFormSchema.js";
import { PromptBindingProvider } from "./PromptBindingProvider.js";
import { formatDiagnostic, formatIssue } from "./formatProblem.js";
import { useConfigDraft } from "./useConfigDraft.js";
import { useDirtyAttribute } from "./useDirtyAttribute.js";
import { useFieldRegistry } from "./useFieldRegistry.js";
import { useGenerate } from "./useGenerate.js";

/**
 * Holds the draft of one node's configuration for the parts inside it. Renders a `<div role="group">` element, since
 * hosts have forms of their own; `asChild` puts it on a `<form>`.
 */
export const ConfigFormRoot = forwardRef<HTMLDivElement, ConfigFormRootProps>(
  function ConfigFormRoot(props, ref) {
    const { value, defaultValue, onValueChange, onValueCommit, onGenerate, ...others } = props;
    const { disabled = false, readOnly = false, asChild, onBlur, onKeyDown, onSubmit, ...rest } = others;
    const t = useMessages();
    const { catalog } = useCatalog();
    const scope = useScope();
    const checks = useLatest({ catalog, variables: scope?.variables, t });
    const schema = useMemo(
      () =>
        createFormSchema(
          (config) =>
            validateImageNodeConfig(config, {
              catalog: checks.current.catalog,
              variables: checks.current.variables,
            }),
          (diagnostic) => formatDiagnostic(checks.current.t, diagnostic),
        ),
      [checks],
    );
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
    const dirtyRef = useDirtyAttribute(form);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(dirtyRef, ref), [dirtyRef, ref]);

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
    const fieldForm = useMemo(
      () => ({
        disabled,
        PromptBinding: PromptBindingProvider,
        fieldId: fields.fieldId,
        registerField: fields.registerField,
        subscribeErrors: (listener: () => void) =>
          form.subscribe({ formState: { errors: true }, callback: listener }),
        getError(name: string) {
          const { error } = form.getFieldState(name as "style");
          if (!error) return undefined;
          return error.type === "custom" || error.type === "server"
            ? error.message
            : formatIssue(t, error.type);
        },
      }),
      [disabled, fields, form, t],
    );

    const bridge = useContext(GenerationStoreContext)?.bridge;
    useEffect(() => {
      if (!bridge) return undefined;
      Object.assign(bridge, { focusField: fields.focusField, generate });
      return () => {
        Object.assign(bridge, { focusField: null, generate: null });
      };
    }, [bridge, fields, generate]);

    const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
      event.preventDefault();
      generate();
    };
    const handleSubmit = (event: FormEvent<HTMLDivElement>) => {
      event.preventDefault();
      generate();
    };

    const Component = asChild ? Slot : "div";
    return (
      <ConfigFormProvider value={context}>
        <FieldFormContext.Provider value={fieldForm}>
          <FormProvider {...form}>
            <PromptBindingProvider>
              <Component
                role={asChild ? undefined : "group"}
                data-imagenode-part="config-form-root"
                data-disabled={dataFlag(disabled)}
                data-readonly={dataFlag(readOnly)}
                {...rest}
                onKeyDown={composeHandlers(onKeyDown, handleKeyDown)}
                onBlur={composeHandlers(onBlur, commit)}
                onSubmit={composeHandlers(onSubmit, handleSubmit)}
                ref={refs}
              />
            </PromptBindingProvider>
          </FormProvider>
        </FieldFormContext.Provider>
      </ConfigFormProvider>
    );
  },
);

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
