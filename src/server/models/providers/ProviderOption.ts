import type { Setting, SettingValue } from "../../../contract/index.js";
import type { ImageCall } from "../ImageCall.js";

/** Setting that a provider's models take, and its place in the AI SDK's call. */
export interface ProviderOption {
  /** The setting as a catalog offers it by default. Its bounds are the provider's. */
  readonly setting: Setting;
  /** Makes the part of the call that carries a value of the setting. */
  readonly call: (value: SettingValue) => ImageCall;
}

/** Makes an option that stands under the provider's name in `providerOptions`. */
export function providerOption(provider: string, option: string, setting: Setting): ProviderOption {
  return { setting, call: (value) => ({ providerOptions: { [provider]: { [option]: value } } }) };
}

/** Makes the option for the SDK's own `seed`. */
export function seedOption(maximum: number): ProviderOption {
  return {
    setting: { type: "integer", minimum: 0, maximum, title: "Seed" },
    call: (value) => ({ seed: Number(value) }),
  };
}
