/** Where an element of the tests' frame can be pressed, in CSS px of the page, or why it can't be yet. */
export type Place = { x: number; y: number } | { wait: string };

/** A press that is under way: what it got to in place of its element, and how the page stops to watch it. */
export interface Press {
  missed: string | undefined;
  take: () => void;
}

/** How an element is looked for. */
export interface PlaceQuery {
  /** Selector of Vitest's engine: CSS, or that of a locator. */
  selector: string;
  /** Place inside of the element, in CSS px; its middle by default. */
  position?: { x?: number; y?: number } | undefined;
  /** Waits until the element can be used and nothing lies over it. */
  isPressed?: boolean | undefined;
}

/**
 * Finds an element in the frame of the tests, brings it into view and waits until it lies still. Runs in the page: it uses
 * nothing of this file.
 */
export async function findPlace({ selector, position, isPressed }: PlaceQuery): Promise<Place> {
  interface Runner {
    selectorEngine: {
      parseSelector(text: string): unknown;
      querySelectorAll(parsed: unknown, root: Node): Element[];
    };
  }
  const iframe = document.querySelector<HTMLIFrameElement>("iframe[data-vitest]");
  const inner = iframe?.contentWindow as (Window & { __vitest_browser_runner__?: Runner }) | null | undefined;
  const engine = inner?.__vitest_browser_runner__?.selectorEngine;
  if (!iframe || !inner || !engine) return { wait: "the frame of the tests is not there" };
  const found = engine.querySelectorAll(engine.parseSelector(selector), inner.document);
  const [element, second] = found;
  if (!element) return { wait: "no element matches" };
  if (second) return { wait: `${found.length} elements match` };
  const boxOf = () => element.getBoundingClientRect();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isInView = ({ top, left, bottom, right }: DOMRect) =>
    top >= 0 && left >= 0 && bottom <= inner.innerHeight && right <= inner.innerWidth;
  if (!isInView(boxOf())) {
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }
  const before = boxOf();
  await frame();
  const box = boxOf();
  if (box.width === 0 || box.height === 0 || !element.checkVisibility({ visibilityProperty: true }))
    return { wait: "the element is not visible" };
  if (box.x !== before.x || box.y !== before.y || box.width !== before.width || box.height !== before.height)
    return { wait: "the element moves" };
  // Text that wraps has a box whose middle may be empty: its first line is what a person presses, where it can be seen.
  const line = position ? box : (element.getClientRects()[0] ?? box);
  const middle = (start: number, end: number, room: number) =>
    end <= 0 || start >= room ? (start + end) / 2 : (Math.max(start, 0) + Math.min(end, room)) / 2;
  const x = position?.x === undefined ? middle(line.left, line.right, inner.innerWidth) : box.x + position.x;
  const y = position?.y === undefined ? middle(line.top, line.bottom, inner.innerHeight) : box.y + position.y;
  if (isPressed) {
    if (element.matches(":disabled")) return { wait: "the element is disabled" };
    const root = element.getRootNode() as Document | ShadowRoot;
    const label = element.closest("label");
    const isHit = (hit: Element) => element.contains(hit) || (label !== null && label.contains(hit));
    const hit = root.elementFromPoint(x, y);
    if (!hit || !isHit(hit)) {
      // It may have been scrolled out of a box around it.
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      return { wait: `${hit?.outerHTML.slice(0, 120) ?? "nothing"} lies over the element` };
    }
    // The page may still move before the press gets there: one that misses is kept from it and done again.
    const press: Press = {
      missed: undefined,
      take: () => inner.removeEventListener("pointerdown", watch, true),
    };
    const types = ["mousedown", "pointerup", "mouseup", "click", "auxclick", "contextmenu", "dblclick"];
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    function watch(event: Event) {
      const path = event.composedPath();
      const target = path[0] as Element;
      // The second press of a double click gets to whatever the first one brought there.
      if (path.includes(element as Element) || isHit(target) || target.shadowRoot) return press.take();
      press.missed ??= target.outerHTML.slice(0, 120);
      press.take = () => {
        inner?.removeEventListener("pointerdown", watch, true);
        for (const type of types) inner?.removeEventListener(type, stop, true);
      };
      for (const type of types) inner?.addEventListener(type, stop, true);
      stop(event);
    }
    (window as { enginePress?: Press }).enginePress?.take();
    (window as { enginePress?: Press }).enginePress = press;
    inner.addEventListener("pointerdown", watch, true);
  }
  const outer = iframe.getBoundingClientRect();
  return { x: outer.x + x, y: outer.y + y };
}
