import ts from "typescript";
import { headingOf } from "./Links.ts";
import type { Links } from "./Links.ts";
import { listMembers, listOrigins } from "./listMembers.ts";
import { linkWords } from "./Section.ts";
import type { Section } from "./Section.ts";
import { writeMembers, writeType } from "./writeMembers.ts";
import { writeTable } from "./writeTable.ts";
import { writeTags } from "./writeTags.ts";
import { printNode, printSignature, printType } from "./printType.ts";
import { readComment } from "./readComment.ts";
import { findPartName } from "./findPartName.ts";
import { isInferredType, resolveAlias } from "./readExports.ts";
import type { Export, Exports } from "./readExports.ts";

/** One section of a page: heading, comment, signature, tables and examples of an export. */
export function writeSection(of: Export, exports: Exports, links: Links): string {
  const section: Section = { of, links };
  const { checker } = exports;
  const comment = readComment(of.symbol, checker);
  const body =
    of.role === "namespace"
      ? writeNamespace(exports, section)
      : [
          ...writeNames(of),
          ...(comment.text === "" ? [] : [linkWords(comment.text, section)]),
          ...writeBody(exports, section),
          ...writeTags(comment, section),
        ];
  return [`## ${headingOf(of)}`, ...body].join("\n\n");
}

/** The other names of an export. */
function writeNames({ name, members, role }: Export): readonly string[] {
  if (role === "inner") return ["Not exported by name; other types name it."];
  if (members.length === 0) return [];
  return members.length === 1
    ? [`Exported as \`${name}\` too.`]
    : [`In namespaces: ${members.map((member) => `\`${member}\``).join(", ")}.`];
}

function writeBody(exports: Exports, section: Section): readonly string[] {
  switch (section.of.role) {
    case "part":
      return writePart(exports, section);
    case "hook":
    case "function":
      return [writeFunction(exports.checker, section)];
    case "class":
      return writeClass(exports, section);
    case "constant":
      return writeConstant(exports, section);
    case "type":
    case "inner":
      return writeTypeBody(exports, section);
    case "namespace":
      return [];
  }
}

const block = (code: string) => `\`\`\`ts\n${code}\n\`\`\``;

function writeNamespace({ checker, list }: Exports, { of, links }: Section): readonly string[] {
  const rows = checker.getExportsOfModule(of.symbol).map((member) => {
    const target = resolveAlias(member, checker);
    const found = list.find((one) => one.entry.name === of.entry.name && one.symbol === target);
    const [first = ""] = readComment(target, checker).text.split(/(?<=\.)\s/);
    const name = `${of.name}.${member.name}`;
    return [found ? links.to(found, of.page, name) : `\`${name}\``, linkWords(first, { of, links })];
  });
  return ["Parts under short names:", writeTable(["part", "description"], rows)];
}

/** Props and attributes of a part. */
function writePart(exports: Exports, section: Section): readonly string[] {
  const { of } = section;
  const { checker, list } = exports;
  const [signature] = checker.getTypeOfSymbol(of.symbol).getCallSignatures();
  const [parameter] = signature?.parameters ?? [];
  const props = parameter && checker.getTypeOfSymbol(parameter);
  const members = props ? listMembers(props, exports) : [];
  const origins = props ? listOrigins(props, exports) : [];
  const [, element] = /Renders an?\s(?:\w+\s)?`<(\w+)/.exec(readComment(of.symbol, checker).text) ?? [];
  const others = origins.map((name) =>
    name === "@types/react"
      ? `the attributes of ${element ? `\`<${element}>\`` : "its element"}`
      : `the props of \`${name}\``,
  );
  const partName = findPartName(of.symbol);
  const state = list.find(
    (one) => one.entry.name === "root" && one.name === `${of.name.replace(".", "")}State`,
  );
  const attributes = state ? listMembers(checker.getDeclaredTypeOfSymbol(state.symbol), exports) : [];
  const rows = attributes.map(({ type, comment }) => {
    const [, name = "", words = ""] = /^\[([^\]]*)\]([\s\S]*)$/.exec(comment.selector ?? "") ?? [];
    return [
      `\`${name}\``,
      type === "boolean" ? "present or absent" : writeType(type, section),
      linkWords([comment.text, words.trim()].filter(Boolean).join(" "), section),
    ];
  });
  return [
    ...(members.length > 0 ? [writeMembers("prop", members, section)] : []),
    ...(others.length > 0 ? [`Takes ${members.length > 0 ? "also " : ""}${others.join(" and ")}.`] : []),
    ...(partName === undefined ? [] : [`Selector: \`[data-imagenode-part="${partName}"]\``]),
    ...(rows.length > 0 ? [writeTable(["attribute", "values", "description"], rows)] : []),
  ];
}

/** Above this number, the names of a constant's members fill a page. */
const MOST_NAMES = 60;

function writeConstant({ checker, inferred }: Exports, { of, links }: Section): readonly string[] {
  const type = checker.getTypeOfSymbol(of.symbol);
  const text = printType(type, checker);
  const result = inferred.get(of.symbol);
  const names = checker.getPropertiesOfType(type).map(({ name }) => `\`${name}\``);
  const isListed = result === undefined && text.endsWith("…>") && names.length <= MOST_NAMES;
  return [
    block(`const ${of.name}: ${text};`),
    ...(result === undefined ? [] : [`Schema of ${links.find(result, of) ?? result}.`]),
    ...(isListed || (text === "…" && names.length <= MOST_NAMES) ? [`Members: ${names.join(", ")}`] : []),
  ];
}

function writeFunction(checker: ts.TypeChecker, { of }: Section): string {
  const declarations = (of.symbol.declarations ?? []).filter(ts.isFunctionDeclaration);
  const overloads = declarations.filter(({ body }) => body === undefined || declarations.length === 1);
  if (overloads.length === 0)
    return block(`const ${of.name}: ${printType(checker.getTypeOfSymbol(of.symbol), checker)};`);
  return block(
    overloads.map((one) => `function ${of.name}${printSignature(one, checker, ": ")};`).join("\n"),
  );
}

function writeClass(exports: Exports, section: Section): readonly string[] {
  const { of } = section;
  const { checker } = exports;
  const declaration = of.symbol.declarations?.find(ts.isClassDeclaration);
  const constructor = declaration?.members.find(ts.isConstructorDeclaration);
  const made = constructor ? `\n\nnew ${of.name}${printSignature(constructor, checker, ": ")};` : "";
  const statics = listMembers(checker.getTypeOfSymbol(of.symbol), exports).map((member) => ({
    ...member,
    name: `${of.name}.${member.name}`,
  }));
  const members = listMembers(checker.getDeclaredTypeOfSymbol(of.symbol), exports);
  return [
    block(`class ${of.name}${writeHeritage(declaration)}${made}`),
    writeMembers("member", [...statics, ...members], section),
  ];
}

function writeHeritage(declaration: ts.ClassDeclaration | ts.InterfaceDeclaration | undefined): string {
  return (declaration?.heritageClauses ?? []).map((clause) => ` ${printNode(clause)}`).join("");
}

function writeTypeBody(exports: Exports, section: Section): readonly string[] {
  const { of } = section;
  const { checker } = exports;
  const alias = of.symbol.declarations?.find(ts.isTypeAliasDeclaration);
  const type = checker.getDeclaredTypeOfSymbol(of.symbol);
  if (alias) {
    const isInferred = isInferredType(alias.type);
    const shapes = isInferred && type.isUnion() ? type.types : [type];
    const members =
      isInferred || ts.isTypeLiteralNode(alias.type)
        ? shapes.flatMap((shape) => listMembers(shape, exports))
        : [];
    if (members.length > 0) return [writeMembers("member", members, section)];
    const generics = alias.typeParameters ? `<${alias.typeParameters.map(printNode).join(", ")}>` : "";
    return [
      block(`type ${of.name}${generics} = ${isInferred ? printType(type, checker) : printNode(alias.type)};`),
    ];
  }
  const declaration = of.symbol.declarations?.find(ts.isInterfaceDeclaration);
  const heritage = writeHeritage(declaration);
  const members = listMembers(type, exports);
  const calls = (declaration?.members ?? []).flatMap((member) =>
    ts.isCallSignatureDeclaration(member) ? [member] : [],
  );
  return [
    ...(heritage ? [block(`interface ${of.name}${heritage}`)] : []),
    ...calls.map((call) => block(printSignature(call, checker, ": "))),
    ...(members.length > 0 ? [writeMembers("member", members, section)] : []),
  ];
}
