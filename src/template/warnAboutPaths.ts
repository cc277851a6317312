const warned = new Set<string>();
/** Paths that one warning names. */
const MOST_NAMED = 3;

/**
 * Says in development, once for the same list, which of a host's paths can't be read, why, and what to do. Never throws.
 */
export function warnAboutPaths(faults: readonly string[], count: number): void {
  try {
    if (process.env.NODE_ENV === "production") return;
  } catch {
    // Without a bundler there is no `process`: that counts as production.
    return;
  }
  const more = faults.length - MOST_NAMED;
  const named = faults.slice(0, MOST_NAMED).join("; ") + (more > 0 ? `; and ${more} more` : "");
  const message =
    `sourcesFromPaths left out ${faults.length} of ${count} paths, so no list offers them: ${named}. Write a path as ` +
    'node.name, node["odd name"] or node.list[0], or pass an array of its segments.';
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}
