import { escapeControls } from "../escapeControls.js";
import type { CheckReport, CheckResult } from "./runCase.js";

/** Formats the result of one case: its outcome, its name and its clause. */
export function formatResult({ outcome, level, name, clause, reason }: CheckResult): string {
  const mark = outcome === "passed" ? "✓" : "✗";
  const why = outcome === "failed" ? `\n       ${quote(reason ?? "")}` : "";
  return `${mark} ${level} ${name}\n       ${outcome === "failed" ? "breaks" : "proves"}: ${clause}${why}\n`;
}

/** Formats the end of the report: the unproven cases by reason, and the totals. */
export function formatReport({ results, allowSpend }: CheckReport): string {
  const count = (outcome: CheckResult["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const byReason = new Map<string, string[]>();
  for (const { outcome, reason = "", level, name } of results) {
    if (outcome === "unproven") byReason.set(reason, [...(byReason.get(reason) ?? []), `${level} ${name}`]);
  }
  const unproven = [...byReason].map(
    ([reason, names]) => `  ${quote(reason)}:\n${names.map((name) => `    – ${name}\n`).join("")}`,
  );
  const list = unproven.length > 0 ? `\nUnproven\n${unproven.join("")}` : "";
  const hint = allowSpend ? "" : "--allow-spend also runs the billable cases, which could generate images.\n";
  return `${list}\n${count("passed")} passed, ${count("failed")} failed, ${count("unproven")} unproven.\n${hint}`;
}

/** Sets a server's words apart: none of its lines can pass for one of ours. */
function quote(text: string): string {
  return escapeControls(text).replaceAll("\n", "\n       | ");
}
