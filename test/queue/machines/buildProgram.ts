import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../../../vite.aliases.js";

/**
 * Bundles a program that processes run, from source; packages stay where they are.
 *
 * @param input path of the program, without its ending
 */
export async function buildProgram(input = "test/queue/machines/program"): Promise<string> {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const dir = `${root}.cache/queue-test/${process.pid}`;
  await build({
    input: `${root}${input}.ts`,
    platform: "node",
    logLevel: "silent",
    plugins: [
      {
        name: "source-entries",
        resolveId(id) {
          const alias = [...platformAliases("node"), ...entryAliases].find(({ find }) => find.test(id));
          if (alias) return id.replace(alias.find, alias.replacement);
          return /^[./]/.test(id) ? null : { id, external: true };
        },
      },
    ],
    output: { dir, format: "esm" },
  });
  return `${dir}/${basename(input)}.js`;
}
