"use client";
import { useContext, useEffect, useSyncExternalStore } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { noSubscription } from "../internal/noSubscription.js";
import { FormBridgeContext, NO_FORM } from "./FormBridge.js";
import type { FormBridge, FormValues } from "./FormBridge.js";

/** Returns the bridge to the node's form, or `null` where there is neither a form nor a scope. */
export function useFormBridge(): FormBridge | null {
  const store = useContext(FormBridgeContext);
  const read = () => store?.get() ?? null;
  return useSyncExternalStore(store?.subscribe ?? noSubscription, read, read);
}

/** Returns one value of the form and renders again only when it changes. `undefined` outside of a form. */
export function useFormValue<T extends string | number | boolean | null | undefined>(
  values: FormValues | null | undefined,
  select: (config: ImageNodeConfig) => T,
): T | undefined {
  const read = () => (values ? select(values.getConfig()) : undefined);
  return useSyncExternalStore(values?.subscribe ?? noSubscription, read, read);
}

/** Registers a form in the scope around it, for as long as the form is mounted. */
export function useRegisteredForm(bridge: FormBridge): void {
  const store = useContext(FormBridgeContext);
  useEffect(() => {
    store?.set(bridge);
    return () => {
      if (store?.get() === bridge) store.set(NO_FORM);
    };
  }, [bridge, store]);
}
