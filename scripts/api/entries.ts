import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** One entry of the package that has types and code. */
export interface Entry {
  /** Its name in file names: "root", "server-queue". */
  readonly name: string;
  /** What a host imports. */
  readonly specifier: string;
  /** Its declarations, as a whole path. */
  readonly declarations: string;
}

const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  name: string;
  exports: Record<string, string | { types: string; default: string }>;
};

/** The package's entries, in the order of package.json. */
export const entries: readonly Entry[] = Object.entries(manifest.exports).flatMap(([path, target]) => {
  if (typeof target === "string" || !target.default.endsWith(".js")) return [];
  const name = path === "." ? "root" : path.slice(2).replaceAll("/", "-");
  return { name, specifier: manifest.name + path.slice(1), declarations: `${root}${target.types.slice(2)}` };
});
