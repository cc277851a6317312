"use client";
import { useMemo } from "react";
import { FormProvider } from "react-hook-form";
import type { ReactNode } from "react";
import { createStore } from "../../internal/createStore.js";
import { FieldFormContext } from "../field/index.js";
import type { FieldForm } from "../field/index.js";
import { FormBridgeContext, useRegisteredForm } from "../provider/index.js";
import { ConfigFormProvider } from "./ConfigFormContext.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";
import { createFormBridge } from "./createFormBridge.js";
import { PromptBindingProvider } from "./PromptBindingProvider.js";

/** Gives the form to its parts, its fields, its prompt editors and its previews; to the previews beside it by the scope. */
export function ConfigFormProviders({ context, fieldForm, children }: ConfigFormProvidersProps) {
  const [inside, beside] = useMemo(() => {
    const bridge = createFormBridge(context);
    return [createStore(bridge), { ...bridge, values: null }];
  }, [context]);
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
