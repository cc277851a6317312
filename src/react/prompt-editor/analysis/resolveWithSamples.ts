import {
  formatPath,
  listReferences,
  parsePath,
  resolveWithin,
  type VariableIndex,
} from "../../../template/index.js";

/** Text with sample values filled in. */
export interface ResolvedSample {
  /** Text with samples in place of variables. */
  text: string;
  /** Position of each value in `text`. */
  spans: readonly { start: number; end: number; path: string }[];
  /** Whether every variable has a sample value. */
  complete: boolean;
  /** Whether the text is longer than any model takes, and its end is left out. */
  shortened: boolean;
}

/** UTF-16 units that are shown; more than image models take. */
const LONGEST = 100_000;

/**
 * Fills in the sample values of the nodes that a text names, up to a length that no model takes; values of sensitive
 * nodes are replaced by `masked`, if given.
 */
export function resolveWithSamples(
  text: string,
  index: VariableIndex,
  masked: string | null,
): ResolvedSample {
  const samples: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const sensitive = new Set<string>();
  for (const { segments } of listReferences(text)) {
    const slug = String(segments[0]);
    const node = index.get(formatPath([slug]));
    if (!node || slug in samples) continue;
    samples[slug] = node.source.sample;
    if (node.source.sensitive) sensitive.add(slug);
  }
  const resolved = resolveWithin(text, { ...samples }, LONGEST);
  const errors = resolved.diagnostics.filter(({ severity }) => severity === "error");
  const shortened = errors.some(({ code }) => code === "too_long");
  const complete = errors.every(({ code }) => code === "too_long");
  const shown = masked === null || sensitive.size === 0 ? resolved : mask(resolved, sensitive, masked);
  return { text: shown.text, spans: shown.spans, complete, shortened };
}

function mask(resolved: ReturnType<typeof resolveWithin>, sensitive: ReadonlySet<string>, masked: string) {
  let text = "";
  let from = 0;
  const spans = resolved.spans.map(({ start, end, path }) => {
    text += resolved.text.slice(from, start);
    from = end;
    const at = text.length;
    text += sensitive.has(String(parsePath(path)?.[0])) ? masked : resolved.text.slice(start, end);
    return { start: at, end: text.length, path };
  });
  return { text: text + resolved.text.slice(from), spans };
}
