import type { ImageModelEntry } from "./ModelEntry.js";
import type { ImageCall, SettingValues } from "./ImageCall.js";
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

/** Joins options for providers, name by name; the later ones win. */
export function joinOptions(
  ...all: readonly ImageCall["providerOptions"][]
): NonNullable<ImageCall["providerOptions"]> {
  const names = new Set(all.flatMap((options) => Object.keys(options ?? {})));
  return Object.fromEntries(
    [...names].map((name) => [name, Object.assign({}, ...all.map((options) => options?.[name] ?? {}))]),
  );
}
