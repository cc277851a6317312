"use client";
import type { NamedSetting } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";

/** State that the parts of the settings share. */
export interface ModelSettingsContextValue {
  /** Name of the image model as people read it. */
  model: string;
  /** Settings that the model takes, in their order. */
  settings: readonly NamedSetting[];
  /** Values of the configuration by name, also of settings that the model does not have. */
  values: Readonly<Record<string, unknown>>;
  /** Names of the settings whose value the model does not take. */
  faults: readonly string[];
  /** Names that the configuration has a value for and the model does not have. */
  unused: readonly string[];
  /** Whether nothing can be changed, also where the form is only read. */
  disabled: boolean;
  /** Whether the form is only read: texts and numbers can still be selected. */
  readOnly: boolean;
  /** Writes one value; `undefined` leaves the setting to its default. `commit` also calls `onValueCommit`. */
  setValue: (name: string, value: unknown, options?: { commit?: boolean }) => void;
}

const modelSettingsContext = createStrictContext<ModelSettingsContextValue>(
  "ModelSettings.Root",
  "the settings of the image model",
);

export const [ModelSettingsProvider] = modelSettingsContext;

/** Reads the state for a part of ours, which the error for a missing root names. */
export const useModelSettingsContext = modelSettingsContext[1];
