import { escapeControls } from "../escapeControls.js";
import type { CheckReport, CheckResult } from "./runCase.js";

/** One case in a line or two: its outcome, what it shows and which clause that is. */
export function formatResult({ outcome, level, name, clause, reason }: CheckResult): string {
  const mark = outcome === "passed" ? "✓" : "✗";
  const why = outcome === "failed" ? `\n       ${quote(reason ?? "")}` : "";
  return `${mark} ${level} ${name}\n       ${outcome === "failed" ? "breaks" : "proves"}: ${clause}${why}\n`;
}

/** What stayed unproven, by reason, and the sums. */
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
  const hint = allowSpend ? "" : "--allow-spend also runs what could make a picture.\n";
  return `${list}\n${count("passed")} passed, ${count("failed")} failed, ${count("unproven")} unproven.\n${hint}`;
}

/** What a server says stands apart: none of its lines can pass for one of ours. */
function quote(text: string): string {
  return escapeControls(text).replaceAll("\n", "\n       | ");
}
