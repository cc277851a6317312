import { doubleBraceLanguage } from "./doubleBraceLanguage.js";
import { formatPath } from "./formatPath.js";
import { parsePath } from "./parsePath.js";
import type { ResolvedText, TemplateLanguage, TemplatePath, TemplateToken } from "./TemplateLanguage.js";

const guards = new WeakMap<object, TemplateLanguage>();

/**
 * Makes a host's language safe to ask: what it throws or returns by mistake is left out, with a warning in development
 * that names it. Only `resolve` throws, since a run must not go on without its text. The same object for the same
 * language; this package's own as it is.
 */
export function guardLanguage(language: TemplateLanguage): TemplateLanguage {
  if (language === doubleBraceLanguage) return language;
  const key = Object(language) as object;
  let guard = guards.get(key);
  if (!guard) {
    guard = createGuard(language);
    guards.set(key, guard).set(guard, guard);
  }
  return guard;
}

/** Part of a language that is a function and whose mistakes are passed over. */
type Member = Exclude<keyof TemplateLanguage, "name" | "triggers" | "resolve">;

function createGuard(language: TemplateLanguage): TemplateLanguage {
  const name = attempt(() => String(language.name ?? "without a name")) ?? "";
  const resolve = attempt(() => language.resolve);
  for (const member of ["scan", "format", "parse"] as const)
    if (typeof attempt(() => language[member]) !== "function") warn(name, member, "has no function");
  /** Guards a function of the language. `read` gives what its type says, or `undefined`. */
  const guard =
    <A extends readonly unknown[], T>(
      member: Member,
      read: (value: unknown) => T | undefined,
      otherwise: (...args: A) => T,
    ) =>
    (...args: A): T => {
      try {
        const value: unknown = Reflect.apply(language[member] as () => unknown, language, args);
        const result = attempt(() => read(value));
        if (result !== undefined) return result;
        // A promise: nobody else would look at how it ends.
        Promise.resolve(value).catch(() => undefined);
        warn(name, member, "returned something else than its type says");
      } catch (error) {
        warn(name, member, "threw", error);
      }
      return otherwise(...args);
    };
  /** Guards a member that a language may leave out. */
  const optional = <A extends readonly unknown[], T>(
    member: Member,
    read: (value: unknown) => T | undefined,
    otherwise: (...args: A) => T,
  ) => (attempt(() => language[member]) ? { [member]: guard(member, read, otherwise) } : undefined);
  const none = () => "";
  const same = (text: string) => text;
  return {
    name,
    triggers: attempt(() => [language.triggers].flat().filter(isText)) ?? [],
    scan: (text) => {
      const read = (value: unknown) => (Array.isArray(value) ? readTokens(value, text, name) : undefined);
      return guard("scan", read, (_text: string) => [])(text);
    },
    format: guard("format", readText, none),
    parse: guard(
      "parse",
      (value) => (value === null ? value : readPath(value)),
      () => null,
    ),
    ...optional(
      "query",
      (value) => (value === null ? value : readText(value)),
      () => null,
    ),
    ...optional("escape", readText, same),
    ...optional("replace", readText, none),
    ...optional("rename", readText, same),
    ...optional("display", readText, formatPath),
    ...(resolve && {
      resolve: (...args: Parameters<typeof resolve>) => {
        const resolved = resolve.apply(language, args);
        return isPromise(resolved)
          ? Promise.resolve(resolved).then((value) => readResolved(value, name))
          : readResolved(resolved, name);
      },
    }),
  };
}

/** Runs what asks a host's object, any part of which may throw; `undefined` where it does. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return;
  }
}

const isPromise = (value: ResolvedText | Promise<ResolvedText>): value is Promise<ResolvedText> =>
  typeof (Object(value) as Partial<Promise<unknown>>).then === "function";

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

const readText = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Reads a path; one in the spelling of `formatPath` as well, as hosts without types may give it. */
function readPath(value: unknown): TemplatePath | undefined {
  if (typeof value === "string") return parsePath(value) ?? undefined;
  const path: unknown[] = Array.isArray(value) ? Array.from(value) : [];
  const isPath = path.every((segment) => typeof segment === "string" || Number.isSafeInteger(segment));
  return isPath && path.length ? (path as TemplatePath) : undefined;
}

/** Copies the tokens that stand in order within the text: others would tear apart what is drawn of it. */
function readTokens(tokens: readonly unknown[], text: string, name: string): readonly TemplateToken[] {
  const kept: TemplateToken[] = [];
  for (const given of tokens.slice(0, text.length)) {
    const token = attempt(() => readToken(given, kept.at(-1)?.end ?? 0, text.length));
    if (token) kept.push(token);
    else warn(name, "scan", "returned a token that overlaps, or has no place or path,");
  }
  return kept;
}

/** Reads each member of a token once: a getter may give something else the next time. */
function readToken(given: unknown, from: number, most: number): TemplateToken | undefined {
  const { start, end, path, closed, fault, optional, fallback } = given as TemplateToken;
  const fits =
    Number.isInteger(start) && Number.isInteger(end) && start >= from && end > start && end <= most;
  const read = path === null ? path : readPath(path);
  if (!fits || read === undefined) return;
  const isFault = fault === "empty_braces" || fault === "unsupported_expression";
  return {
    start,
    end,
    path: read,
    closed: !!closed,
    fault: isFault ? fault : undefined,
    optional: !!optional,
    fallback: readText(fallback),
  };
}

function readResolved(value: unknown, name: string): ResolvedText {
  const { text, diagnostics } = Object(value) as Partial<ResolvedText>;
  if (typeof text === "string" && Array.isArray(diagnostics)) return value as ResolvedText;
  throw new TypeError(
    `The template language "${name}" returned no { text, diagnostics } from resolve, so the text can't be filled in. ` +
      "Return both; diagnostics may be empty.",
  );
}

const warned = new Set<string>();

/** Names a language's mistake, once for each part of it and in development only. */
function warn(name: string, member: string, fault: string, thrown?: unknown): void {
  if (typeof process === "undefined" || process.env.NODE_ENV === "production") return;
  const words = thrown === undefined ? fault : `${fault} ${attempt(() => String(thrown)) ?? "something"}`;
  const message = `The template language "${name}" ${words} in ${member}. It is passed over: the text stays as it is.`;
  if (warned.has(name + member) || warned.size > 100) return;
  warned.add(name + member);
  console.warn(message);
}
