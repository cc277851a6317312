import { createDiagnostic } from "./createDiagnostic.js";
import type { Diagnostic, Severity } from "./types.js";

/**
 * Keeps the first fifty errors and the first fifty of each other severity, and adds one diagnostic (`more_problems`, with
 * their `count`) for all the others: nobody reads a hundred thousand, and no page or answer should carry them.
 *
 * @example
 * const shown = limitDiagnostics(diagnoseTemplate(text, index));
 */
export function limitDiagnostics(diagnostics: readonly Diagnostic[], most = 50): readonly Diagnostic[] {
  const counts = new Map<Severity, number>();
  const isKept = ({ severity }: Diagnostic) => {
    const seen = (counts.get(severity) ?? 0) + 1;
    counts.set(severity, seen);
    return seen <= most;
  };
  const kept: Diagnostic[] = [];
  const others: Diagnostic[] = [];
  for (const diagnostic of diagnostics) (isKept(diagnostic) ? kept : others).push(diagnostic);
  const [first] = others;
  if (!first) return diagnostics;
  const severity = others.some((other) => other.severity === "error") ? "error" : "warning";
  const range = { start: first.range.start, end: others.at(-1)?.range.end ?? first.range.end };
  const params = { count: others.length };
  return [...kept, createDiagnostic("more_problems", severity, range, undefined, undefined, params)];
}
