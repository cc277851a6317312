import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  name: string;
  exports: Record<string, string | { types: string; default: string }>;
  imports: Record<string, { node: string; default: string }>;
  bin?: Record<string, string>;
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional?: boolean }>;
}

export const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Manifest;

/** The exact version that this project is developed with. */
export function pinned(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const version = manifest.devDependencies[name];
      if (!version) throw new Error(`package.json pins no ${name}.`);
      return [name, version];
    }),
  );
}
