// Runs all browser tests in Chromium, Firefox and WebKit, and writes which case ran where: test/engines/RESULTS.md.
//   npm run engines
//   npm run engines -- --reuse    writes it again from the last reports, without a run
import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChromium } from "../test/chromium.ts";
import { findEngines } from "../test/engines/findEngines.ts";
import { LIMITS } from "../test/engines/LIMITS.ts";
import { writeEngineTable } from "./engines/writeEngineTable.ts";
import type { EngineRun } from "./engines/writeEngineTable.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = `${root}.cache/engines`;
const { reuse } = parseArgs({ options: { reuse: { type: "boolean", default: false } } }).values;
// Parts of an earlier run would stand over what this one finds.
if (!reuse) rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const { found, missing } = findEngines();
for (const engine of missing) console.log(`Not here: ${engine}.`);
const runs: EngineRun[] = [await run("chromium", ["--project", "browser"])];
for (const { name } of found)
  runs.push(await run(name, ["--config", "vitest.engines.config.ts", "--project", name]));
writeFileSync(`${root}test/engines/RESULTS.md`, writeEngineTable(runs, LIMITS, root));
process.exitCode = runs.every(({ report }) => report.numFailedTests === 0) ? 0 : 1;

async function run(name: EngineRun["name"], args: readonly string[]): Promise<EngineRun> {
  if (!reuse) await runTests(name, args);
  return { name, version: await readVersion(name), report: readReports(name) };
}

/** Reads the version that a browser told in its run; Playwright's tells none, so its program is asked. */
async function readVersion(name: EngineRun["name"]): Promise<string | undefined> {
  if (name === "chromium")
    return spawnSync(await findChromium(), ["--version"], { encoding: "utf8" }).stdout.trim();
  return /Runs in (.+)\./.exec(readFileSync(`${reports}/${name}.log`, "utf8"))?.[1];
}

async function runTests(name: EngineRun["name"], args: readonly string[]): Promise<void> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reports}/${name}.json`];
  const child = spawn(`${root}node_modules/.bin/vitest`, ["run", ...args, ...reporters], {
    cwd: root,
    env: { ...process.env, ENGINES: "all" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  await new Promise((resolve) => child.once("close", resolve));
  writeFileSync(`${reports}/${name}.log`, output);
}

/** Reads what a browser's run reported; one that was run in parts has a report for each: firefox.json, firefox.2.json. */
function readReports(name: EngineRun["name"]): EngineRun["report"] {
  const parts = globSync(`${reports}/${name}*.json`)
    .sort()
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as EngineRun["report"]);
  return {
    numPassedTests: parts.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0),
    numFailedTests: parts.reduce((sum, { numFailedTests }) => sum + numFailedTests, 0),
    testResults: parts.flatMap(({ testResults }) => testResults),
  };
}
