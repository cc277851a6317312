// `npm run check:openapi` tries the OpenAPI document with tools that are too heavy for the tests: orval generates a client and
// schemas that have to compile, and a mock of Prism answers our client. `-- --write` records the answers for the tests.
import type * as OpenApi from "../src/contract/openapi.ts";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runCommand } from "./test/runCommand.ts";
import { bundleSource } from "./soak/bundleSource.ts";
import { compileFiles } from "./openapi/compileFiles.ts";
import { recordAnswers } from "./openapi/recordAnswers.ts";
import { startMock } from "./openapi/startMock.ts";

const TOOLS = { orval: "8.38.0", "@stoplight/prism-cli": "5.16.0" };
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}.cache/openapi-tools/`;
const recorded = `${root}test/fixtures/mock-answers/answers.json`;

const run = async (what: string, ...command: readonly string[]) => {
  let output = "";
  if (!(await runCommand(root, command, (text) => (output += text)))) throw new Error(`${what}:\n${output}`);
};

/** Installs the tools into a folder of their own, at exact versions. */
async function install(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: "module", dependencies: TOOLS });
  const has = Object.keys(TOOLS).every((name) => existsSync(`${folder}node_modules/${name}`));
  const file = `${folder}package.json`;
  if (has && existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  writeFileSync(file, wanted);
  await run(
    "npm install",
    "npm",
    "install",
    "--prefix",
    folder,
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
  );
}

async function generate(document: string): Promise<void> {
  const output = (name: string, client: string) => ({
    input: { target: document },
    output: { mode: "single", target: `${folder}orval/${name}.ts`, client },
  });
  const config = { client: output("client", "fetch"), schemas: output("schemas", "zod") };
  writeFileSync(`${folder}orval.config.mjs`, `export default ${JSON.stringify(config)};`);
  await run(
    "orval",
    "npm",
    "exec",
    "--prefix",
    folder,
    "--",
    "orval",
    "--config",
    `${folder}orval.config.mjs`,
  );
  const faults = compileFiles([`${folder}orval/client.ts`, `${folder}orval/schemas.ts`]);
  if (faults.length > 0) throw new Error(`What orval generates does not compile:\n${faults.join("\n")}`);
  console.log("orval: a client and zod schemas compile.");
}

async function mock(document: string): Promise<void> {
  type AskMock = (baseUrl: string, send: typeof fetch) => Promise<{ refused: Record<string, unknown> }>;
  const { askMock } = await bundleSource<{ askMock: AskMock }>("test/contract/askMock.ts");
  const prism = await startMock(`${folder}node_modules/@stoplight/prism-cli/dist/index.js`, document);
  try {
    const { send, answers } = recordAnswers(prism.origin);
    const read = await askMock(prism.origin, send);
    console.log("Prism: our client read", JSON.stringify(read, null, 2));
    const misread = Object.entries(read.refused).filter(([kind, got]) => !JSON.stringify(got).includes(kind));
    if (misread.length > 0) throw new Error("Our client read another refusal than the mock was asked for.");
    if (process.argv.includes("--write")) writeFileSync(recorded, `${JSON.stringify(answers(), null, 2)}\n`);
  } finally {
    prism.stop();
  }
}

await install();
const { openApiDocument } = await bundleSource<typeof OpenApi>("src/contract/openapi.ts");
const document = `${folder}openapi.json`;
writeFileSync(document, JSON.stringify(openApiDocument(), null, 2));
await generate(document);
await mock(document);
