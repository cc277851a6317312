// Writes docs/reference/ anew from the doc comments of the source: what every entry exports, for readers.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { root } from "./api/entries.ts";
import { describeReference } from "./reference/describeReference.ts";

const folder = `${root}docs/reference/`;
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of Object.entries(describeReference())) {
  mkdirSync(dirname(folder + name), { recursive: true });
  writeFileSync(folder + name, text);
}
