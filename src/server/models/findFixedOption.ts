import type { ImageModelEntry } from "./ModelEntry.js";
import type { ProviderOption } from "./providers/ProviderOption.js";

/**
 * Finds the option that an entry fixes in `providerOptions` and a setting would send as well, such as
 * "openai.quality"; `undefined` where they do not meet.
 *
 * @param names names in `providerOptions` that mean the same provider
 */
export function findFixedOption(
  { setting, call }: ProviderOption,
  fixed: NonNullable<ImageModelEntry["providerOptions"]>,
  names: readonly string[],
): string | undefined {
  const sent = call(setting.enum?.[0] ?? setting.minimum ?? 1);
  const sets = Object.entries(sent.providerOptions ?? {}).flatMap(([provider, options]) => {
    const providers = names.includes(provider) ? names : [provider];
    return providers.map((each) => [each, options] as const);
  });
  // A seed of the SDK's own ends beside the options of every provider.
  if (sent.seed !== undefined) for (const each of Object.keys(fixed)) sets.push([each, { seed: sent.seed }]);
  for (const [provider, options] of sets) {
    const path = findShared(fixed[provider], options);
    if (path) return [provider, ...path].join(".");
  }
  return undefined;
}

/** Finds a member that both have, as deep as the second goes. */
function findShared(fixed: unknown, sent: unknown): string[] | undefined {
  if (typeof sent !== "object" || sent === null) return [];
  if (typeof fixed !== "object" || fixed === null) return fixed === undefined ? undefined : [];
  for (const [key, value] of Object.entries(fixed)) {
    const own = Object.entries(sent).find(([name]) => toPlainName(name) === toPlainName(key));
    const path = own && findShared(value, own[1]);
    if (path) return [key, ...path];
  }
  return undefined;
}

/** Some packages take "guidance_scale" for "guidanceScale". */
function toPlainName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
