import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { expect, it } from "vitest";

const ENTRY = "virtual:editor";
const PARTS = "PromptEditorRoot, PromptEditorHighlight, PromptEditorInput, PromptEditorSuggestions";
const SOURCE = `export { ${PARTS} } from "${new URL("../../src/react/prompt-editor/index.ts", import.meta.url).pathname}";`;

/**
 * kB, min + gzip, of own code without words: what is loaded before the first key, or with what follows once a field is
 * in the page.
 */
async function sizeOf(isLeftOut: RegExp, withLater: boolean): Promise<number> {
  const { output } = await build({
    input: ENTRY,
    platform: "browser",
    write: false,
    logLevel: "silent",
    external: (id) => id !== ENTRY && (!/^[./]/.test(id) || isLeftOut.test(id)),
    resolve: { extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) => (id === ENTRY ? SOURCE : undefined),
      },
    ],
    output: { minify: true, format: "esm" },
  });
  const chunks = output.filter((chunk) => chunk.type === "chunk");
  const needed = new Set(
    chunks.filter(({ isEntry }) => isEntry || withLater).map(({ fileName }) => fileName),
  );
  for (const name of needed) {
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach((imported) => needed.add(imported));
  }
  const code = chunks.filter(({ fileName }) => needed.has(fileName)).map((chunk) => chunk.code);
  return gzipSync(code.join("\n"), { level: 9 }).byteLength / 1000;
}

it.each([
  ["before the first key, without the template language", /\/(template|messages)\//, false, 8],
  ["before the first key, with it", /\/messages\//, false, 8],
  // 0.1 of it measures where a window ends that has a scroll bar.
  ["in all, without the template language", /\/(template|messages)\//, true, 17.6],
  // Without what only a language of the host's loads.
  ["in all, with it", /\/messages\/|^\.\/language\//, true, 25.3],
])("[case 53] stays as small as it was made, %s", async (_name, leftOut, withLater, most) => {
  const size = await sizeOf(leftOut, withLater);
  expect(size).toBeGreaterThan(1);
  expect(size).toBeLessThanOrEqual(most);
});
