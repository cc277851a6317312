import type { ScopeValue } from "../provider/index.js";

/**
 * Reads what a person wrote around the tokens of a host's language. Returns `null` where the host does not say which
 * those are.
 */
export function readProse(
  text: string,
  scope: Pick<ScopeValue, "resolvePrompt" | "tokenize"> | null,
): string | null {
  const tokenize = scope?.tokenize;
  if (!tokenize) return scope?.resolvePrompt ? null : text;
  try {
    return text
      .split("\n")
      .map((line) =>
        [...tokenize(line)].reduceRight(
          (rest, { start, end }) => `${rest.slice(0, start)} … ${rest.slice(end)}`,
          line,
        ),
      )
      .join("\n");
  } catch {
    return null;
  }
}
