import { Virtual } from "@guidepup/virtual-screen-reader";

/** Item that a screen reader stops at, or a group that it goes into. */
export interface Item {
  element: Element;
  /** Role, name, value, description and states. */
  words: string;
  /** Groups around it, from the outermost. */
  groups: readonly Item[];
  isGroup: boolean;
  /** Last text of an item that is text: marked words after it are read with it. */
  end?: Text;
}

/** Roles whose content is said with them: it is no item of its own. */
const WHOLE =
  /^(?:button|radio|checkbox|switch|tab|option|image|combobox|searchbox|textbox|spinbutton|slider|treeitem|link)\b/;
/** Roles of what holds items: it is said when one goes into it. */
const GROUP =
  /^(?:group|region|radiogroup|tablist|tabpanel|list|dialog|listbox|tree|form|toolbar|alert|table)\b/;
/** Roles that only mark text or boxes, which no screen reader names. */
const TEXT =
  /^(?:paragraph|strong|emphasis|code|time|term|definition|mark|superscript|subscript|generic|caption|figure$|listitem|status|document|deletion|insertion|separator|group$)/;
/** States that are how an element is built, of which a person hears nothing. */
const SILENT =
  /, (?:\d+ controls?|no autocomplete|autocomplete in list|orientated (?:horizontally|vertically)|(?:min|max) value [^,]*|has popup (?:listbox|tree)|not (?:invalid|required|busy|selected|modal|current item|read only))(?=,|$)/g;
/** The row that is active is an item of its own. */
const ACTIVE_ROW = /, active descendant .*?(?=, (?:placeholder|expanded|collapsed|invalid|required)\b|$)/;

/**
 * Reads what stands in an element as a screen reader walks through it, item by item. Roles, names, descriptions and states
 * come from Guidepup's virtual screen reader, which follows the W3C's rules. What it does not know is corrected here: that
 * a closed `<details>` hides its content, what a `<summary>` is, the value of a text area and of a combobox, the present
 * state of a radio, and which texts are read as one.
 */
export async function readTree(container: Element): Promise<Item[]> {
  const reader = new Virtual();
  const visitor = createVisitor();
  const seen = new Set<string>();
  const numbers = new Map<Node, number>();
  await reader.start({ container });
  // It begins anew once it is through.
  while (reader.activeNode) {
    const node = reader.activeNode;
    const phrase = await reader.lastSpokenPhrase();
    if (!numbers.has(node)) numbers.set(node, numbers.size);
    const isEnd = /^end\b/.test(phrase) && !(node instanceof Text);
    const key = `${numbers.get(node)} ${isEnd}`;
    if (seen.has(key)) break;
    seen.add(key);
    if (!isEnd) visitor.visit(node, phrase);
    await reader.next();
  }
  await reader.stop();
  return visitor.items;
}

function createVisitor() {
  const items: Item[] = [];
  const groups: Item[] = [];
  const wholes: Element[] = [];
  let state = "";
  const add = (element: Element, words: string, rest: Partial<Item> = {}) => {
    const item = { element, words: `${words}${state}`, groups: [...groups], isGroup: false, ...rest };
    state = "";
    items.push(item);
    if (item.isGroup) groups.push(item);
  };
  return {
    items,
    visit(node: Node, phrase: string) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || !isSeen(element)) return;
      while (groups.length > 0 && !groups.at(-1)?.element.contains(node)) groups.pop();
      // What stands in a whole one, or in a label around it, has been said with it.
      if (wholes.some((whole) => whole !== node && whole.contains(node)) || isNameOfInner(node)) return;
      const outer = element.closest("summary") ?? element;
      const whole = wholeOf(outer, node, phrase);
      if (whole !== undefined) {
        wholes.push(outer);
        add(outer, whole);
      } else if (node instanceof Text) addText(node, element);
      else if (/^listitem\b.*, current (?:step|item)/.test(phrase)) state = ", current step";
      else if (!TEXT.test(clean(phrase)))
        add(element, `${clean(phrase)}${countItems(element)}`, { isGroup: GROUP.test(phrase) });
    },
  };

  function addText(node: Text, element: Element) {
    const last = items.at(-1);
    if (!last?.end || blockOf(last.end) !== blockOf(node)) {
      add(element, node.data.replace(/\s+/g, " ").trim(), { end: node });
      return;
    }
    const between = document.createRange();
    between.setStart(last.end, last.end.data.trimEnd().length);
    between.setEnd(node, node.data.length - node.data.trimStart().length);
    last.words += `${between.toString() === "" ? "" : " "}${node.data.replace(/\s+/g, " ").trim()}`;
    last.end = node;
  }
}

/** Readers say how many items a list has. */
function countItems(element: Element): string {
  if (!element.matches("ul, ol")) return "";
  const count = [...element.children].filter((each) => each.matches("li") && isSeen(each)).length;
  return `, ${count} ${count === 1 ? "item" : "items"}`;
}

const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });

const isInline = (element: Element) => /^(?:inline|contents)$/.test(getComputedStyle(element).display);

function blockOf(node: Node): Element | null {
  let element = node.parentElement;
  while (element && isInline(element)) element = element.parentElement;
  return element;
}

/** Tells whether a text in a `<label>` around its control is the control's name: readers say it once. */
function isNameOfInner(node: Node): boolean {
  const control = node.parentElement?.closest("label")?.querySelector("input");
  return node instanceof Text && !!control && !control.hasAttribute("aria-label");
}

/** Words of an item that is said with its content. */
function wholeOf(element: Element, node: Node, phrase: string): string | undefined {
  if (element.matches("summary")) {
    const isOpen = element.parentElement?.matches("[open]");
    return `button, ${textOf(element)}, ${isOpen ? "expanded" : "collapsed"}`;
  }
  if (node !== element || !WHOLE.test(phrase)) return undefined;
  const words = withState(element, clean(phrase.replace(ACTIVE_ROW, "")));
  const value = valueOf(element);
  if (value === "") return words;
  const placeholder = element.getAttribute("placeholder");
  const filled = placeholder === null ? words : words.replace(`, placeholder ${placeholder}`, "");
  return `${filled}: “${value.replace(/\s+/g, " ").trim()}”`;
}

function valueOf(element: Element): string {
  if (element instanceof HTMLTextAreaElement) return element.value;
  return element.matches("[role=combobox]:not(input)") ? textOf(element) : "";
}

const withState = (element: Element, words: string) =>
  element.matches("input:is([type=radio], [type=checkbox])")
    ? words.replace(
        /, (?:not )?checked\b/,
        (element as HTMLInputElement).checked ? ", checked" : ", not checked",
      )
    : words;

const clean = (phrase: string) =>
  phrase
    .replace(SILENT, "")
    .replace("not expanded", "collapsed")
    .replace(/position (\d+)((?:, selected)?), set size (\d+)/, "$1 of $3$2")
    .replace(/\s+/g, " ")
    .trim();

/** Text of an element as it is read: without what is hidden, and with a space where a box begins. */
export function textOf(element: Element): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true" || !isSeen(node)) return "";
    if (node.matches("img[alt]")) return node.getAttribute("alt") ?? "";
    const words = [...node.childNodes].map(read).join("");
    return isInline(node) ? words : ` ${words} `;
  };
  return read(element).replace(/\s+/g, " ").trim();
}
