import type { ImageModelEntry } from "./ModelEntry.js";
import type { ImageCall, SettingValues } from "./ImageCall.js";
import type { ProviderSettings } from "./providers/Provider.js";
import { ownOption, providerOptionsOf } from "./settingsOf.js";

/** Makes the part of the AI SDK's call that the settings decide: by the entry's own `call`, else by its provider's file. */
export function toImageCall(
  { model, call }: Pick<ImageModelEntry, "model" | "call">,
  values: SettingValues,
): ImageCall {
  if (call) return call(values);
  const known = providerOptionsOf(model);
  const calls = Object.entries(values).map(([name, value]) => ownOption(known, name)?.call(value) ?? {});
  return calls.reduce(joinCalls, {});
}

function joinCalls(one: ImageCall, other: ImageCall): ImageCall {
  return {
    ...one,
    ...other,
    providerOptions: joinOptions(one.providerOptions, other.providerOptions),
  };
}

/** Joins options for providers, name by name, and the objects in them member by member; the later ones win. */
export function joinOptions(...all: readonly ImageCall["providerOptions"][]): ProviderSettings {
  return all.reduce<ProviderSettings>((one, other) => joinObjects(one, other ?? {}) as ProviderSettings, {});
}

/**
 * Puts what stands under any name of a provider under each of them. A package reads the first name that is there, so a
 * setting under it would hide what the host fixed under an older one.
 */
export function shareOptions(options: ProviderSettings, names: readonly string[]): ProviderSettings {
  const whole = names.reduceRight<object>((joined, name) => joinObjects(joined, options[name] ?? {}), {});
  return { ...options, ...(Object.fromEntries(names.map((name) => [name, whole])) as ProviderSettings) };
}

function joinObjects(one: object, other: object): object {
  const joined: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = Object.hasOwn(joined, key) ? joined[key] : undefined;
    joined[key] = isPlain(before) && isPlain(value) ? joinObjects(before, value) : value;
  }
  return joined;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
