import type { Setting, SettingValue } from "../../../contract/index.js";
import type { ImageCall } from "../ImageCall.js";

/** Setting that a provider's models take, and its place in the AI SDK's call. */
export interface ProviderOption {
  /** The setting as a catalog offers it by default. Its bounds are the provider's. */
  readonly setting: Setting;
  /** Makes the part of the call that carries a value of the setting. */
  readonly call: (value: SettingValue) => ImageCall;
}

/** Settings that a model takes by name, in the order of a form. */
export type ProviderOptions = Readonly<Record<string, ProviderOption>>;

/** Makes an option that stands under the provider's name in `providerOptions`. */
export function providerOption(provider: string, option: string, setting: Setting): ProviderOption {
  return { setting, call: (value) => ({ providerOptions: { [provider]: { [option]: value } } }) };
}

/** Settings of a provider's models, by patterns of ids of which the first that fits counts. */
export type OptionsTable = readonly (readonly [pattern: RegExp, options: ProviderOptions])[];

/** Finds the settings of a model in a table; none where no pattern fits. */
export function optionsFor(modelId: string, table: OptionsTable): ProviderOptions {
  return table.find(([pattern]) => pattern.test(modelId))?.[1] ?? {};
}
