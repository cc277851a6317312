import type { Step } from "./steps.ts";

/** A step to run, with the files that it runs. */
export interface SelectedStep {
  readonly step: Step;
  /** Paths from the root; none for a step that checks the project as a whole. */
  readonly files: readonly string[];
}

export interface Selection {
  readonly selected: readonly SelectedStep[];
  /** What is not run, and why. */
  readonly leftOut: readonly string[];
  /** Patterns that are part of no file's path. */
  readonly unmatched: readonly string[];
}

/**
 * Chooses the steps and files for patterns, which are parts of paths. Without a pattern everything runs; with one, the
 * steps that check the project as a whole do not.
 */
export function selectSteps(
  steps: readonly Step[],
  files: readonly string[],
  patterns: readonly string[],
): Selection {
  const filesOf = ({ files: ofStep }: Step) => files.filter((file) => ofStep?.test(file));
  if (patterns.length === 0) {
    return { selected: steps.map((step) => ({ step, files: filesOf(step) })), leftOut: [], unmatched: [] };
  }
  const matches = (file: string, pattern: string) => file.toLowerCase().includes(normalize(pattern));
  const found = steps.map((step) => ({
    step,
    files: filesOf(step).filter((file) => patterns.some((pattern) => matches(file, pattern))),
  }));
  const known = steps.flatMap(filesOf);
  return {
    selected: found.filter((one) => one.files.length > 0),
    leftOut: found
      .filter((one) => one.files.length === 0)
      .map(({ step }) => `${step.name} (${step.files ? "no file matches" : "runs without a pattern only"})`),
    unmatched: patterns.filter((pattern) => !known.some((file) => matches(file, pattern))),
  };
}

/** Turns a path as a shell or a system writes it into part of a path from the root. */
function normalize(pattern: string): string {
  return pattern
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .toLowerCase();
}
