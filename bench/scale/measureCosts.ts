import type * as Client from "../../src/client/index.js";
import type * as Context from "../../src/server/createHandlerContext.ts";
import type * as Prepare from "../../src/server/stages/prepareGeneration.ts";
import type * as Server from "../../src/server/index.ts";
import type * as Template from "../../src/template/index.js";
import { buildEntry } from "../buildEntry.ts";
import { createRequest } from "../client/createRequest.ts";
import { createBenchBackend } from "../server/createBenchBackend.ts";
import { load } from "../server/load.ts";
import { PICTURES } from "../server/pictures.ts";
import type { Table } from "../table.ts";
import { cpuOf } from "./cpuOf.ts";
import { forgetfulStorage } from "./forgetfulStorage.ts";

const VARIABLES = [1_000, 10_000, 50_000];
const LENGTHS = [1_000, 10_000, 100_000];
const HISTORY = [100, 1_000, 10_000];
const BATCHES = [10, 100, 1_000];
const TOKENS = 20;
const PER_NODE = 500;

/** How what a run costs grows with the variables, the prompt, the runs before it and the batch that it belongs to. */
export async function measureCosts(entry: string): Promise<readonly Table[]> {
  const template = (await import(await buildEntry("template"))) as typeof Template;
  const prepare = await openPrepare(entry);
  return [
    await measureVariables(template, prepare),
    await measureLengths(template, prepare),
    await measureHistory(entry),
    await measureBatches(entry),
  ];
}

type PrepareBody = (body: string) => Promise<unknown>;

/** What the handler does with a body before it calls a model. */
async function openPrepare(entry: string): Promise<PrepareBody> {
  const load = (name: string): Promise<unknown> => import(new URL(name, entry).href);
  const { createHandlerContext } = (await load("context.js")) as typeof Context;
  const { prepareGeneration } = (await load("prepare.js")) as typeof Prepare;
  const context = createHandlerContext({
    imageModels: {
      "bench/model": { model: { generate: async () => new Uint8Array() }, maxPromptLength: 1e9 },
    },
    storage: forgetfulStorage,
    signingSecret: "for measuring only, long enough to be taken",
    publicUrl: "https://bench.example/api",
  });
  return (body) => prepareGeneration(context, "bench", JSON.parse(body));
}

/** So many values, as outputs of nodes of 500 each. */
function variablesOf(count: number): Record<string, unknown> {
  const nodes: Record<string, unknown> = {};
  for (let node = 0; node * PER_NODE < count; node += 1) {
    const fields = Array.from({ length: Math.min(PER_NODE, count) }, (_, at) => [
      `field_${at}`,
      `value ${at}`,
    ]);
    nodes[`node_${node}`] = { output: Object.fromEntries(fields) as unknown };
  }
  return nodes;
}

/** A prompt of so many characters that names a few variables of the first node. */
function promptOf(length: number): string {
  const tokens = Array.from({ length: TOKENS }, (_, at) => `{{node_0.output.field_${at}}}`);
  const between = "and a lamp that walks through the town at night ";
  const room = Math.max(1, Math.floor(length / TOKENS) - (tokens[0]?.length ?? 0));
  return tokens
    .map((token) => token + between.repeat(Math.ceil(room / between.length)).slice(0, room))
    .join("");
}

async function measureVariables(template: typeof Template, prepare: PrepareBody): Promise<Table> {
  const prompt = promptOf(1_000);
  const columns = [];
  for (const count of VARIABLES) {
    const variables = variablesOf(count);
    const body = JSON.stringify({ ...createRequest(prompt), variables });
    const sources = Object.entries(variables).map(([slug, sample]) => ({ slug, label: slug, sample }));
    const index = template.createVariableIndex(sources);
    template.diagnoseTemplate(prompt, index);
    columns.push([
      await cpuOf(() => prepare(body)),
      await cpuOf(() => template.createVariableIndex(sources).size),
      await cpuOf(() => template.diagnoseTemplate(prompt, index)),
    ]);
  }
  return {
    title: `Growing variables, a prompt that names ${TOKENS}`,
    unit: "ms of CPU",
    columns: VARIABLES.map(String),
    rows: rowsOf(["back end: parse, validate, resolve", "editor: index", "editor: diagnose"], columns),
    goals: [
      grows("back end", columns, 0, 50),
      grows("editor's index", columns, 1, 50),
      grows("editor's diagnosis", columns, 2, 1),
    ],
  };
}

async function measureLengths(template: typeof Template, prepare: PrepareBody): Promise<Table> {
  const variables = variablesOf(1_000);
  const columns = [];
  let turn = 0;
  for (const length of LENGTHS) {
    const prompt = promptOf(length);
    const body = JSON.stringify({ ...createRequest(prompt), variables });
    columns.push([
      await cpuOf(() => prepare(body)),
      await cpuOf(() => template.resolveTemplate(`${prompt} ${(turn += 1)}`, variables).text.length),
    ]);
  }
  return {
    title: "Growing prompt, in characters, with 1,000 variables",
    unit: "ms of CPU",
    columns: LENGTHS.map(String),
    rows: rowsOf(["back end: parse, validate, resolve", "resolve alone, unseen text"], columns),
    goals: [grows("back end", columns, 0, 100), grows("resolving", columns, 1, 100)],
  };
}

async function measureHistory(entry: string): Promise<Table> {
  const { memoryRunStore } = (await import(entry)) as typeof Server;
  const columns = [];
  for (const kept of HISTORY) {
    const backend = await createBenchBackend(
      entry,
      await PICTURES.small(),
      memoryRunStore({ maxRuns: kept }),
    );
    await load(kept, 16, backend.handle, () => 0);
    columns.push([await cpuOf(() => backend.handle(0), 200)]);
  }
  return {
    title: "Growing history: runs that the memory store keeps",
    unit: "ms of CPU per generation",
    columns: HISTORY.map(String),
    rows: rowsOf(["one more generation"], columns),
    goals: [grows("a generation", columns, 0, 1)],
  };
}

async function measureBatches(entry: string): Promise<Table> {
  const { createClient } = (await import(await buildEntry("client"))) as typeof Client;
  const { createImageNodeHandler } = (await import(entry)) as typeof Server;
  const picture = new Uint8Array(await PICTURES.small());
  const handler = createImageNodeHandler({
    imageModels: { "bench/model": { model: { generate: async () => picture } } },
    storage: forgetfulStorage,
    signingSecret: "for measuring only, long enough to be taken",
    dangerouslyAllowAnonymous: true,
    publicUrl: "https://bench.example/api",
  });
  const client = createClient({
    baseUrl: "https://bench.example/api",
    fetch: (input, init) => handler(new Request(input, init)),
  });
  const columns = [];
  for (const count of BATCHES) {
    const items = Array.from({ length: count }, (_, at) => createRequest(`Lamp number ${at}`));
    const run = async () => {
      const outcomes = await client.generateMany(items, { concurrency: 4 });
      if (outcomes.some(({ status }) => status !== "succeeded"))
        throw new Error("An item of the batch failed.");
    };
    columns.push([(await cpuOf(run, Math.ceil(100 / count))) / count]);
  }
  return {
    title: "Growing batch, 4 at once, client and handler in one process",
    unit: "ms of CPU per item",
    columns: BATCHES.map(String),
    rows: rowsOf(["an item"], columns),
    goals: [grows("an item", columns, 0, 1)],
  };
}

function rowsOf(names: readonly string[], columns: readonly (readonly number[])[]): Table["rows"] {
  return names.map((name, row) => ({ name, values: columns.map((column) => column[row] ?? null) }));
}

/** From the first column to the last, no more than so many times as dear, give or take a half. */
function grows(what: string, columns: readonly (readonly number[])[], row: number, times: number) {
  const ratio = (columns.at(-1)?.[row] ?? NaN) / (columns[0]?.[row] ?? NaN);
  const most = times * 1.5;
  return { text: `${what} gets at most ${most} × as dear: ${ratio.toFixed(2)} ×`, reached: ratio <= most };
}
