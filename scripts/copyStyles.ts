// The look is written in one file per family and shipped as one: its imports are put in their places. Its declaration is
// empty: TypeScript 6 wants one for a file that is imported for its effect. The second file is the same in a cascade layer.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = `${root}src/styles.css`;
if (!existsSync(source))
  throw new Error("src/styles.css is missing, so the build would ship an entry without a file.");
const styles = readFileSync(source, "utf8").replace(/^@import "\.\/(.+?)";\n/gm, (_, file: string) =>
  readFileSync(`${root}src/${file}`, "utf8"),
);
const files = { "styles.css": styles, "styles.layer.css": `@layer imagenode {\n${styles}}\n` };
for (const [name, text] of Object.entries(files)) {
  writeFileSync(`${root}dist/${name}`, text);
  writeFileSync(`${root}dist/${name}.d.ts`, "export {};\n");
}
