import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { entryAliases, platformAliases } from "../../vite.aliases.ts";
import type { Table } from "../table.ts";

interface Budget {
  readonly name: string;
  readonly source: string;
  /** kB of own code: every dependency external. */
  readonly own: number;
  /** kB as delivered: only what the host has anyway is external. */
  readonly delivered: number | null;
}

const HOST = ["react", "react/jsx-runtime", "react-dom", "react-hook-form"];
const entry = (name: string) => `export * from "image-generation-node${name}";`;
const EDITOR = 'export { PromptEditor } from "image-generation-node";';

/** The budgets of min + gzip in kB (1 kB = 1000 bytes); code behind a dynamic import is not counted. */
const BUDGETS: readonly Budget[] = [
  { name: "root", source: entry(""), own: 30, delivered: 80 },
  { name: "client", source: entry("/client"), own: 8, delivered: 17 },
  { name: "template", source: entry("/template"), own: 4, delivered: 4 },
  { name: "prompt editor", source: EDITOR, own: 11, delivered: null },
];

/** Size of each browser entry, min + gzip, by rolldown. */
export async function measureSize(): Promise<readonly Table[]> {
  const rows = [];
  const goals = [];
  for (const { name, source, own, delivered } of BUDGETS) {
    const ownSize = await bundle(source, (id) => !id.startsWith("image-generation-node"));
    const fullSize = await bundle(source, (id) => HOST.includes(id));
    rows.push({ name, values: [ownSize, fullSize] });
    goals.push({ text: `${name}, own code ≤ ${own} kB: ${ownSize.toFixed(1)}`, reached: ownSize <= own });
    if (delivered !== null) {
      goals.push({
        text: `${name}, delivered ≤ ${delivered} kB: ${fullSize.toFixed(1)}`,
        reached: fullSize <= delivered,
      });
    }
  }
  return [{ title: "Size", unit: "kB, min + gzip", columns: ["own", "delivered"], rows, goals }];
}

async function bundle(source: string, isExternal: (id: string) => boolean): Promise<number> {
  const name = "virtual:entry";
  const { output } = await build({
    input: name,
    platform: "browser",
    write: false,
    treeshake: true,
    resolve: { conditionNames: ["browser", "import", "default"] },
    external: (id) =>
      id !== name && !id.startsWith(".") && !id.startsWith("/") && !id.startsWith("#") && isExternal(id),
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
  const first = output.find((chunk) => chunk.type === "chunk" && chunk.isEntry);
  const chunks = output.filter((chunk) => chunk.type === "chunk");
  const needed = new Set<string>(first ? [first.fileName] : []);
  for (const file of needed) {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    if (chunk?.type === "chunk") chunk.imports.forEach((imported) => needed.add(imported));
  }
  const code = chunks
    .filter(({ fileName }) => needed.has(fileName))
    .map((chunk) => (chunk.type === "chunk" ? chunk.code : ""));
  return gzipSync(code.join("\n"), { level: 9 }).byteLength / 1000;
}
