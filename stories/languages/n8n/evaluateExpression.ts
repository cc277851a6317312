import { readExpressionPath, unquote } from "./readExpressionPath.js";

const LITERAL = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?/y;
const BETWEEN = /\s*/y;
const CALL = /\.(toUpperCase|toLowerCase|trim)\(\)|\.(length)(?![\w$(])/y;

/**
 * Stand-in for the engine that such an editor has: paths, literals, `+`, `??`, `.length` and three methods. The real one
 * takes any JavaScript and runs in a sandbox of its own.
 *
 * @param variables data of each node by its name; that of the node before as `$json`
 * @throws where it does not understand the expression
 */
export function evaluateExpression(code: string, variables: Readonly<Record<string, unknown>>): unknown {
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(code);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const takes = (sign: string) => {
    match(BETWEEN);
    if (!code.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };

  function readOperand(): unknown {
    match(BETWEEN);
    const literal = match(LITERAL)?.[0];
    let value: unknown;
    if (literal !== undefined) value = /^\d/.test(literal) ? Number(literal) : unquote(literal);
    else {
      const found = readExpressionPath(code.slice(at));
      if (!found) throw new SyntaxError(`Unexpected "${code.slice(at, at + 12)}" in the expression.`);
      const { path } = found;
      const ending =
        /\.(?:toUpperCase|toLowerCase|trim|length)$/.exec(code.slice(at, at + found.end))?.[0] ?? "";
      at += found.end - ending.length;
      value = readMembers(variables, ending ? path.slice(0, -1) : path);
    }
    for (let call; (call = match(CALL));) {
      const [, method, member] = call;
      if (typeof value !== "string" && !(member && Array.isArray(value)))
        throw new TypeError(`The value has no ${method ?? member}.`);
      if (member) value = value.length;
      else value = changeText(value as string, method);
    }
    return value;
  }

  function readSum(): unknown {
    let value = readOperand();
    while (takes("+")) {
      const other = readOperand();
      value =
        typeof value === "number" && typeof other === "number"
          ? value + other
          : `${toText(value)}${toText(other)}`;
    }
    return value;
  }

  let value = readSum();
  while (takes("??")) {
    const other = readSum();
    value ??= other;
  }
  match(BETWEEN);
  if (at < code.length) throw new SyntaxError(`Unexpected "${code.slice(at, at + 12)}" in the expression.`);
  return value;
}

/** Writes a value as it stands in a text. */
export function toText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

const changeText = (text: string, method: string | undefined) =>
  method === "trim" ? text.trim() : method === "toUpperCase" ? text.toUpperCase() : text.toLowerCase();

/** Reads own members only: `constructor` is none of a node's data. */
function readMembers(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === "object" && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
