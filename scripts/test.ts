// Everything that must hold, one after another: types, lint, every kind of test. No retries.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Step {
  readonly name: string;
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** The last command is Vitest, whose totals count. */
  readonly vitest?: boolean;
}

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** What failed, with its reason, so that the end of a long log tells what the middle does. */
  readonly failures: readonly string[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = `${root}.cache/test-reports`;

const projects = (...names: string[]) => names.flatMap((name) => ["--project", name]);

const STEPS: readonly Step[] = [
  { name: "types", commands: [["npm", "run", "--silent", "typecheck"]] },
  { name: "lint", commands: [["npm", "run", "--silent", "lint"]] },
  { name: "unit", vitest: true, commands: [["vitest", "run", ...projects("node", "dom", "ssr", "types")]] },
  { name: "browser", vitest: true, commands: [["vitest", "run", ...projects("browser", "browser-react18")]] },
  { name: "stories", vitest: true, commands: [["vitest", "run", "--config", "vitest.stories.config.ts"]] },
  { name: "end-to-end", vitest: true, commands: [["vitest", "run", ...projects("e2e")]] },
  {
    name: "package",
    vitest: true,
    commands: [
      ["npm", "run", "--silent", "build"],
      ["vitest", "run", ...projects("package")],
    ],
  },
];

function run(command: readonly string[], extra: readonly string[] = []): boolean {
  const [program = "", ...given] = command;
  const tool = program === "npm" ? "npm" : `${root}node_modules/.bin/${program}`;
  console.log(`$ ${command.join(" ")}`);
  return spawnSync(tool, [...given, ...extra], { cwd: root, stdio: "inherit" }).status === 0;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

function listFailures({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}: ${message ?? "did not run"}`] : [];
    return failed.map((test) => `${name} > ${test.fullName}\n${(test.failureMessages ?? []).join("\n")}`);
  });
}

function readReport(file: string): Pick<Outcome, "passed" | "failed" | "failures"> {
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    return { passed: report.numPassedTests, failed: report.numFailedTests, failures: listFailures(report) };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

function runStep(step: Step): Outcome {
  console.log(`\n== ${step.name} ==`);
  const started = Date.now();
  const report = `${reports}/${step.name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = step.commands.every((command) => run(command, command[0] === "vitest" ? reporters : []));
  const { passed, failed, failures } = readReport(step.vitest ? report : "");
  // A step that broke without a failed test (a type error, a crash while collecting) is a failure all the same.
  return {
    name: step.name,
    ok,
    seconds: (Date.now() - started) / 1000,
    passed,
    failed: ok ? failed : Math.max(failed, 1),
    failures,
  };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const outcomes = STEPS.map(runStep);

for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(`\n== failed == ${failure}`);

console.log("\n== summary ==");
for (const { name, ok, seconds, passed } of outcomes) {
  const count = passed > 0 ? `, ${passed} tests passed` : "";
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(0)} s${count})`);
}
const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
