import { escapeControls } from "../escapeControls.js";
import type { CheckReport, CheckResult } from "./runCase.js";

/** Formats the result of one case that passed or failed: its outcome, its name and its clause. */
export function formatResult({ outcome, level, name, clause, reason }: CheckResult): string {
  const mark = outcome === "passed" ? "✓" : "✗";
  const why = outcome === "failed" ? `\n       ${quote(reason ?? "")}` : "";
  return `${mark} ${level} ${name}\n       ${outcome === "failed" ? "breaks" : "proves"}: ${clause}${why}\n`;
}

/** Formats the end of the report: why the run stopped, the cases that prove nothing by reason, and the totals. */
export function formatReport({ results, allowSpend, stopped }: CheckReport): string {
  const count = (outcome: CheckResult["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const why = stopped === null ? "" : `\nStopped: ${quote(stopped)}\n`;
  const hint =
    allowSpend || stopped !== null
      ? ""
      : "--allow-spend also runs the billable cases, which could generate images.\n";
  const totals = `${count("passed")} passed, ${count("failed")} failed, ${count("unproven")} unproven, ${count("not_asked")} not asked.`;
  const unproven = list("Unproven: asked, and not settled", results, "unproven");
  // Where nothing could be asked, a list of everything would hide the reason.
  const isEmpty = stopped !== null && count("not_asked") === results.length;
  const notAsked = isEmpty ? "" : list("Not asked", results, "not_asked");
  return `${unproven}${notAsked}${why}\n${totals}\n${hint}`;
}

function list(title: string, results: readonly CheckResult[], wanted: CheckResult["outcome"]): string {
  const byReason = new Map<string, string[]>();
  for (const { outcome, reason = "", level, name } of results) {
    if (outcome === wanted) byReason.set(reason, [...(byReason.get(reason) ?? []), `${level} ${name}`]);
  }
  const groups = [...byReason].map(
    ([reason, names]) => `  ${quote(reason)}:\n${names.map((name) => `    – ${name}\n`).join("")}`,
  );
  return groups.length > 0 ? `\n${title}\n${groups.join("")}` : "";
}

/** Sets a server's words apart: none of its lines can pass for one of ours. */
function quote(text: string): string {
  return escapeControls(text).replaceAll("\n", "\n       | ");
}
