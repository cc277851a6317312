import { EVERYDAY } from "../../test/engines/EVERYDAY.ts";

export type StepName =
  "types" | "lint" | "unit" | "browser" | "stories" | "end-to-end" | "engines" | "package";

export interface Step {
  readonly name: StepName;
  /** Steps of one lane run one after another, the two lanes beside each other. */
  readonly lane: 1 | 2;
  /** Run one after another; the first that fails ends the step. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** Files of this step, by their path from the root. A step without them checks the project as a whole. */
  readonly files?: RegExp;
}

const projects = (...names: readonly string[]) => names.flatMap((name) => ["--project", name]);

/**
 * The kinds of checks, in the order of the report. The last command of a step with files is Vitest. What keeps a browser
 * or a Storybook busy is one lane, so that no two of them share a cache or a port.
 */
export const STEPS: readonly Step[] = [
  { name: "types", lane: 1, commands: [["npm", "run", "--silent", "typecheck"]] },
  { name: "lint", lane: 2, commands: [["npm", "run", "--silent", "lint"]] },
  {
    name: "unit",
    lane: 1,
    files: /^test\/(?!.*\.(?:browser|e2e|package)\.test\.tsx?$).*\.test(?:-d)?\.tsx?$/,
    commands: [["vitest", "run", ...projects("node", "node-alone", "dom", "dom-alone", "ssr", "types")]],
  },
  {
    name: "browser",
    lane: 2,
    files: /^test\/.*\.browser\.test\.tsx?$/,
    commands: [["vitest", "run", ...projects("browser", "browser-react18")]],
  },
  {
    name: "stories",
    lane: 2,
    files: /^stories\/.*\.stories\.tsx$/,
    commands: [["vitest", "run", "--config", "vitest.stories.config.ts"]],
  },
  {
    name: "end-to-end",
    lane: 2,
    files: /^test\/.*\.e2e\.test\.ts$/,
    commands: [["vitest", "run", ...projects("e2e")]],
  },
  {
    // The main job again, in Firefox and WebKit; left out where neither is installed.
    name: "engines",
    lane: 1,
    files: new RegExp(`^(?:${EVERYDAY.map((file) => file.replaceAll(".", "\\.")).join("|")})$`),
    commands: [["vitest", "run", "--config", "vitest.engines.config.ts"]],
  },
  {
    name: "package",
    lane: 1,
    files: /^test\/.*\.package\.test\.ts$/,
    commands: [
      ["npm", "run", "--silent", "build"],
      ["vitest", "run", ...projects("package")],
    ],
  },
];
