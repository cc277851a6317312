import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../../vite.aliases.ts";

/**
 * kB, min + gzip, of what an application loads at once when it is nothing but this source. Code behind a dynamic import
 * is not counted. `isLeftOut` takes a package's name or, of our own modules, the path.
 */
export async function bundleSize(source: string, isLeftOut: (id: string) => boolean): Promise<number> {
  return (await bundleSizes(source, isLeftOut)).atOnce;
}

/** As {@link bundleSize}, and with all that dynamic imports may bring later. */
export async function bundleSizes(source: string, isLeftOut: (id: string) => boolean) {
  const { needed, chunks } = await bundle(source, isLeftOut);
  return { atOnce: sizeOf(needed), inAll: sizeOf(chunks) };
}

/** Lists the files of what such an application loads at once. */
export async function bundleModules(source: string, isLeftOut: (id: string) => boolean) {
  const { needed } = await bundle(source, isLeftOut);
  return needed.flatMap(({ moduleIds }) => moduleIds);
}

async function bundle(source: string, isLeftOut: (id: string) => boolean) {
  const name = "virtual:application";
  const { output } = await build({
    input: name,
    platform: "browser",
    write: false,
    logLevel: "silent",
    // As applications are built: what lazy chunks share with the entry stays in the entry.
    preserveEntrySignatures: "allow-extension",
    resolve: { conditionNames: ["browser", "import", "default"] },
    external: (id, importer) =>
      id !== name && isLeftOut(id.startsWith(".") ? new URL(id, `file://${importer ?? "/"}`).pathname : id),
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    plugins: [
      {
        name: "source-entries",
        resolveId(id) {
          if (id === name) return id;
          const alias = [...platformAliases("browser"), ...entryAliases].find(({ find }) => find.test(id));
          return alias && id.replace(alias.find, alias.replacement);
        },
        load: (id) => (id === name ? source : undefined),
      },
    ],
    output: { minify: true, format: "esm" },
  });
  const chunks = output.filter((file) => file.type === "chunk");
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
  }
  return { needed: [...needed], chunks };
}

function sizeOf(chunks: readonly { code: string }[]): number {
  return gzipSync(chunks.map(({ code }) => code).join("\n"), { level: 9 }).byteLength / 1000;
}
