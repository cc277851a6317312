// `npm run bench` prints the tables of every subject; `npm run bench -- editor` runs one. Results go to .cache/bench as JSON too.
// `npm run bench -- size --write` also writes the sizes into the README.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureClient } from "./client/measureClient.ts";
import { measureEditor } from "./editor/measureEditor.ts";
import { measurePanel } from "./panel/measurePanel.ts";
import { measureScale } from "./scale/measureScale.ts";
import { measureSearch } from "./search/measureSearch.ts";
import { measureServer } from "./server/measureServer.ts";
import { measureSize } from "./size/measureSize.ts";
import { measureTemplate } from "./template/measureTemplate.ts";
import { printTable } from "./table.ts";
import type { Table } from "./table.ts";
import { measureWorkflow } from "./workflow/measureWorkflow.ts";

const SUBJECTS: Readonly<Record<string, (options: { write: boolean }) => Promise<readonly Table[]>>> = {
  size: measureSize,
  template: measureTemplate,
  search: measureSearch,
  client: measureClient,
  editor: measureEditor,
  panel: measurePanel,
  server: measureServer,
  scale: measureScale,
  workflow: measureWorkflow,
};

/** Takes minutes by itself, since it waits for 200 real pictures. */
const ONLY_WHEN_ASKED: readonly string[] = ["workflow"];

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false } },
});
const unknown = asked.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) {
  console.error(`No such subject: ${unknown.join(", ")}. There are: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(2);
}

const results = fileURLToPath(new URL("../.cache/bench", import.meta.url));
mkdirSync(results, { recursive: true });
const seconds: string[] = [];
let missed = 0;
for (const [name, measure] of Object.entries(SUBJECTS)) {
  if (asked.length > 0 ? !asked.includes(name) : ONLY_WHEN_ASKED.includes(name)) continue;
  const begun = performance.now();
  const tables = await measure(values);
  for (const table of tables) missed += printTable(table);
  writeFileSync(`${results}/${name}.json`, `${JSON.stringify(tables, null, 2)}\n`);
  seconds.push(`${name} ${Math.round((performance.now() - begun) / 1000)} s`);
}
console.log(`\n${seconds.join(", ")}; ${Math.round(performance.now() / 1000)} s in all`);
console.log(missed === 0 ? "Every goal is reached." : `${missed} goals are missed.`);
