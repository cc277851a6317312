// Everything that must hold: types, lint, every kind of test. `npm test -- prompt-editor` runs the tests, of every kind,
// whose path has that part. No retries.
import { globSync, mkdirSync, rmSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findEngines } from "../test/engines/findEngines.ts";
import { createOutput } from "./test/createOutput.ts";
import { describeOutcomes } from "./test/describeOutcomes.ts";
import { runLanes } from "./test/runLanes.ts";
import { runStep } from "./test/runStep.ts";
import type { Outcome } from "./test/runStep.ts";
import { selectSteps } from "./test/selectSteps.ts";
import type { SelectedStep } from "./test/selectSteps.ts";
import { STEPS } from "./test/steps.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = `${root}.cache/test-reports`;

const { positionals } = parseArgs({ allowPositionals: true });
const patterns = positionals.map((pattern) => (isAbsolute(pattern) ? relative(root, pattern) : pattern));
const files = globSync("{test,stories}/**/*.{ts,tsx}", { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  .sort();
const engines = findEngines();
const steps = engines.found.length > 0 ? STEPS : STEPS.filter(({ name }) => name !== "engines");
const { selected, leftOut, unmatched } = selectSteps(steps, files, patterns);
if (unmatched.length > 0) {
  console.error(
    `No test matches ${unmatched.map((pattern) => `"${pattern}"`).join(", ")}. A pattern is a part of the path of a ` +
      "test or a story, such as prompt-editor, test/server/png or stories/Preview.",
  );
  process.exit(1);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const outputOf = createOutput(
  selected.map(({ step }) => step.name),
  (text) => process.stdout.write(text),
);
const run = (one: SelectedStep): Promise<Outcome> =>
  runStep(one, {
    root,
    reports,
    isWhole: patterns.length === 0,
    output: outputOf(one.step.name),
  });
const outcomes = await runLanes(selected, ({ step }) => step.lane, run);
console.log(describeOutcomes(outcomes, [...leftOut, ...engines.missing]));
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
