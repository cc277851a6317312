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

/** As {@link bundleSize}, with the modules that are loaded at once, and with all that dynamic imports may bring later. */
export async function bundleSizes(source: string, isLeftOut: (id: string) => boolean) {
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
  const modules = [...needed].flatMap(({ moduleIds }) => moduleIds);
  return { atOnce: sizeOf([...needed]), inAll: sizeOf(chunks), modules };
}

function sizeOf(chunks: readonly { code: string }[]): number {
  return gzipSync(chunks.map(({ code }) => code).join("\n"), { level: 9 }).byteLength / 1000;
}
