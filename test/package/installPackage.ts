import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runOrThrow } from "./command.js";
import { pinned, root } from "./project.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The packed tarball's files, as npm lists them. */
    packedFiles: readonly string[];
    /** The tarball's path. */
    tarball: string;
    /** An app with this package, React 19, TypeScript 5.9 and 6.0, Vite, Next.js, a provider of the AI SDK and the optional peers of its entries. */
    app: string;
    /** An app with this package, React 18.2 and its types, TypeScript 5.9 and 6.0 and Vite, and no optional peer. */
    react18App: string;
  }
}

/** Packs the built package once and installs the tarball into two throw-away apps, which all tests of it share. */
export default async function installPackage(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(root, "dist/index.js"))) {
    throw new Error("There is no build to pack. Run `npm run test:package`, which builds first.");
  }
  const folder = mkdtempSync(join(tmpdir(), "image-generation-node-"));
  const packed = await runOrThrow(root, "npm", [
    "pack",
    "--json",
    "--silent",
    "--ignore-scripts",
    "--pack-destination",
    folder,
  ]);
  const [tarball] = listPacked(packed);
  if (!tarball) throw new Error(`npm pack told no tarball:\n${packed}`);
  project.provide(
    "packedFiles",
    tarball.files.map(({ path }) => path),
  );

  project.provide("tarball", join(folder, tarball.filename));

  const common = {
    "image-generation-node": `file:${join(folder, tarball.filename)}`,
    ...pinned("react-hook-form", "zod", "typescript", "@types/node", "vite", "@vitejs/plugin-react"),
    typescript6: "npm:typescript@6.0.3",
  };
  const [app, react18App] = await Promise.all([
    install(join(folder, "app"), {
      ...common,
      ...pinned("react", "react-dom", "@types/react", "@types/react-dom"),
      ...pinned("ai", "@ai-sdk/openai", "sharp", "@iconify-json/noto", "emojilib", "vitest"),
      next: "16.4.6",
    }),
    install(join(folder, "react18"), {
      ...common,
      react: "18.2.0",
      "react-dom": "18.2.0",
      "@types/react": "18.2.79",
      "@types/react-dom": "18.2.25",
    }),
  ]);
  project.provide("app", app);
  project.provide("react18App", react18App);
  return () => rm(folder, { recursive: true, force: true });
}

interface Packed {
  filename: string;
  files: { path: string }[];
}

/** npm lists the tarballs; from version 12 on by the package's name. */
function listPacked(json: string): Packed[] {
  const parsed = JSON.parse(json.slice(json.search(/[[{]/))) as Packed[] | Record<string, Packed>;
  return Object.values(parsed);
}

async function install(folder: string, dependencies: Record<string, string>): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "throw-away-app", private: true, type: "module", dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  await runOrThrow(folder, "npm", [
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  return folder;
}
