import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../../vite.aliases.ts";

/** Bundles the back end for Node, with its optional peers left outside, and resolves with the file's URL. */
export async function buildServer(): Promise<string> {
  const dir = fileURLToPath(new URL("../../.cache/bench/server", import.meta.url));
  await build({
    input: fileURLToPath(new URL("../../src/server/index.ts", import.meta.url)),
    platform: "node",
    logLevel: "silent",
    external: ["sharp", "ai", "aws4fetch"],
    plugins: [
      {
        name: "source-entries",
        resolveId(id) {
          const alias = [...platformAliases("node"), ...entryAliases].find(({ find }) => find.test(id));
          return alias && id.replace(alias.find, alias.replacement);
        },
      },
    ],
    output: { dir, format: "esm", entryFileNames: "server.js" },
  });
  return new URL(`file://${dir}/server.js`).href;
}
