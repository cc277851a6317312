import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A source file and what it imports, types and dynamic imports included. Paths are relative to `src/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Files of this package. */
  readonly internal: readonly string[];
  /** Bare names: packages, `node:…`, `#…`. */
  readonly external: readonly string[];
}

/** Reads one file's imports. `path` is relative to `src/`. */
export function readSource(path: string, text: string, exists: (path: string) => boolean): SourceFile {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const internal = names
    .filter((name) => name.startsWith("."))
    .map((name) => {
      const target = posix.join(posix.dirname(path), name);
      const candidates = [target, target.replace(/\.js$/, ".ts"), target.replace(/\.js$/, ".tsx")];
      return candidates.find(exists) ?? target;
    });
  return { path, text, internal, external: names.filter((name) => !name.startsWith(".")) };
}

/** All code below `src/`. */
export function sourceFiles(): readonly SourceFile[] {
  const src = join(root, "src");
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map((path) =>
      readSource(path, readFileSync(join(src, path), "utf8"), (name) => existsSync(join(src, name))),
    );
}

/** Folders and files of code that are the project's own. Paths are relative to its root. */
export function repositoryFiles(): readonly SourceFile[] {
  return ["src", "stories", "scripts", "bench", "test", ".storybook"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !/(?:^|\/)(?:node_modules|dist|\.next)\//.test(path))
      .map((path) =>
        readSource(path, readFileSync(join(root, path), "utf8"), (name) => existsSync(join(root, name))),
      ),
  );
}

/** The name of the first hook that a file calls, or `createContext`; `undefined` when a server could render it. */
export function findClientCall(path: string, text: string): string | undefined {
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined) return;
    if (ts.isCallExpression(node)) {
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      if (ts.isIdentifier(callee) && /^(?:use[A-Z]\w*|createContext)$/.test(callee.text)) found = callee.text;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TSX));
  return found;
}

/** Whether the file begins with the directive. */
export function hasUseClient(text: string): boolean {
  return /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*["']use client["'];/.test(text);
}

/** The first folder of a path, or `""` for a file directly below `src/`. */
export function layerOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** The folder of parts below `react/`, or `undefined`. */
export function familyOf(path: string): string | undefined {
  const [layer, family, ...rest] = path.split("/");
  return layer === "react" && rest.length > 0 ? family : undefined;
}

/** `dirname` without the leading dot of top-level files. */
export function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === "." ? "" : folder;
}
