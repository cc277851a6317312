import { createProblem } from "./createProblem.js";
import { readBody } from "./readBody.js";

const MAX_DEPTH = 64;

/** Reads a request's body as JSON: type checked, bytes counted as they come, depth bounded before parsing. */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; value: unknown }> {
  if (!isJsonType(request.headers.get("Content-Type"))) throw createProblem("unsupported_media_type");
  const bytes = await readBody(request, maxBytes);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw createProblem("invalid_json", {
      message: "The body is not UTF-8. Send one JSON object in UTF-8.",
      cause,
    });
  }
  if (isDeeperThan(text, MAX_DEPTH)) {
    const detail = `Objects and arrays may be nested ${MAX_DEPTH} deep.`;
    throw createProblem("invalid_request", {
      errors: [{ pointer: "#", code: "too_deep", detail }],
      message: detail,
    });
  }
  try {
    return { bytes, value: JSON.parse(text) as unknown };
  } catch (cause) {
    throw createProblem("invalid_json", { cause });
  }
}

/** Whether brackets outside strings nest deeper than `limit`. One pass, whatever the text is. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}

/** Finds the quotation mark that closes a string; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    // An even number of backslashes before the mark escape one another.
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function isJsonType(header: string | null): boolean {
  const [type = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  if (type !== "application/json") return false;
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  return charset === undefined || /^charset="?utf-?8"?$/.test(charset);
}
