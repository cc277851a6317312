import type { Setting } from "../../../contract/index.js";
import { providerOption } from "./ProviderOption.js";
import type { ProviderOption } from "./ProviderOption.js";

/** Bounds of a number. */
interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** Greatest seed where a service documents none: the greatest signed number of 32 bits. */
const SIGNED_32_BITS = 2_147_483_647;

/** Greatest unsigned number of 32 bits, for services that tell such seeds of their own. */
export const UNSIGNED_32_BITS = 4_294_967_295;

/** Describes the seed. */
export function seedSetting({ minimum = 0, maximum = SIGNED_32_BITS }: Partial<Bounds> = {}): Setting {
  return {
    type: "integer",
    minimum,
    maximum,
    title: "Seed",
    description: "The same seed and prompt draw a similar picture again.",
  };
}

/** Makes the option for the SDK's own `seed`. By default it runs from 0 to 2,147,483,647. */
export function seedOption(bounds?: Partial<Bounds>): ProviderOption {
  return { setting: seedSetting(bounds), call: (value) => ({ seed: Number(value) }) };
}

/** Makes the option for the quality, by the provider's own words for it. */
export function qualityOption(provider: string, values: readonly string[]): ProviderOption {
  return providerOption(provider, "quality", {
    type: "string",
    enum: values,
    title: "Quality",
    description: "A better quality takes longer and may cost more.",
  });
}

/** Describes the resolution, by the provider's own words for it. */
export function resolutionSetting(values: readonly string[]): Setting {
  return {
    type: "string",
    enum: values,
    title: "Resolution",
    description: "A higher resolution takes longer and may cost more.",
  };
}

/** Makes the option for what the picture should not show. An empty text is not sent. */
export function negativePromptOption(
  provider: string,
  option = "negative_prompt",
  maxLength = 1000,
): ProviderOption {
  const setting: Setting = {
    type: "string",
    maxLength,
    multiline: true,
    title: "Negative prompt",
    description: "Describes what the picture should not show.",
  };
  const { call } = providerOption(provider, option, setting);
  return { setting, call: (value) => (value === "" ? {} : call(value)) };
}

/** Makes the option for the number of steps. */
export function stepsOption(provider: string, option: string, maximum: number, minimum = 1): ProviderOption {
  return providerOption(provider, option, {
    type: "integer",
    minimum,
    maximum,
    title: "Steps",
    description: "More steps draw finer details and take longer.",
    advanced: true,
  });
}

/** Makes the option for how closely the picture follows the prompt. */
export function guidanceOption(
  provider: string,
  option: string,
  { minimum, maximum }: Bounds,
): ProviderOption {
  return providerOption(provider, option, {
    type: "number",
    minimum,
    maximum,
    title: "Guidance",
    description: "A higher value follows the prompt more closely.",
    advanced: true,
  });
}
