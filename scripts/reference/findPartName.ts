import ts from "typescript";

/** Value of `data-imagenode-part` on the element of a part; `undefined` where the part renders no element of its own. */
export function findPartName(symbol: ts.Symbol): string | undefined {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return undefined;
  if (
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer &&
    ts.isCallExpression(declaration.initializer)
  ) {
    const { expression, arguments: given } = declaration.initializer;
    const [name] = given;
    if (/^create\w+$/.test(expression.getText()) && name && ts.isStringLiteral(name))
      return toPartName(name.text);
  }
  return findAttribute(declaration);
}

/** The first one that stands in the part's own JSX. */
function findAttribute(node: ts.Node): string | undefined {
  if (ts.isJsxAttribute(node) && node.name.getText() === "data-imagenode-part") {
    return node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined;
  }
  return ts.forEachChild(node, findAttribute);
}

/** As `toPartName` of the parts, which Node can't load for its JSX. */
function toPartName(displayName: string): string {
  return displayName
    .replaceAll(".", "")
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
