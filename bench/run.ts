// `npm run bench` prints the tables of every subject; `npm run bench -- editor` runs one. Results go to .cache/bench as JSON too.
// `npm run bench -- size --write` also writes the sizes into docs/benchmarks.md, `queue --write` the costs of the queue there
// and into docs/deploy.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasPeers, installPeers } from "./installPeers.ts";
import { printTable } from "./table.ts";
import type { Table } from "./table.ts";

interface Subject {
  /** Loaded when its turn comes, since some import what is installed only then. */
  measure(options: { write: boolean }): Promise<readonly Table[]>;
  /** Whether it measures the packages of `bench/package.json`. */
  readonly needsPeers?: boolean;
  /** Takes minutes by itself. */
  readonly onlyWhenAsked?: boolean;
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  size: {
    measure: async ({ write }) =>
      (await import("./size/measureSize.ts")).measureSize({ write, peers: hasPeers() }),
  },
  template: {
    measure: async () => (await import("./template/measureTemplate.ts")).measureTemplate(),
    needsPeers: true,
  },
  search: {
    measure: async () => (await import("./search/measureSearch.ts")).measureSearch(),
    needsPeers: true,
  },
  client: { measure: async () => (await import("./client/measureClient.ts")).measureClient() },
  editor: {
    measure: async () => (await import("./editor/measureEditor.ts")).measureEditor(),
    needsPeers: true,
  },
  lists: { measure: async () => (await import("./lists/measureLists.ts")).measureLists() },
  canvas: { measure: async () => (await import("./canvas/measureCanvas.ts")).measureCanvas() },
  panel: {
    measure: async () => (await import("./panel/measurePanel.ts")).measurePanel(),
    needsPeers: true,
  },
  server: { measure: async () => (await import("./server/measureServer.ts")).measureServer() },
  scale: { measure: async () => (await import("./scale/measureScale.ts")).measureScale() },
  queue: {
    measure: async ({ write }) => (await import("./queue/measureQueue.ts")).measureQueue({ write }),
    onlyWhenAsked: true,
  },
  workflow: {
    // Waits for 200 real pictures.
    measure: async () => (await import("./workflow/measureWorkflow.ts")).measureWorkflow(),
    onlyWhenAsked: true,
  },
};

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false } },
});
const unknown = asked.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) {
  console.error(`No such subject: ${unknown.join(", ")}. There are: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(2);
}

const chosen = Object.entries(SUBJECTS).filter(([name, { onlyWhenAsked }]) =>
  asked.length > 0 ? asked.includes(name) : !onlyWhenAsked,
);
// The tables of sizes in docs/benchmarks.md have the peers in them.
const writesSizes = values.write && chosen.some(([name]) => name === "size");
if (writesSizes || chosen.some(([, { needsPeers }]) => needsPeers)) installPeers();

const results = fileURLToPath(new URL("../.cache/bench", import.meta.url));
mkdirSync(results, { recursive: true });
const seconds: string[] = [];
let missed = 0;
for (const [name, { measure }] of chosen) {
  const begun = performance.now();
  const tables = await measure(values);
  for (const table of tables) missed += printTable(table);
  writeFileSync(`${results}/${name}.json`, `${JSON.stringify(tables, null, 2)}\n`);
  seconds.push(`${name} ${Math.round((performance.now() - begun) / 1000)} s`);
}
console.log(`\n${seconds.join(", ")}; ${Math.round(performance.now() / 1000)} s in all`);
console.log(missed === 0 ? "Every goal is reached." : `${missed} goals are missed.`);
