"use client";
import { createContext } from "react";
import type { GenerationRequest, ImageNodeConfig, PromptMode } from "../../contract/index.js";
import type { Store } from "../../internal/createStore.js";

/** Access of a node's previews to its form. Declared here so that previews and scope do not depend on the form. */
export interface FormBridge {
  /** Focuses a field's control; in a text also selects the named variable. */
  focusField: (name: string, variable?: string) => void;
  /** Validates and runs, as the form's own button does; left out where no form is mounted. */
  generate?: (() => void) | undefined;
  /** Values of the form around the preview; `null` beside the form, where only the host says what may be written. */
  values: FormValues | null;
}

/** Values of a form, for previews inside it. */
export interface FormValues {
  /** Returns the configuration as it is now. */
  getConfig: () => ImageNodeConfig;
  /** Calls `listener` after each edit. Returns the function that unsubscribes. */
  subscribe: (listener: () => void) => () => void;
  /** Writes the whole configuration and commits it; `null` while the form is disabled or read-only. */
  setConfig: ((config: ImageNodeConfig) => void) | null;
  /** Switches the mode, so that its fields are there to be focused. */
  setMode: (mode: PromptMode) => void;
  /** Makes the request of a run with these values, or with the given configuration in their place. */
  prepareRequest: (config?: ImageNodeConfig) => Promise<GenerationRequest>;
  /**
   * Runs a configuration in place of the form's, which is neither validated nor changed, with the number of images that
   * is chosen now. Where its model takes a seed, a new one is drawn. Does nothing while the form is disabled or runs.
   */
  runLike: (config: ImageNodeConfig) => void;
  /**
   * Validates and runs as Generate does, with the samples of these earlier nodes where the run's input has nothing of them.
   * `null` while the form is disabled, and where the host's own engine runs.
   */
  runWithSamples: ((slugs: readonly string[]) => void) | null;
  /** Number of images that the next run makes. */
  count: Pick<Store<number>, "get" | "subscribe">;
}

/** Bridge of a scope whose form is not mounted: leads nowhere. */
export const NO_FORM: FormBridge = { focusField: () => undefined, values: null };

/**
 * Holds the bridge to the nearest form. `ConfigForm.Root` provides a store to what is inside it; `ImageNodeScope`
 * provides one in which the form registers itself for what is beside it. `null` where there is neither.
 */
export const FormBridgeContext = createContext<Store<FormBridge> | null>(null);
