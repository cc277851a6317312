import { familyOf, findClientCall, folderOf, hasUseClient, layerOf } from "./sourceFiles.js";
import type { SourceFile } from "./sourceFiles.js";

/** Which layers each layer may import, besides itself. The root index names the public React parts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "": ["react"],
  internal: [],
  template: [],
  contract: ["template", "internal"],
  client: ["contract", "template", "internal"],
  react: ["client", "contract", "template", "internal"],
  server: ["contract", "template"],
  demo: ["server", "contract", "template"],
  testing: ["contract", "client", "server", "template"],
  cli: ["testing", "demo", "server", "contract", "template"],
};

/** Entries of their own beside the index. */
const ENTRIES: readonly string[] = ["contract/openapi.ts"];
const isIndex = (path: string) => /(?:^|\/)index(?:\.parts)?\.tsx?$/.test(path);

/** Imports against the direction of the layers. */
export function wrongLayers(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path);
  const allowed = MAY_IMPORT[layer];
  if (!allowed) return [`${file.path}: the folder "${layer}" is no layer of src/ARCHITECTURE.md`];
  return file.internal
    .filter((target) => layerOf(target) !== layer && !allowed.includes(layerOf(target)))
    .map(
      (target) =>
        `${file.path} imports ${target}: ${layer || "the root index"} may import ${allowed.join(", ") || "nothing"}`,
    );
}

/** Imports of another layer, or of another family of parts, past its index. */
export function wrongDoors(file: SourceFile): readonly string[] {
  return file.internal
    .filter((target) => {
      if (isIndex(target) || ENTRIES.includes(target) || layerOf(target) === "internal") return false;
      if (layerOf(target) !== layerOf(file.path)) return true;
      const family = familyOf(target);
      return family !== undefined && family !== "internal" && family !== familyOf(file.path);
    })
    .map((target) => `${file.path} imports ${target}: reach ${folderOf(target)} through its index`);
}

/** What a layer must stay free of: React outside of `react/`, Node outside of `*.node.ts` and `cli/`. */
export function wrongPlatforms(file: SourceFile): readonly string[] {
  return file.external
    .filter((name) => {
      if (/^react(?:-dom)?(?:\/|$)|^react-hook-form$|^@radix-ui\//.test(name))
        return layerOf(file.path) !== "react";
      if (name.startsWith("node:")) return layerOf(file.path) !== "cli" && !file.path.endsWith(".node.ts");
      return name === "image-generation-node" || name.startsWith("image-generation-node/");
    })
    .map((name) => `${file.path} imports ${name}`);
}

/** Directives that are missing on a part, or stand where a Server Component must be able to look inside. */
export function wrongDirectives(file: SourceFile): readonly string[] {
  const marked = hasUseClient(file.text);
  if (layerOf(file.path) !== "react" || isIndex(file.path)) {
    return marked ? [`${file.path} must not say "use client": a Server Component looks into it`] : [];
  }
  const call = findClientCall(file.path, file.text);
  return call && !marked ? [`${file.path} calls ${call} and does not begin with "use client"`] : [];
}
