// Ends with 1 where package.json lacks what only its publisher knows: `npm run release:publish` runs it first.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listMissing } from "./publish/listMissing.ts";
import type { Owned } from "./publish/listMissing.ts";

const path = process.argv[2] ?? fileURLToPath(new URL("../package.json", import.meta.url));
const missing = listMissing(JSON.parse(readFileSync(path, "utf8")) as Owned);
if (missing.length > 0) {
  console.error(`Not published. ${path} lacks what only the publisher knows:\n`);
  for (const line of missing) console.error(`- ${line}`);
  process.exitCode = 1;
}
