import type { StepOutput } from "./createOutput.ts";
import { readReport } from "./readReport.ts";
import type { Result } from "./readReport.ts";
import { runCommand } from "./runCommand.ts";
import type { SelectedStep } from "./selectSteps.ts";
import type { StepName } from "./steps.ts";

export interface Outcome extends Result {
  readonly name: StepName;
  readonly ok: boolean;
  readonly seconds: number;
}

export interface RunOptions {
  /** The project's folder, with a slash at its end. */
  readonly root: string;
  /** The folder of Vitest's reports. */
  readonly reports: string;
  /** Whether the step runs all of its files, which Vitest then finds itself. */
  readonly isWhole: boolean;
  readonly output: StepOutput;
}

/** Runs one step and counts its tests. */
export async function runStep({ step, files }: SelectedStep, options: RunOptions): Promise<Outcome> {
  const { root, reports, isWhole, output } = options;
  const report = `${reports}/${step.name}.json`;
  const started = Date.now();
  output.write(`\n== ${step.name} ==\n`);
  let ok = true;
  for (const command of step.commands) {
    const asked = command[0] === "vitest" && !isWhole ? [...command, ...files] : command;
    output.write(`$ ${asked.join(" ")}\n`);
    const reporters =
      command[0] === "vitest" ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
    ok = await runCommand(root, [...asked, ...reporters], output.write);
    if (!ok) break;
  }
  output.end();
  const result = readReport(report, root, files);
  const isGood = ok && result.failed === 0;
  return {
    ...result,
    name: step.name,
    ok: isGood,
    seconds: (Date.now() - started) / 1000,
    // A step that broke without a failed test (a type error, a crash while collecting) is a failure all the same.
    failed: isGood ? 0 : Math.max(result.failed, 1),
  };
}
