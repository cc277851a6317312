// The look is one plain file; the build only puts it beside the JavaScript. Its declaration is empty: TypeScript 6 wants
// one for a file that is imported for its effect.
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = `${root}src/styles.css`;
if (!existsSync(source))
  throw new Error("src/styles.css is missing, so the build would ship an entry without a file.");
copyFileSync(source, `${root}dist/styles.css`);
writeFileSync(`${root}dist/styles.css.d.ts`, "export {};\n");
