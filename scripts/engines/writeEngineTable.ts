import { relative } from "node:path";
import type { EngineName } from "../../test/engines/findEngines.ts";
import { limitOf } from "../../test/engines/limitOf.ts";
import type { Limit } from "../../test/engines/LIMITS.ts";
import type { Report } from "../test/readReport.ts";

/** What one engine's run of the browser tests came to. */
export interface EngineRun {
  readonly name: "chromium" | EngineName;
  /** Name and version that the browser tells, where it does. */
  readonly version: string | undefined;
  readonly report: Report;
}

const TITLES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };

/** Outcome of a case in each run, by file and name. */
type Outcomes = Map<string, Map<string, Map<EngineRun["name"], string>>>;

/** Writes the table case × engine as Markdown: a summary by file, then each case, then why some were left out. */
export function writeEngineTable(runs: readonly EngineRun[], limits: readonly Limit[], root: string): string {
  const outcomes = readOutcomes(runs, root);
  const reasons = [...new Set(limits.map(({ why }) => why))];
  const markOf = (file: string, name: string, engine: EngineRun["name"]) => {
    const outcome = outcomes.get(file)?.get(name)?.get(engine);
    if (outcome === "passed") return "✓";
    const limit = limitOf(limits, engine, file, name);
    if (limit) return `– ${reasons.indexOf(limit.why) + 1}`;
    return outcome === "failed" ? "**fails**" : "not run";
  };
  const head = (first: string) => [
    `| ${[first, ...runs.map(({ name }) => TITLES[name])].join(" | ")} |`,
    `| --- |${runs.map(() => " --- |").join("")}`,
  ];
  const files = [...outcomes.keys()].sort();
  const countOf = (file: string, engine: EngineRun["name"]) => {
    const names = [...(outcomes.get(file)?.keys() ?? [])];
    return `${names.filter((name) => markOf(file, name, engine) === "✓").length} of ${names.length}`;
  };
  return [
    "# Browser tests by engine",
    "",
    "Written by `npm run engines`; don't edit it. Each case is the same test, driven by real keys and a real pointer.",
    "",
    ...runs.map(({ name, version }) => `- ${TITLES[name]}${version === undefined ? "" : `: ${version}`}`),
    "",
    ...head("file"),
    ...files.map((file) => `| ${[file, ...runs.map(({ name }) => countOf(file, name))].join(" | ")} |`),
    "",
    "## Left out",
    "",
    ...reasons.map((why, index) => `${index + 1}. ${why}`),
    ...files.flatMap((file) => [
      "",
      `## ${file}`,
      "",
      ...head("case"),
      ...[...(outcomes.get(file)?.keys() ?? [])].map(
        (name) =>
          `| ${[name.replaceAll("|", "\\|"), ...runs.map((run) => markOf(file, name, run.name))].join(" | ")} |`,
      ),
    ]),
    "",
  ].join("\n");
}

function readOutcomes(runs: readonly EngineRun[], root: string): Outcomes {
  const outcomes: Outcomes = new Map();
  for (const { name: engine, report } of runs) {
    for (const { name: path, assertionResults } of report.testResults) {
      const file = relative(root, path).replaceAll("\\", "/");
      const cases = outcomes.get(file) ?? new Map<string, Map<EngineRun["name"], string>>();
      outcomes.set(file, cases);
      for (const { fullName, status } of assertionResults) {
        const marks = cases.get(fullName) ?? new Map<EngineRun["name"], string>();
        cases.set(fullName, marks.set(engine, status));
      }
    }
  }
  return outcomes;
}
