import { Virtual } from "@guidepup/virtual-screen-reader";

/** One item that a screen reader stops at, or a group that it goes into. */
export interface Item {
  element: Element;
  /** Role, name, value, description and states. */
  words: string;
  /** Groups around it, from the outermost. */
  groups: readonly Item[];
  /** A group has a beginning and an end, and items in it. */
  isGroup: boolean;
}

/** Roles whose content is said with them: it is no item of its own. */
const WHOLE = /^(?:button|radio|checkbox|switch|tab|option|img|combobox|searchbox|textbox|spinbutton|slider|treeitem|link)\b/;
/** Roles of what holds items: it is said when one goes into it. */
const GROUP = /^(?:group|region|radiogroup|tablist|tabpanel|list|dialog|listbox|tree|form|toolbar|alert|table)\b/;
/** Roles that only mark text, which no screen reader names. */
const TEXT =
  /^(?:paragraph|strong|emphasis|code|time|term|definition|mark|superscript|subscript|generic|figure|listitem|status|document|deletion|insertion|separator)\b/;
/** The row that is active is an item of its own. */
const ACTIVE_ROW = /, active descendant .*?(?=, (?:placeholder|expanded|collapsed|invalid|required)\b|$)/;
/** States that are how an element is built, of which a person hears nothing. */
const SILENT =
  /, (?:\d+ controls?|no autocomplete|autocomplete in list|orientated (?:horizontally|vertically)|(?:min|max) value [^,]*|not invalid|not required|not busy|has popup (?:listbox|tree)|not selected|not modal|not current item|not read only)(?=,|$)/g;

/**
 * Reads what stands in an element as a screen reader walks through it, item by item. Roles, names, descriptions and states
 * come from Guidepup's virtual screen reader, which follows the W3C's rules; see the corrections below for what it lacks.
 */
export async function readTree(container: Element): Promise<Item[]> {
  const reader = new Virtual();
  await reader.start({ container });
  const items: Item[] = [];
  const groups: Item[] = [];
  const opened: Element[] = [];
  const seen = new Set<string>();
  const numbers = new Map<Node, number>();
  for (;;) {
    const { activeNode } = reader;
    const phrase = await reader.lastSpokenPhrase();
    if (!activeNode) break;
    if (!numbers.has(activeNode)) numbers.set(activeNode, numbers.size);
    const key = `${numbers.get(activeNode)} ${/^end\b/.test(phrase) ? "end" : ""}`;
    if (seen.has(key)) break;
    seen.add(key);
    visit(activeNode, phrase);
    await reader.next();
  }
  await reader.stop();
  return items;

  function visit(node: Node, phrase: string) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || !isSeen(element)) return;
    if (/^end\b/.test(phrase)) return;
    while (groups.length > 0 && !groups.at(-1)?.element.contains(node)) groups.pop();
    // What stands in a whole one, or in a label around it, has been said with it.
    if (opened.some((whole) => whole !== node && whole.contains(node)) || isNameOfInner(node)) return;
    const around = [...groups];
    const whole = wholeOf(element, node, phrase);
    if (whole !== undefined) {
      const outer = element.closest("summary") ?? element;
      opened.push(outer);
      items.push({ element: outer, words: whole, groups: around, isGroup: false });
      return;
    }
    const words = clean(phrase);
    if (!(node instanceof Element)) {
      items.push({ element, words, groups: around, isGroup: false });
      return;
    }
    if (words === "" || words === "group" || words === "list" || TEXT.test(words)) return;
    const item = { element, words, groups: around, isGroup: GROUP.test(words) };
    items.push(item);
    if (item.isGroup) groups.push(item);
  }
}

/** Guidepup doesn't know that a closed `<details>` hides its content. */
const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });

/** Whether a text in a `<label>` around its control is the control's name: readers say it once. */
function isNameOfInner(node: Node): boolean {
  const control = node.parentElement?.closest("label")?.querySelector("input");
  return node instanceof Text && !!control && !control.hasAttribute("aria-label");
}

/** Guidepup reads whether a radio was checked at first. */
const withState = (element: Element, words: string) =>
  element.matches("input:is([type=radio], [type=checkbox])")
    ? words.replace(/, (?:not )?checked\b/, (element as HTMLInputElement).checked ? ", checked" : ", not checked")
    : words;

/** Words of an item that is said with its content; Guidepup has no value of a text area or a combobox, and no `<summary>`. */
function wholeOf(element: Element, node: Node, phrase: string): string | undefined {
  const summary = element.closest("summary");
  if (summary) {
    const isOpen = summary.parentElement?.matches("[open]");
    return `button, ${textOf(summary)}, ${isOpen ? "expanded" : "collapsed"}`;
  }
  if (!(node instanceof Element) || !WHOLE.test(phrase)) return undefined;
  const words = withState(node, clean(phrase.replace(ACTIVE_ROW, "")));
  const value = node.matches("textarea")
    ? (node as HTMLTextAreaElement).value
    : node.matches("[role=combobox]:not(input)")
      ? textOf(node)
      : "";
  if (value === "") return words;
  const placeholder = node.getAttribute("placeholder");
  const filled = placeholder === null ? words : words.replace(`, placeholder ${placeholder}`, "");
  return `${filled}: “${value.replace(/\s+/g, " ").trim()}”`;
}

const clean = (phrase: string) =>
  phrase
    .replace(SILENT, "")
    .replace("not expanded", "collapsed")
    .replace(/position (\d+)((?:, selected)?), set size (\d+)/, "$1 of $3$2")
    .replace(/\s+/g, " ")
    .trim();

/** Text of an element as it is read: without what is hidden. */
export function textOf(element: Element): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true" || !isSeen(node)) return "";
    if (node.matches("img[alt]")) return node.getAttribute("alt") ?? "";
    return [...node.childNodes].map(read).join("");
  };
  return read(element).replace(/\s+/g, " ").trim();
}
