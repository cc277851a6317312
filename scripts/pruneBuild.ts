// Leaves in dist what an entry of package.json reaches: declarations of inner files and modules of nothing but types
// are half of the build's files, and nobody can import them.
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

type Targets = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
  "exports" | "imports" | "bin",
  Targets
>;

const entries = [manifest.exports, manifest.imports, manifest.bin]
  .flatMap((targets) => Object.values(targets))
  .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
  .map((path) => join(root, path));

/** Every name that a file imports: by a declaration, by `import()`, or inside a type. */
function namesIn(node: ts.Node): string[] {
  const name =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  const own = name && ts.isStringLiteral(name) ? [name.text] : [];
  ts.forEachChild(node, (child) => void own.push(...namesIn(child)));
  return own;
}

/** The files of the build that a file imports. */
function importsOf(file: string): string[] {
  const declares = file.endsWith(".d.ts");
  return namesIn(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest))
    .filter((name) => name.startsWith("."))
    .map((name) => join(dirname(file), declares ? name.replace(/\.js$/, ".d.ts") : name));
}

const reached = new Set<string>();
const waiting = [...entries];
for (let file = waiting.pop(); file; file = waiting.pop()) {
  if (reached.has(file)) continue;
  if (!existsSync(file)) throw new Error(`The build points to ${file}, which it does not contain.`);
  reached.add(file);
  if (/\.(?:js|d\.ts)$/.test(file)) waiting.push(...importsOf(file));
}

const built = globSync("dist/**/*.{js,js.map,d.ts}", { cwd: root }).map((path) => join(root, path));
for (const file of built) if (!reached.has(file.replace(/\.map$/, ""))) rmSync(file);
