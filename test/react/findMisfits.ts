/** Parts that show data of the host or the model, which an ellipsis may cut or a line may break anywhere: names, values, paths. */
const DATA = [
  "panel-title",
  "model-settings-summary",
  "preview-reference-value",
  "prompt-editor-suggestion-path",
  "prompt-editor-suggestion-value",
  "prompt-editor-browser-path",
  "prompt-editor-browser-value",
  "references-label",
  "references-words",
  "catalog-select-value-label",
];
/** Elements whose words are to be pressed: they stand within its box. */
const PRESSED = "button, a, summary, label, [role=tab], [role=radio], [role=option]";
/** Scripts whose lines may end at any letter. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Part of a pixel that rounding may take. */
const SLACK = 1;

/** Text that is seen: one text node, where its lines stand. */
interface SeenText {
  readonly node: Text;
  readonly element: HTMLElement;
  readonly words: string;
  readonly boxes: readonly DOMRect[];
}

/**
 * Finds texts that do not fit below an element: cut by a box around them or around their button, outside of what is pressed,
 * broken within a word, squeezed into a narrow column, beyond the sides of the element, or over another text. Returns a
 * line for each.
 */
export function findMisfits(root: HTMLElement): readonly string[] {
  const sides = root.getBoundingClientRect();
  const texts = listTexts(root).map((text) => ({ ...text, box: findCuttingBox(text, root) }));
  const whole = texts.filter(({ box }) => box === undefined);
  return [
    ...texts.filter(({ box }) => box && !mayCut(box)).map((text) => `cut: ${describe(text)}`),
    ...whole.filter((text) => isBeyond(text, sides)).map((text) => `beyond the side: ${describe(text)}`),
    ...whole.filter(isOutsideOfPressed).map((text) => `outside of its button: ${describe(text)}`),
    ...texts.filter(isSqueezed).map((text) => `squeezed: ${describe(text)}`),
    ...whole.flatMap((text) => findBroken(text).map((word) => `broken: ${word} in ${describe(text)}`)),
    ...findOverlaps(whole),
  ];
}

function describe({ element, words }: SeenText): string {
  const part = element.closest<HTMLElement>("[data-imagenode-part]")?.dataset["imagenodePart"];
  return `${part} "${words}"`;
}

function listTexts(root: HTMLElement): readonly SeenText[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: SeenText[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!element || node.data.trim() === "" || !isSeen(element)) continue;
    const boxes = boxesOf(node, 0, node.data.length);
    if (boxes.length > 0) texts.push({ node, element, words: node.data.trim(), boxes });
  }
  return texts;
}

/** What only a screen reader gets, and the copy of the text behind the field, are not seen. */
function isSeen(element: HTMLElement): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    const { clipPath, clip, fontSize } = getComputedStyle(each);
    if (clipPath === "inset(50%)" || clip.startsWith("rect(0") || fontSize === "0px") return false;
    if (each.clientWidth === 1 && each.clientHeight === 1) return false;
    if (each.dataset["imagenodePart"] === "prompt-editor-highlight") return false;
  }
  return element.tagName !== "OPTION";
}

function boxesOf(node: Text, start: number, end: number): readonly DOMRect[] {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

const isBeyond = ({ boxes }: SeenText, { left, right }: DOMRect) =>
  boxes.some((box) => box.left < left - SLACK || box.right > right + SLACK);

/** Finds the nearest box that does not show all of a text. */
function findCuttingBox({ element, boxes }: SeenText, root: HTMLElement): HTMLElement | undefined {
  const button = element.closest("button");
  for (let each: HTMLElement | null = element; each && each !== root; each = each.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(each);
    const { left, right, top, bottom } = each.getBoundingClientRect();
    const whole =
      button && each !== button && each.contains(button) ? button.getBoundingClientRect() : undefined;
    const isCut = [...boxes, ...(whole ? [whole] : [])].some(
      (box) =>
        (overflowX !== "visible" && (box.left < left - SLACK || box.right > right + SLACK)) ||
        (overflowY !== "visible" && (box.top < top - SLACK || box.bottom > bottom + SLACK)),
    );
    if (isCut) return each;
    if (position === "fixed") return undefined;
  }
  return undefined;
}

/** Whether a box may cut a text: what scrolls shows it all the same, and data may end in an ellipsis. */
function mayCut(box: HTMLElement): boolean {
  const { overflowX, overflowY } = getComputedStyle(box);
  return /auto|scroll/.test(overflowX + overflowY) || DATA.includes(box.dataset["imagenodePart"] ?? "");
}

/** Whether a text stands in a column of a letter or two. */
function isSqueezed({ element, boxes }: SeenText): boolean {
  const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
  const width = Math.max(...boxes.map((box) => box.width));
  return lines > 2 && width < 3 * Number.parseFloat(getComputedStyle(element).fontSize);
}

function isOutsideOfPressed({ element, boxes }: SeenText): boolean {
  const pressed = element.closest<HTMLElement>(PRESSED);
  if (!pressed || getComputedStyle(pressed).display === "inline") return false;
  const { left, right, top, bottom } = pressed.getBoundingClientRect();
  return boxes.some(
    (box) =>
      box.left < left - SLACK ||
      box.right > right + SLACK ||
      box.top < top - SLACK ||
      box.bottom > bottom + SLACK,
  );
}

/** Words of a text that end on another line than they begin on; what has no letters only may be broken anywhere. */
function findBroken({ node, element }: SeenText): readonly string[] {
  if (DATA.includes(element.dataset["imagenodePart"] ?? "")) return [];
  return [...node.data.matchAll(/[\p{L}\p{M}]{2,}/gu)].flatMap(({ 0: word, index }) => {
    if (UNSPACED.test(word)) return [];
    const lines = new Set(boxesOf(node, index, index + word.length).map(({ top }) => Math.round(top)));
    return lines.size > 1 ? [word] : [];
  });
}

function findOverlaps(texts: readonly SeenText[]): readonly string[] {
  return texts.flatMap((text, place) =>
    texts
      .slice(place + 1)
      .filter(({ boxes }) => boxes.some((box) => text.boxes.some((own) => overlaps(own, box))))
      .map((other) => `over another: ${describe(text)} and ${describe(other)}`),
  );
}

/** Whether two lines share more than what letters of two lines have above and below them. */
function overlaps(one: DOMRect, other: DOMRect): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 2 && height > Math.min(one.height, other.height) / 3;
}
