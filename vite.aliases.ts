import { fileURLToPath } from "node:url";

const src = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** The package's own entries, resolved to source, so that tests and stories import what a host would. */
export const entryAliases = [
  { find: /^image-generation-node\/styles\.css(?=$|\?)/, replacement: src("styles.css") },
  { find: /^image-generation-node\/styles\.layer\.css(?=$|\?)/, replacement: src("styles.layer.css") },
  { find: /^image-generation-node\/messages\/([\w-]+)$/, replacement: src("react/messages/$1.ts") },
  { find: /^image-generation-node\/contract\/openapi$/, replacement: src("contract/openapi.ts") },
  { find: /^image-generation-node\/server\/queue$/, replacement: src("server/queue/index.ts") },
  { find: /^image-generation-node\/testing\/vitest$/, replacement: src("testing/vitest.ts") },
  { find: /^image-generation-node\/(\w+)$/, replacement: src("$1/index.ts") },
  { find: /^image-generation-node$/, replacement: src("index.ts") },
];

/** Package imports (`#…`) that differ between Node and the browser, resolved to source. */
export const platformAliases = (platform: "node" | "browser") => [
  { find: /^#rasterise$/, replacement: src(`demo/rasterise.${platform}.ts`) },
  { find: /^#glyphs$/, replacement: src(`demo/loadGlyphs.${platform}.ts`) },
  { find: /^#to-png$/, replacement: src(`server/png/loadToPng.${platform}.ts`) },
  { find: /^#connection$/, replacement: src(`server/models/connection.${platform}.ts`) },
  { find: /^#files$/, replacement: src(`server/storage/openFileStorage.${platform}.ts`) },
];
