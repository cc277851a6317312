/** Elements in which models write down their thoughts. */
const THOUGHT = "(?:think(?:ing)?|thought|reason(?:ing)?|scratchpad|reflection)";
const CLOSED = new RegExp(`<(${THOUGHT})>[\\s\\S]*?</\\1>`, "gi");
const UNCLOSED = new RegExp(`<${THOUGHT}>[\\s\\S]*$`, "i");
const CLOSING = new RegExp(`</${THOUGHT}>`, "gi");
const FENCE = /^```[\w-]*\n([\s\S]*?)\n?```$/;
/** A line that announces the prompt, up to its colon. */
const PREAMBLE =
  /^(?:(?:sure|certainly|of course|okay|ok|absolutely|great)[!,.:]?\s+)?(?:here(?:['’]s| is| are)|this is|below is)\b[^\n:]{0,80}:\s*/i;
const LABEL = /^(?:\*\*)?(?:final |image |the |your )*prompt(?:\*\*)?\s*:(?:\*\*)?\s*/i;
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["「", "」"],
];

/**
 * Reads the prompt from what a language model wrote: the member "prompt" where it wrote JSON, else the text without
 * thoughts, fences, announcements and the quotation marks around the whole. Empty where nothing is left.
 */
export function readWrittenPrompt(answer: string): string {
  const text = withoutThoughts(answer);
  const whole = readMember(text) ?? readMember(FENCE.exec(text)?.[1] ?? "");
  return whole === undefined ? withoutWrapping(text) : whole.trim();
}

function withoutThoughts(answer: string): string {
  const open = answer.replace(CLOSED, "").replace(UNCLOSED, "");
  // A model may have begun to think before its answer began: only what follows its last thought is meant.
  const last = [...open.matchAll(CLOSING)].at(-1);
  return (last ? open.slice(last.index + last[0].length) : open).trim();
}

function readMember(text: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const { prompt } = JSON.parse(text) as { prompt?: unknown };
    return typeof prompt === "string" ? prompt : undefined;
  } catch {
    return undefined;
  }
}

function withoutWrapping(text: string): string {
  const announced = text.replace(PREAMBLE, "").trim();
  const fenced = FENCE.exec(announced)?.[1]?.trim() ?? announced;
  const plain = fenced.replace(LABEL, "").trim();
  const quotes = QUOTES.find(
    ([open, close]) => plain.length > 1 && plain.startsWith(open) && plain.endsWith(close),
  );
  const inner = quotes ? plain.slice(1, -1) : plain;
  // A quotation in the text itself, such as on a sign, belongs to it.
  return quotes && quotes.some((mark) => inner.includes(mark)) ? plain : inner.trim();
}
