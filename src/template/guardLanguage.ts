import { doubleBraceLanguage } from "./doubleBraceLanguage.js";
import { formatPath } from "./formatPath.js";
import type { ResolvedText, TemplateLanguage, TemplatePath, TemplateToken } from "./TemplateLanguage.js";

const guards = new WeakMap<object, TemplateLanguage>();

/**
 * Makes a host's language safe to ask: what it throws or returns by mistake is left out, with a warning in development
 * that names it. Only `resolve` throws, since a run must not go on without its text. The same object for the same
 * language; this package's own as it is, and in place of none.
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
  const { name, triggers, resolve } = language;
  for (const member of ["scan", "format", "parse"] as const)
    if (typeof language[member] !== "function") warn(name, member, "has no function");
  function ask<T>(
    member: Member,
    args: readonly unknown[],
    read: (value: unknown) => T | undefined,
    otherwise: T,
  ): T {
    try {
      const value = (language[member] as (...given: readonly unknown[]) => unknown)(...args);
      const result = read(value);
      if (result !== undefined) return result;
      warn(name, member, "returned something else than its type says");
    } catch (error) {
      warn(name, member, `threw ${String(error)}`);
    }
    return otherwise;
  }
  /** Guards a member that a language may leave out. */
  const optional = <F>(member: Member, guard: F) => (language[member] ? { [member]: guard } : undefined);
  return {
    name: String(name),
    triggers: Array.isArray(triggers) ? triggers.filter((trigger) => isText(trigger)) : [],
    scan: (text) =>
      ask("scan", [text], (value) => (Array.isArray(value) ? readTokens(value, text, name) : undefined), []),
    format: (path, source) => ask("format", [path, source], readText, ""),
    parse: (token) => ask("parse", [token], (value) => (value === null ? value : readPath(value)), null),
    ...optional("query", (...args: unknown[]) =>
      ask("query", args, (value) => (value === null ? value : readText(value)), null),
    ),
    ...optional("escape", (text: string) => ask("escape", [text], readText, text)),
    ...optional("replace", (...args: unknown[]) => ask("replace", args, readText, "")),
    ...optional("rename", (token: string, ...names: unknown[]) =>
      ask("rename", [token, ...names], readText, token),
    ),
    ...optional("display", (path: TemplatePath, ...source: unknown[]) =>
      ask("display", [path, ...source], readText, formatPath(path)),
    ),
    ...(resolve && {
      resolve: (...args: Parameters<typeof resolve>) => {
        const resolved = resolve.apply(language, args);
        return isPromise(resolved)
          ? resolved.then((value) => readResolved(value, name))
          : readResolved(resolved, name);
      },
    }),
  };
}

const isPromise = (value: ResolvedText | Promise<ResolvedText>): value is Promise<ResolvedText> =>
  typeof (Object(value) as Partial<Promise<unknown>>).then === "function";

const isText = (value: unknown) => typeof value === "string" && value !== "";

const readText = (value: unknown) => (typeof value === "string" ? value : undefined);

function readPath(value: unknown): TemplatePath | undefined {
  const isPath =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((segment) => typeof segment === "string" || Number.isSafeInteger(segment));
  return isPath ? (value as TemplatePath) : undefined;
}

/** Keeps the tokens that stand in order within the text: others would tear apart what is drawn of it. */
function readTokens(tokens: readonly unknown[], text: string, name: string): readonly TemplateToken[] {
  const kept: TemplateToken[] = [];
  for (const given of tokens.slice(0, text.length)) {
    const token = Object(given) as TemplateToken;
    const { start, end, path } = token;
    const from = kept.at(-1)?.end ?? 0;
    const fits = Number.isInteger(start) && Number.isInteger(end) && start >= from && end > start;
    if (fits && end <= text.length && (path === null || readPath(path))) kept.push(token);
    else warn(name, "scan", "returned a token that overlaps, or has no place or path,");
  }
  return kept;
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
function warn(name: string, member: string, fault: string): void {
  if (typeof process === "undefined" || process.env.NODE_ENV === "production") return;
  const message = `The template language "${name}" ${fault} in ${member}. It is passed over: the text stays as it is.`;
  if (warned.has(name + member) || warned.size > 100) return;
  warned.add(name + member);
  console.warn(message);
}
