import type { ErrorCause } from "../options.js";

/** Error of a model, reduced to what a log may hold; `reportError` tells it as it stands. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";

  constructor(readonly told: ErrorCause) {
    super(told.message);
  }
}

/** Characters of texts and values that an identifier is compared with. */
const COMPARED = 1_000_000;

/**
 * Reduces a model's error to its class, status, code and request id. A model's words may quote the prompt in any spelling,
 * so none of them are told; neither is a name, a code or an id that is not one by its form, or that occurs in `texts`.
 */
export function describeModelError(error: unknown, texts: readonly unknown[]): ErrorCause {
  const chain = listCauses(error);
  const quoted = normalize(texts.map(textOf).join(" ").slice(0, COMPARED));
  const first = (names: readonly string[], form: RegExp): string | undefined => {
    const found = chain.flatMap((link) => names.map((name) => read(link, name)));
    return found.find(
      (value): value is string =>
        typeof value === "string" &&
        form.test(value) &&
        !spellings(value).some((text) => quoted.includes(text)),
    );
  };
  const status = chain
    .flatMap((link) => [read(link, "statusCode"), read(link, "status")])
    .find((value) => typeof value === "number" && value >= 100 && value <= 599);
  const code = first(["code", "type"], CODE);
  const providerRequestId = first(["requestId", "requestID", "request_id"], ID) ?? first(["header"], ID);
  return {
    name: first(["name"], CLASS_NAME) ?? "Error",
    message: WITHHELD,
    ...(typeof status === "number" ? { status } : {}),
    ...(code === undefined ? {} : { code }),
    ...(providerRequestId === undefined ? {} : { providerRequestId }),
  };
}

const WITHHELD =
  "The model failed. Its words are withheld, since they may quote the prompt; `dangerouslyReportModelMessages` shows them.";
const CLASS_NAME = /^[A-Z][A-Za-z]{0,5}_?[A-Za-z0-9]{0,40}(?:Error|Exception)$/;
const CODE = /^(?:[A-Z][A-Z0-9_]{1,39}|[a-z][a-z0-9_]{1,39})$/;
const ID = /^(?=[^\d]*\d)[\w-]{8,64}$/;

/** The error, what is below it, and the bodies and headers that they hold. */
function listCauses(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < 24;) {
    const headers = read(link, "responseHeaders") ?? read(read(link, "response"), "headers");
    const header = ["x-request-id", "request-id", "x-amzn-requestid"]
      .map((name) => read(headers, name) ?? getHeader(headers, name))
      .find((value) => typeof value === "string");
    chain.push(link, read(read(link, "data"), "error"), { header });
    link = read(link, "lastError") ?? read(link, "cause");
  }
  return chain;
}

function getHeader(headers: unknown, name: string): unknown {
  return headers instanceof Headers ? headers.get(name) : undefined;
}

/** Ways to read an identifier that may hold a text: as it stands, without its URL encoding, from base64 and from hex. */
function spellings(value: string): string[] {
  const bytes = value.length % 2 === 0 && /^[\da-f]+$/i.test(value) ? value.match(/../g) : null;
  const hex = bytes?.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join("");
  return [value, attempt(() => decodeURIComponent(value)), attempt(() => decodeBase64(value)), hex ?? ""]
    .map(normalize)
    .filter((text) => text.length > 2);
}

const decodeBase64 = (value: string) => atob(value.replaceAll("-", "+").replaceAll("_", "/"));

const normalize = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function textOf(value: unknown): string {
  return typeof value === "string" ? value : attempt(() => JSON.stringify(value) ?? "");
}

function attempt(make: () => string): string {
  try {
    return make();
  } catch {
    return "";
  }
}

function read(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}
