// Writes api/ anew from a build of now: what every entry offers, as a reviewer reads it in a diff.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { describeApi } from "./api/describeApi.ts";
import { root } from "./api/entries.ts";

const build = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
if (build.status !== 0) process.exit(1);
const { files, undocumented } = await describeApi();
mkdirSync(`${root}api`, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`${root}api/${name}`, text);
for (const member of undocumented) console.error(`${member}`);
if (undocumented.length > 0) {
  console.error(`${undocumented.length} public members say nothing of themselves. Give each a sentence.`);
  process.exitCode = 1;
}
