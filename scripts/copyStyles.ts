// The look is written in one file per family and shipped as one: its imports are put in their places. Its declaration is
// empty: TypeScript 6 wants one for a file that is imported for its effect.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = `${root}src/styles.css`;
if (!existsSync(source))
  throw new Error("src/styles.css is missing, so the build would ship an entry without a file.");
const styles = readFileSync(source, "utf8").replace(/^@import "\.\/(.+?)";\n/gm, (_, file: string) =>
  readFileSync(`${root}src/${file}`, "utf8"),
);
writeFileSync(`${root}dist/styles.css`, styles);
writeFileSync(`${root}dist/styles.css.d.ts`, "export {};\n");
