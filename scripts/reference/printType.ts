import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true });
const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;
/** More than this in one cell or block tells a reader nothing. */
const LONGEST = 600;

/** A type as it was written, on one line, without its comments. */
export function printNode(node: ts.Node): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return text.replaceAll(/\s+/g, " ").trim().replace(/^\| /, "");
}

/** A type as the checker knows it, cut where it is longer than a page. */
export function printType(type: ts.Type, checker: ts.TypeChecker): string {
  const text = checker.typeToString(type, undefined, FLAGS).replaceAll(/(?<![\w"])'|'(?![\w"])/g, '"');
  return shorten(text);
}

/** Keeps the name of a generic type whose arguments are longer than a page. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const open = text.indexOf("<");
  return open > 0 && open < 60 && /^[\w.]+$/.test(text.slice(0, open)) ? `${text.slice(0, open)}<…>` : "…";
}

/** A type without the `undefined` that an optional member has anyway. */
export function dropUndefined(type: string): string {
  return type
    .replace(/ \| undefined$/, "")
    .replace(/^\((.*)\)$/, (whole, inner: string) => (isBalanced(inner) ? inner : whole));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The parameters and the result of a function as it was written; `arrow` stands before the result. */
export function printSignature(
  declaration: ts.SignatureDeclaration,
  checker: ts.TypeChecker,
  arrow: ": " | " => ",
): string {
  const generics = declaration.typeParameters?.map(printNode).join(", ");
  const parameters = declaration.parameters.map((parameter) => {
    const name = ts.isIdentifier(parameter.name) ? parameter.name.text : nameByType(parameter.type);
    const mark = parameter.questionToken || parameter.initializer ? "?" : "";
    const type = parameter.type
      ? printNode(parameter.type)
      : printType(checker.getTypeAtLocation(parameter), checker);
    return `${parameter.dotDotDotToken ? "..." : ""}${name}${mark}: ${mark ? dropUndefined(type) : type}`;
  });
  const signature = checker.getSignatureFromDeclaration(declaration);
  const made = ts.isConstructorDeclaration(declaration) ? declaration.parent.name?.text : undefined;
  const result = declaration.type
    ? printNode(declaration.type)
    : made !== undefined
      ? made
      : signature
        ? printType(signature.getReturnType(), checker)
        : "void";
  const inline = parameters.join(", ");
  const list = inline.length > 80 && arrow === ": " ? `\n  ${parameters.join(",\n  ")},\n` : inline;
  return `${generics ? `<${generics}>` : ""}(${list})${arrow}${result}`;
}

/** Name of a parameter that is taken apart where it stands: "variable" for a `Variable`. */
function nameByType(type: ts.TypeNode | undefined): string {
  const name =
    type && ts.isTypeReferenceNode(type) && !type.typeArguments ? type.typeName.getText() : "Options";
  return /(?:Options|Props)$/.test(name) ? "options" : name.charAt(0).toLowerCase() + name.slice(1);
}
