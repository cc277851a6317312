import { readField } from "./readField.js";

/** Most characters of an answer that are looked at. */
const MAX_TEXT = 64_000;
const MAX_DEPTH = 6;
const MAX_MEMBERS = 500;
/** Members that hold a word of the provider's own, never one of the request. */
const CODE_MEMBERS =
  /^(?:code|type|status|reason|error|errorcode|error_code|__type|title|kind|block_?reason)$/i;
/** Members that hold a sentence. */
const TEXT_MEMBERS = /^(?:message|detail|details|error|msg|description|error_?message|title|reason)$/i;

/** An apostrophe is no quotation mark, unless something opens before it. */
const QUOTES = [
  ['"', '"'],
  ["`", "`"],
  ["“", "”"],
  [" '", "'"],
  ["('", "')"],
] as const;

/** Answer of a provider that refused or ended a request, as far as it can be read. */
export interface ProviderAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Body as parsed JSON; `undefined` where it is none. */
  readonly body: unknown;
  /** Header by its lower-case name; of the errors behind the error too. */
  readonly header: (name: string) => string | undefined;
  /** Checks whether a code of the answer fits: a short word in a member such as "code", "type" or "status". */
  readonly hasCode: (pattern: RegExp) => boolean;
  /**
   * Checks whether a sentence of the answer fits. What the answer repeats of the request, and whatever stands between
   * quotation marks, is taken out before: a prompt may read like a refusal.
   */
  readonly says: (pattern: RegExp) => boolean;
}

/**
 * Reads the answer that an error of the AI SDK holds; `undefined` where there is none.
 *
 * @param chain the error and the errors behind it
 */
export function readAnswer(chain: readonly unknown[]): ProviderAnswer | undefined {
  const link = chain.find((each) => statusOf(each) !== undefined);
  const status = link === undefined ? undefined : statusOf(link);
  if (status === undefined) return undefined;
  const text = chain.map((each) => readField(each, "responseBody")).find((each) => typeof each === "string");
  const data = chain.map((each) => readField(each, "data")).find((each) => each !== undefined);
  const parsed = parseJson(text) ?? parseJson(jsonPart(text));
  const body = parsed ?? data;
  const members: [key: string, value: string][] = [];
  collect(body, members);
  // An error that a model throws by itself has its words in the same members.
  for (const key of ["code", "type", "message"]) {
    const value = readField(link, key);
    if (typeof value !== "string" || text !== undefined) continue;
    members.push([isCode(value) ? "code" : key, value.slice(0, MAX_TEXT)]);
  }
  if (typeof text === "string" && parsed === undefined) members.push(["message", text.slice(0, MAX_TEXT)]);
  const codes = members
    .filter(([key, value]) => CODE_MEMBERS.test(key) && isCode(value))
    .map(([, value]) => value);
  const echoes = chain.flatMap((each) => textsOf(readField(each, "requestBodyValues")));
  const sentences = members
    .filter(([key]) => TEXT_MEMBERS.test(key))
    .map(([, value]) => withoutEchoes(value, echoes));
  return {
    status,
    body,
    header: (name) => headerOf(chain, name),
    hasCode: (pattern) => codes.some((code) => pattern.test(code)),
    says: (pattern) => sentences.some((sentence) => pattern.test(sentence)),
  };
}

/** Returns the status of an HTTP answer that an error holds. */
export function statusOf(error: unknown): number | undefined {
  const status = readField(error, "statusCode") ?? readField(error, "status");
  return typeof status === "number" && status >= 100 && status <= 599 ? status : undefined;
}

function headerOf(chain: readonly unknown[], name: string): string | undefined {
  for (const link of chain) {
    for (const holder of [
      readField(link, "responseHeaders"),
      readField(readField(link, "response"), "headers"),
    ]) {
      const value = holder instanceof Headers ? holder.get(name) : readField(holder, name);
      if (typeof value === "string") return value.trim();
    }
  }
  return undefined;
}

/** A code is one word; a sentence in such a member could repeat the prompt. */
function isCode(value: string): boolean {
  return value.length <= 80 && !/\s/.test(value.trim());
}

function parseJson(text: unknown): unknown {
  if (typeof text !== "string" || text.length > MAX_TEXT) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Finds the JSON of a multipart answer. */
function jsonPart(text: unknown): string | undefined {
  if (typeof text !== "string" || !text.startsWith("--")) return undefined;
  const start = text.indexOf("\r\n\r\n{");
  const end = start < 0 ? -1 : text.indexOf("\r\n--", start + 4);
  return end < 0 ? undefined : text.slice(start + 4, end);
}

function collect(value: unknown, into: [string, string][], key = "", depth = 0): void {
  if (into.length >= MAX_MEMBERS || depth > MAX_DEPTH) return;
  if (typeof value === "string") into.push([key, value.slice(0, MAX_TEXT)]);
  else if (typeof value === "number") into.push([key, String(value)]);
  else if (Array.isArray(value)) for (const each of value.slice(0, 50)) collect(each, into, key, depth + 1);
  else if (typeof value === "object" && value !== null)
    for (const [name, member] of Object.entries(value).slice(0, 100)) collect(member, into, name, depth + 1);
}

function textsOf(value: unknown): string[] {
  const members: [string, string][] = [];
  collect(value, members);
  return members.map(([, text]) => text).filter((text) => text.length > 3);
}

function withoutEchoes(sentence: string, echoes: readonly string[]): string {
  let rest = sentence;
  for (const echo of echoes) {
    rest = rest.replaceAll(echo, " ").replaceAll(JSON.stringify(echo).slice(1, -1), " ");
  }
  return QUOTES.reduce((text, [open, close]) => withoutQuoted(text, open, close), rest);
}

function withoutQuoted(text: string, open: string, close: string): string {
  let rest = "";
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return rest + text.slice(from);
    rest += `${text.slice(from, start)} `;
    from = end + close.length;
  }
}
