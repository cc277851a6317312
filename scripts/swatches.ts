// Draws the style swatches of the demo catalog: `node_modules/.bin/node scripts/swatches.ts` writes src/demo/swatches.ts.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import sharp from "sharp";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const demo = (file: string) => `${root}src/demo/${file}`;
const DRAWN = 448;
const EDGE = 96;
const MOST_BYTES = 3000;

const vite = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: {
    alias: { "#rasterise": demo("rasterise.node.ts"), "#glyphs": demo("loadGlyphs.node.ts") },
  },
});
try {
  const { composeImage } = await vite.ssrLoadModule(demo("composeImage.ts"));
  const { loadGlyphs } = await vite.ssrLoadModule(demo("loadGlyphs.node.ts"));
  const { rasterise } = await vite.ssrLoadModule(demo("rasterise.node.ts"));
  const { STYLES } = await vite.ssrLoadModule(`${root}src/contract/ids.ts`);
  const library = await loadGlyphs();
  let lines = "";
  for (const style of STYLES as readonly string[]) {
    const { svg, paint } = composeImage(
      { content: "a red fox under a full moon", style, width: DRAWN, height: DRAWN, mark: false },
      library,
    );
    const png = await rasterise(svg, { width: DRAWN, height: DRAWN, paint });
    const inset =
      style === "watercolor" || style === "sketch" || style === "cinematic" ? 0 : Math.round(DRAWN * 0.05);
    const framed = sharp(png)
      .extract({ left: inset, top: inset, width: DRAWN - inset * 2, height: DRAWN - inset * 2 })
      .resize(EDGE, EDGE);
    let quality = 82;
    let bytes = await framed.clone().webp({ quality, effort: 6 }).toBuffer();
    while (bytes.length > MOST_BYTES && quality > 20) {
      quality -= 6;
      bytes = await framed.clone().webp({ quality, effort: 6 }).toBuffer();
    }
    process.stdout.write(`${style}: ${bytes.length} bytes at quality ${quality}\n`);
    lines += `  ${/^\d/.test(style) ? `"${style}"` : style}:\n    "data:image/webp;base64,${bytes.toString("base64")}",\n`;
  }
  const file = demo("swatches.ts");
  const source = `// Written by scripts/swatches.ts; do not edit.\n\n/** The same small scene in each style, as data URLs. */\nexport const swatches: Readonly<Record<string, string>> = {\n${lines}};\n`;
  writeFileSync(file, await format(source, { ...(await resolveConfig(file)), filepath: file }));
} finally {
  await vite.close();
}
