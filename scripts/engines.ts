// Runs all browser tests in Chromium, Firefox and WebKit, and writes which case ran where: test/engines/RESULTS.md.
//   npm run engines
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findEngines } from "../test/engines/findEngines.ts";
import { LIMITS } from "../test/engines/LIMITS.ts";
import { writeEngineTable } from "./engines/writeEngineTable.ts";
import type { EngineRun } from "./engines/writeEngineTable.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = `${root}.cache/engines`;
mkdirSync(reports, { recursive: true });

const { found, missing } = findEngines();
for (const engine of missing) console.log(`Not here: ${engine}.`);
const runs: EngineRun[] = [await run("chromium", ["--project", "browser"])];
for (const { name } of found)
  runs.push(await run(name, ["--config", "vitest.engines.config.ts", "--project", name]));
writeFileSync(`${root}test/engines/RESULTS.md`, writeEngineTable(runs, LIMITS, root));
process.exitCode = runs.every(({ report }) => report.numFailedTests === 0) ? 0 : 1;

async function run(name: EngineRun["name"], args: readonly string[]): Promise<EngineRun> {
  const file = `${reports}/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
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
  const version = /Runs in (.+)\./.exec(output)?.[1];
  return { name, version, report: JSON.parse(readFileSync(file, "utf8")) as EngineRun["report"] };
}
