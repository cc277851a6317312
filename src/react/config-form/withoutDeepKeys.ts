/** Levels of lists and objects that a back end takes in a request. */
const MAX_DEPTH = 64;

/**
 * Leaves unknown keys out whose values are nested deeper than any back end takes, or hold themselves: the form copies
 * its values level by level, and would overflow the stack while it renders.
 */
export function withoutDeepKeys(config: unknown): unknown {
  if (!isBag(config)) return config;
  const pick = (value: unknown) => (isBag(value) ? pickFlat(value) : value);
  return pickFlat({
    ...config,
    prompt: pick(config.prompt),
    ...(config.settings !== undefined && { settings: pick(config.settings) }),
  });
}

function pickFlat(bag: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(bag);
  const kept = entries.filter(([, value]) => !isDeep(value));
  return kept.length === entries.length ? bag : Object.fromEntries(kept);
}

/** Walks level by level, so that the stack and shared members do not matter. */
function isDeep(value: unknown): boolean {
  let level = new Set<unknown>([value]);
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const next = new Set<unknown>();
    for (const holder of level) {
      if (typeof holder !== "object" || holder === null) continue;
      for (const member of Object.values(holder)) if (typeof member === "object") next.add(member);
    }
    if (next.size === 0) return false;
    level = next;
  }
  return true;
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
