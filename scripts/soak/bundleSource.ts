import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../../vite.aliases.ts";

/** Bundles a TypeScript file of the project for Node, packages left outside, and resolves with its exports. */
export async function bundleSource<Module>(path: string): Promise<Module> {
  return (await import((await buildSource(path)).href)) as Module;
}

/** Bundles a TypeScript file of the project for Node, packages left outside, and resolves with the bundle's URL. */
export async function buildSource(path: string): Promise<URL> {
  const name = path.replace(/\W+/g, "-");
  const dir = fileURLToPath(new URL(`../../.cache/soak/${name}`, import.meta.url));
  await build({
    input: fileURLToPath(new URL(`../../${path}`, import.meta.url)),
    platform: "node",
    logLevel: "silent",
    external: (id) => !/^(?:[./#]|image-generation-node)/.test(id),
    plugins: [
      {
        name: "source-entries",
        resolveId(id) {
          const alias = [...platformAliases("node"), ...entryAliases].find(({ find }) => find.test(id));
          return alias && id.replace(alias.find, alias.replacement);
        },
      },
    ],
    output: { dir, format: "esm", entryFileNames: "entry.js" },
  });
  return new URL(`file://${dir}/entry.js`);
}
