import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../../vite.aliases.ts";

const ENTRIES = {
  server: "server/index.ts",
  queue: "server/queue/index.ts",
  toPng: "server/png/loadToPng.node.ts",
  prepare: "server/stages/prepareGeneration.ts",
  context: "server/createHandlerContext.ts",
};

/** Bundles the back end for Node, packages left outside, and resolves with the entry's URL; the others lie beside it. */
export async function buildServer(): Promise<string> {
  const dir = fileURLToPath(new URL("../../.cache/bench/server", import.meta.url));
  await build({
    input: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, path]) => [
        name,
        fileURLToPath(new URL(`../../src/${path}`, import.meta.url)),
      ]),
    ),
    platform: "node",
    logLevel: "silent",
    external: ["sharp", "ai", "aws4fetch", "bullmq", "pg", "ioredis"],
    plugins: [
      {
        name: "source-entries",
        resolveId(id) {
          const alias = [...platformAliases("node"), ...entryAliases].find(({ find }) => find.test(id));
          return alias && id.replace(alias.find, alias.replacement);
        },
      },
    ],
    output: { dir, format: "esm", entryFileNames: "[name].js" },
  });
  return new URL(`file://${dir}/server.js`).href;
}
