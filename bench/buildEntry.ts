import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../vite.aliases.ts";

/** Bundles an entry of the package, minified as a host would serve it, and resolves with the file's URL. */
export async function buildEntry(entry: "template" | "client"): Promise<string> {
  const file = fileURLToPath(new URL(`../.cache/bench/entries/${entry}.js`, import.meta.url));
  await build({
    input: fileURLToPath(new URL(`../src/${entry}/index.ts`, import.meta.url)),
    platform: "node",
    logLevel: "silent",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    plugins: [
      {
        name: "source-entries",
        resolveId(id) {
          const alias = [...platformAliases("node"), ...entryAliases].find(({ find }) => find.test(id));
          return alias && id.replace(alias.find, alias.replacement);
        },
      },
    ],
    output: { file, minify: true, format: "esm", codeSplitting: false },
  });
  return new URL(`file://${file}`).href;
}
