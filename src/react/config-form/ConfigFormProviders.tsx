"use client";
import { useMemo } from "react";
import { FormProvider } from "react-hook-form";
import type { ReactNode } from "react";
import { createStore } from "../../internal/createStore.js";
import { FieldFormContext } from "../field/index.js";
import type { FieldForm } from "../field/index.js";
import { useLatest } from "../internal/useLatest.js";
import { FormBridgeContext, useCatalog, useRegisteredForm, useScope } from "../provider/index.js";
import { ConfigFormProvider } from "./ConfigFormContext.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";
import { createFormBridge } from "./createFormBridge.js";
import { prepareRun } from "./prepareRun.js";
import { PromptBindingProvider } from "./PromptBindingProvider.js";
import { readDraft } from "./readDraft.js";

/** Gives the form to its parts, its fields, its prompt editors and its previews; to the previews beside it by the scope. */
export function ConfigFormProviders({ context, fieldForm, children }: ConfigFormProvidersProps) {
  const scope = useLatest(useScope());
  const catalog = useLatest(useCatalog().catalog);
  const [inside, beside] = useMemo(() => {
    const read = () => readDraft(context.form, context.beforeRead);
    const bridge = createFormBridge(context, () => prepareRun(read(), scope.current, catalog.current));
    return [createStore(bridge), { ...bridge, values: null }];
  }, [catalog, context, scope]);
  useRegisteredForm(beside);
  return (
    <ConfigFormProvider value={context}>
      <FormBridgeContext.Provider value={inside}>
        <FieldFormContext.Provider value={fieldForm}>
          <FormProvider {...context.form}>
            <PromptBindingProvider>{children}</PromptBindingProvider>
          </FormProvider>
        </FieldFormContext.Provider>
      </FormBridgeContext.Provider>
    </ConfigFormProvider>
  );
}

interface ConfigFormProvidersProps {
  context: ConfigFormContextValue;
  fieldForm: FieldForm;
  children: ReactNode;
}
