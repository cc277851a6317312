import ts from "typescript";
import { dropUndefined, printNode, printSignature, printType } from "./printType.ts";
import { readComment } from "./readComment.ts";
import type { Comment } from "./readComment.ts";
import { resolveAlias, source } from "./readExports.ts";
import type { Exports } from "./readExports.ts";

/** A property or method, as a row of a table. */
export interface Member {
  /** With its parents: "limits.promptChars", "items[].kind". */
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: string;
  readonly comment: Comment;
}

const DEEPEST = 3;

/** The members of a type that this package declares; those that it takes from React or Radix are left out. */
export function listMembers(type: ts.Type, exports: Exports, prefix = "", depth = 0): readonly Member[] {
  const { checker } = exports;
  return checker
    .getPropertiesOfType(type)
    .filter((property) => isOurs(property) && !isHidden(property))
    .flatMap((property) => {
      const name = prefix + property.name;
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const comment = readComment(property, checker);
      const named = nameInferred(property, exports);
      const object = named === undefined && depth < DEEPEST ? findObject(property, checker) : undefined;
      const nested = object ? listMembers(object.type, exports, `${name}${object.suffix}.`, depth + 1) : [];
      const inside =
        object && nested.length > 0
          ? `object${object.suffix}${object.isNullable ? " | null" : ""}`
          : undefined;
      const printed = named ?? inside ?? printMember(property, checker);
      return [{ name, isOptional, type: isOptional ? dropUndefined(printed) : printed, comment }, ...nested];
    });
}

/** Packages whose props or members a type has besides. */
export function listOrigins(type: ts.Type, { checker }: Exports): readonly string[] {
  const files = checker
    .getPropertiesOfType(type)
    .filter(({ name }) => name !== "ref" && name !== "key")
    .flatMap((property) => property.declarations?.[0]?.getSourceFile().fileName ?? []);
  const packages = files.flatMap((file) => file.split("/node_modules/").slice(1).at(-1) ?? []);
  const names = packages.map((path) => /^(?:@[\w.-]+\/)?[\w.-]+/.exec(path)?.[0] ?? path);
  // Radix's primitive adds nothing but `asChild`.
  return [...new Set(names)].filter((name) => name !== "@radix-ui/react-primitive").sort();
}

function isOurs(property: ts.Symbol): boolean {
  const [declaration] = property.declarations ?? [];
  return !declaration || declaration.getSourceFile().fileName.startsWith(source);
}

/** Private members of classes, and those that only the language knows. */
function isHidden(property: ts.Symbol): boolean {
  const [declaration] = property.declarations ?? [];
  const flags = declaration ? ts.getCombinedModifierFlags(declaration) : 0;
  const isPrivate = (flags & ts.ModifierFlags.NonPublicAccessibilityModifier) !== 0;
  return isPrivate || property.name === "prototype" || /^(?:#|__)/.test(property.name);
}

/** The object whose members follow as rows of their own, since no other section has them. */
function findObject(property: ts.Symbol, checker: ts.TypeChecker) {
  const whole = checker.getTypeOfSymbol(property);
  const isNullable = whole.isUnion() && whole.types.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);
  const own = checker.getNonNullableType(whole);
  const element = checker.isArrayType(own) ? checker.getTypeArguments(own as ts.TypeReference)[0] : undefined;
  const type = element ?? own;
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0;
  if (!isObject || checker.isTupleType(type) || !isAnonymous(property)) return undefined;
  return { type, isNullable, suffix: element ? "[]" : "" };
}

/** Whether a property's type has no section of its own: a literal, or what a schema infers. */
function isAnonymous(property: ts.Symbol): boolean {
  const [declaration] = property.declarations ?? [];
  if (!declaration) return false;
  if (ts.isPropertyAssignment(declaration) || ts.isShorthandPropertyAssignment(declaration)) return true;
  return (
    ts.isPropertySignature(declaration) &&
    declaration.type !== undefined &&
    ts.isTypeLiteralNode(declaration.type)
  );
}

/** The exported type of a schema that a property of another schema names: `usage: z.optional(usageSchema)` → "Usage". */
function nameInferred(property: ts.Symbol, { checker, inferred }: Exports): string | undefined {
  const [declaration] = property.declarations ?? [];
  if (!declaration || !ts.isPropertyAssignment(declaration)) return undefined;
  let schema = declaration.initializer;
  let [isArray, isNullable] = [false, false];
  while (ts.isCallExpression(schema)) {
    const wrapper = /^z\.(optional|nullable|array)$/.exec(schema.expression.getText())?.[1];
    const [inner] = schema.arguments;
    if (wrapper === undefined || !inner) return undefined;
    isArray ||= wrapper === "array";
    isNullable ||= wrapper === "nullable";
    schema = inner;
  }
  const symbol = checker.getSymbolAtLocation(schema);
  const name = symbol && inferred.get(resolveAlias(symbol, checker));
  return name && `${name}${isArray ? "[]" : ""}${isNullable ? " | null" : ""}`;
}

function printMember(property: ts.Symbol, checker: ts.TypeChecker): string {
  const [declaration] = property.declarations ?? [];
  if (declaration && (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration))) {
    return printSignature(declaration, checker, " => ");
  }
  const isTyped =
    declaration && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration));
  if (!isTyped || !declaration.type) return printType(checker.getTypeOfSymbol(property), checker);
  return printNode(declaration.type);
}
