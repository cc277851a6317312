export type StepName = "types" | "lint" | "unit" | "browser" | "stories" | "end-to-end" | "package";

export interface Step {
  readonly name: StepName;
  /** Run one after another; the first that fails ends the step. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** Files of this step, by their path from the root. A step without them checks the project as a whole. */
  readonly files?: RegExp;
}

const projects = (...names: readonly string[]) => names.flatMap((name) => ["--project", name]);

/** The kinds of checks, in the order of the report. The last command of a step with files is Vitest. */
export const STEPS: readonly Step[] = [
  { name: "types", commands: [["npm", "run", "--silent", "typecheck"]] },
  { name: "lint", commands: [["npm", "run", "--silent", "lint"]] },
  {
    name: "unit",
    files: /^test\/(?!.*\.(?:browser|e2e|package)\.test\.tsx?$).*\.test(?:-d)?\.tsx?$/,
    commands: [["vitest", "run", ...projects("node", "node-alone", "dom", "dom-alone", "ssr", "types")]],
  },
  {
    name: "browser",
    files: /^test\/.*\.browser\.test\.tsx?$/,
    commands: [["vitest", "run", ...projects("browser", "browser-react18")]],
  },
  {
    name: "stories",
    files: /^stories\/.*\.stories\.tsx$/,
    commands: [["vitest", "run", "--config", "vitest.stories.config.ts"]],
  },
  {
    name: "end-to-end",
    files: /^test\/.*\.e2e\.test\.ts$/,
    commands: [["vitest", "run", ...projects("e2e")]],
  },
  {
    name: "package",
    files: /^test\/.*\.package\.test\.ts$/,
    commands: [
      ["npm", "run", "--silent", "build"],
      ["vitest", "run", ...projects("package")],
    ],
  },
];
