/** Begins or ends a passage in which a model writes down its thoughts. */
const THOUGHT =
  /<(\/?)(?:think(?:ing)?|thought|reason(?:ing)?|scratchpad|reflection)>|\[(\/?)think\]|◁(\/?)think▷/gi;
/** Agrees to write, before anything is written. */
const ACCEPTANCE =
  /^(?:sure(?: thing)?|certainly|of course|absolutely|gladly|okay|ok|great|natürlich|gerne?|klar|selbstverständlich|もちろんです|承知しました|かしこまりました)[ \t]*(?:[!.,:！。、]\s*|\n\s*)/i;
/** Presents what follows, up to a colon or the end of the line. */
const PRESENTATION =
  /^(?:\*\*|#{1,4} )?(?:here(?:['’]s| is| are| you go)|(?:this|below) is|hier (?:ist|sind|kommt)|voici|以下[がは]|こちら[がは])[^\n:：]{0,80}(?:[:：](?:\*\*)?\s*|\n\s*)/i;
/** First line that ends in a colon. */
const HEADING = /^[^\n]{0,160}[:：](?:\*\*)?[ \t]*\n\s*/;
const NAMES_PROMPT = /prompt|\b(?:description|answer|output|json|beschreibung|antwort)\b|プロンプト|説明/i;
const LABEL =
  /^(?:\*\*|#{1,4} )?(?:(?:final|revised|improved|optimi[sz]ed|image|text|the|your|bild-?) ?)*(?:prompt|プロンプト)(?:\*\*)?[ \t]*(?:[:：](?:\*\*)?\s*|\n\s*)/i;
const FENCE = "```";
const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["‘", "’"],
  ["„", "“"],
  ["«", "»"],
  ["»", "«"],
  ["「", "」"],
  ["『", "』"],
  ["**", "**"],
  ["`", "`"],
];

/**
 * Reads the prompt from what a language model wrote. Takes the member "prompt", or the only one, where it wrote JSON; and
 * leaves out thoughts, fences, announcements, labels and the quotation marks around the whole.
 *
 * An announcement agrees to write or names what it presents: "Here is the prompt: …" is one, "Here are two foxes: …" is the
 * prompt itself. Empty where nothing is left, and where the JSON is broken.
 */
export function readWrittenPrompt(answer: string): string {
  const whole = parse(answer.trim());
  const text = whole === undefined ? unwrap(answer) : "";
  const json = whole ?? parse(text);
  if (json === undefined) return /^\{\s*"/.test(text) ? "" : withoutMarks(text);
  const member = memberOf(json);
  return member === undefined ? text || answer.trim() : withoutMarks(unwrap(member));
}

function unwrap(text: string): string {
  const body = withoutFence(withoutAnnouncement(withoutThoughts(text)));
  return body.replace(LABEL, "").trim();
}

/** Leaves out thoughts; whatever stands before an end without a beginning was one too. */
function withoutThoughts(text: string): string {
  let rest = "";
  let from = 0;
  let isThought = false;
  for (const match of text.matchAll(THOUGHT)) {
    const [tag, ...slashes] = match;
    const isEnd = slashes.includes("/");
    if (!isThought) rest = isEnd ? "" : rest + text.slice(from, match.index);
    isThought = !isEnd;
    from = match.index + tag.length;
  }
  return (isThought ? rest : rest + text.slice(from)).trim();
}

function withoutAnnouncement(text: string): string {
  const accepted = ACCEPTANCE.exec(text)?.[0] ?? "";
  const rest = text.slice(accepted.length);
  const presented = HEADING.exec(rest)?.[0] ?? PRESENTATION.exec(rest)?.[0];
  if (presented !== undefined && (accepted || NAMES_PROMPT.test(presented)))
    return rest.slice(presented.length).trim();
  // "OK" may stand on a sign: alone, it counts where it is called out or has a line of its own.
  return /[!！\n]/.test(accepted) ? rest.trim() : text;
}

/** Keeps the first fenced block alone, whatever is said around it. */
function withoutFence(text: string): string {
  const start = text.startsWith(FENCE) ? 0 : text.indexOf(`\n${FENCE}`) + 1;
  if (!text.startsWith(FENCE, start)) return text;
  const inside = text.slice(start + FENCE.length);
  const end = inside.indexOf(FENCE);
  const block = end < 0 ? inside : inside.slice(0, end);
  // The first line names the language.
  const line = block.indexOf("\n");
  return (/^[\w-]*[ \t]*$/.test(block.slice(0, Math.max(line, 0))) ? block.slice(line + 1) : block).trim();
}

/** Parses a JSON object or text, with line breaks in its texts and words behind it as models write them. */
function parse(text: string): unknown {
  if (!/^[{"]/.test(text)) return undefined;
  const json = text.startsWith("{") ? text.slice(0, text.lastIndexOf("}") + 1) : text;
  try {
    return JSON.parse(json.replaceAll(/[\n\r\t]/g, " ")) as unknown;
  } catch {
    return undefined;
  }
}

function memberOf(json: unknown): string | undefined {
  if (typeof json === "string") return json;
  const members = json as Readonly<Record<string, unknown>>;
  const [only = null, ...others] = Object.values(members);
  const member = others.length > 0 ? members.prompt : only;
  return member === null ? "" : typeof member === "string" ? member : undefined;
}

/** Takes off the marks around the whole. A quotation in the text itself, such as on a sign, belongs to it. */
function withoutMarks(text: string): string {
  for (const [open, close] of MARKS) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close))
      continue;
    const inner = text.slice(open.length, -close.length);
    return inner.includes(open) || inner.includes(close) ? text : withoutMarks(inner.trim());
  }
  return text;
}
