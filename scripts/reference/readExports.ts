import ts from "typescript";
import { entries, root } from "../api/entries.ts";
import type { Entry } from "../api/entries.ts";

/** Something that an entry offers. */
export interface Export {
  /** Name of the export; of a part that only a namespace has, "PromptEditor.SuggestionPath". */
  readonly name: string;
  readonly entry: Entry;
  /** What it names, past every re-export. */
  readonly symbol: ts.Symbol;
  readonly role: Role;
  /** File below docs/reference/ that describes it. */
  readonly page: string;
  /** Its names within namespaces, such as "Preview.Root". */
  readonly members: readonly string[];
}

/** Folder of the source, as TypeScript writes paths. */
export const source = `${root.replaceAll("\\", "/")}src/`;

/** How a page shows an export; also the order of the sections. */
export type Role = "namespace" | "part" | "hook" | "class" | "function" | "constant" | "type" | "inner";

/** The package's exports, and the checker that knows their types. */
export interface Exports {
  readonly checker: ts.TypeChecker;
  readonly list: readonly Export[];
  /** Names of the exported types that are inferred from a schema, by the schema. */
  readonly inferred: ReadonlyMap<ts.Symbol, string>;
}

/** Reads every entry from the source: no build is needed. */
export function readExports(): Exports {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const sources = entries.map((entry) => ({ entry, file: sourceOf(entry) }));
  const program = ts.createProgram(
    sources.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();
  const list = sources.flatMap(({ entry, file }) => {
    const module = program.getSourceFile(file);
    const symbol = module && checker.getSymbolAtLocation(module);
    if (!symbol) throw new Error(`${file} exports nothing.`);
    return readEntry(entry, checker.getExportsOfModule(symbol), checker);
  });
  return { checker, list: [...list, ...listInner(list, checker)], inferred: listInferred(list, checker) };
}

/** Types that others name in their members or parameters, although no entry exports them. */
function listInner(list: readonly Export[], checker: ts.TypeChecker): readonly Export[] {
  const seen = new Set(list.map(({ symbol }) => symbol));
  const inner: Export[] = [];
  const visit = (node: ts.Node, entry: Entry): void => {
    if (ts.isBlock(node) || ts.isVariableDeclaration(node)) return;
    const named = ts.isTypeReferenceNode(node) ? checker.getSymbolAtLocation(node.typeName) : undefined;
    const symbol = named && resolveAlias(named, checker);
    if (symbol && isOurType(symbol) && !seen.has(symbol)) {
      seen.add(symbol);
      inner.push({
        name: symbol.name,
        entry,
        symbol,
        role: "inner",
        page: pageOf(symbol, entry),
        members: [],
      });
    }
    ts.forEachChild(node, (child) => visit(child, entry));
  };
  for (const one of list)
    for (const declaration of one.symbol.declarations ?? []) visit(declaration, one.entry);
  for (const one of inner)
    for (const declaration of one.symbol.declarations ?? []) visit(declaration, one.entry);
  return inner;
}

function isOurType({ flags, declarations = [] }: ts.Symbol): boolean {
  const isType = (flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
  return isType && declarations.some((one) => one.getSourceFile().fileName.startsWith(source));
}

/** Reads `type Usage = z.infer<typeof usageSchema>`. */
function listInferred(list: readonly Export[], checker: ts.TypeChecker): ReadonlyMap<ts.Symbol, string> {
  const inferred = new Map<ts.Symbol, string>();
  for (const { name, symbol } of list) {
    const type = symbol.declarations?.find(ts.isTypeAliasDeclaration)?.type;
    const [query] = type && isInferredType(type) ? (type.typeArguments ?? []) : [];
    const schema =
      query && ts.isTypeQueryNode(query) ? checker.getSymbolAtLocation(query.exprName) : undefined;
    if (schema) inferred.set(resolveAlias(schema, checker), name);
  }
  return inferred;
}

/** Whether a type is what zod infers from a schema. */
export function isInferredType(type: ts.TypeNode): type is ts.TypeReferenceNode {
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === "z.infer";
}

/** dist/server/queue/index.d.ts → src/server/queue/index.ts */
function sourceOf({ declarations }: Entry): string {
  return `${source}${declarations.slice(`${root}dist/`.length).replace(/\.d\.ts$/, ".ts")}`;
}

function readEntry(entry: Entry, symbols: readonly ts.Symbol[], checker: ts.TypeChecker): readonly Export[] {
  const named = new Map(symbols.map((symbol) => [symbol.name, resolveAlias(symbol, checker)] as const));
  const members = new Map<ts.Symbol, string[]>();
  for (const [name, symbol] of named) {
    if (!(symbol.flags & ts.SymbolFlags.ValueModule)) continue;
    for (const member of checker.getExportsOfModule(symbol)) {
      const target = resolveAlias(member, checker);
      members.set(target, [...(members.get(target) ?? []), `${name}.${member.name}`]);
    }
  }
  const own = new Set(named.values());
  const onlyMembers = [...members].flatMap(([symbol, [name = ""]]) =>
    own.has(symbol) ? [] : [[name, symbol] as const],
  );
  return [...named, ...onlyMembers].map(([name, symbol]) => ({
    name,
    symbol,
    entry,
    role: roleOf(name, symbol, entry, checker),
    page: pageOf(symbol, entry),
    members: (members.get(symbol) ?? []).filter((member) => member !== name),
  }));
}

/** Follows re-exports to what they name. */
export function resolveAlias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The root entry has a page per family of parts, every other entry one page. */
function pageOf(symbol: ts.Symbol, entry: Entry): string {
  if (entry.name !== "root") return `${entry.name}.md`;
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
  const [, family] = /\/src\/react\/([\w-]+)\//.exec(file) ?? [];
  return `root/${family === undefined || family === "internal" ? "shared" : family}.md`;
}

function roleOf(name: string, symbol: ts.Symbol, entry: Entry, checker: ts.TypeChecker): Role {
  if (symbol.flags & ts.SymbolFlags.ValueModule) return "namespace";
  if (symbol.flags & ts.SymbolFlags.Class) return "class";
  if (!(symbol.flags & ts.SymbolFlags.Value)) return "type";
  const isCalled = checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
  if (!isCalled) return "constant";
  if (entry.name === "root" && /^[A-Z]/.test(name)) return "part";
  return /^use[A-Z]/.test(name) ? "hook" : "function";
}
