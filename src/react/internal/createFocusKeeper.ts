import { isFocused } from "./isFocused.js";
import { rootsAround } from "./rootsAround.js";

const CONTROLS = 'button, a[href], input, textarea, select, [tabindex]:not([tabindex="-1"])';
/** Controls of a run, of which one replaces the other: the one that ends a run comes last. */
const RUN_CONTROLS = ["rejoin", "stop-waiting", "retry", "fix", "regenerate", "cancel"].map(
  (name) => `preview-${name}`,
);

/** Controls that start a run and go away with it. */
const STARTERS = ["preview-prompt-draw", "preview-prompt-write", "preview-pinned-generate"];

/** Button of the form, by which a run that goes on can be ended. */
const END_OF_RUN = '[data-imagenode-part="config-form-generate"][data-state="running"]';

/** Cell that holds a run of its own; it, or its place, takes the focus where there is no control. */
const CELL = ["variation", "gallery-item"].map((name) => `[data-imagenode-part="preview-${name}"]`).join();

interface FocusedControl {
  element: HTMLElement;
  /** Elements around it, from the inside out, as they were when it took focus. */
  around: readonly HTMLElement[];
}

/** Elements in which focus is kept. */
const kept = new WeakSet<HTMLElement>();

/**
 * Keeps focus inside of an element when an action takes the focused control away or disables it: it goes to the control
 * that replaces it, else to the nearest one. A run that a button of the form ends has focus there as long as it goes on.
 * Focus that a person moved away is left alone.
 *
 * @returns a function that stops keeping
 */
export function createFocusKeeper(root: HTMLElement): () => void {
  let last: FocusedControl | null = null;
  /** Button outside of `root` that took focus for the time of a run. */
  let lent: HTMLElement | null = null;
  const onFocus = ({ target }: Event) => noteFocus(target as HTMLElement);
  const noteFocus = (element: HTMLElement) => {
    // What is open gives focus back by itself when it closes.
    if (element.closest("[popover], dialog")) last = null;
    else last = { element, around: listAround(element, root) };
  };
  const onBlur = ({ target }: Event) => {
    // Browsers differ in whether a control that is removed is told; one that stays was left by a person.
    queueMicrotask(() => {
      const isLeft = last?.element === target && isUsable(last.element);
      if (isLeft && last && !isFocused(last.element)) last = null;
    });
  };
  const check = () => {
    if (lent && !isFocused(lent)) lent = null;
    if (lent && !lent.matches(END_OF_RUN) && focusFirst(runControlsIn(root))) lent = null;
    if (!last || isUsable(last.element)) return;
    const lost = last;
    last = null;
    // A keeper further inside knows better where to; which of the two came first is chance.
    if (lost.around.some((node) => node !== root && node.isConnected && kept.has(node))) return;
    if (isNowhere(root, lost.element)) lent = moveFocus(root, lost);
  };
  const { activeElement } = root.getRootNode() as Document | ShadowRoot;
  if (activeElement && root.contains(activeElement)) noteFocus(activeElement as HTMLElement);
  const view = root.ownerDocument.defaultView ?? window;
  const observer = new view.MutationObserver(check);
  kept.add(root);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled", "hidden"] });
  root.addEventListener("focusin", onFocus);
  root.addEventListener("focusout", onBlur);
  return () => {
    kept.delete(root);
    observer.disconnect();
    root.removeEventListener("focusin", onFocus);
    root.removeEventListener("focusout", onBlur);
  };
}

function listAround(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = [];
  for (let node = element.parentElement; node; node = node.parentElement) {
    around.push(node);
    if (node === root) break;
  }
  return around;
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(":disabled") && element.closest("[hidden]") === null;
}

/** Tells whether focus is where nobody moved it: at the page as a whole, or still at the control that was lost. */
function isNowhere(root: HTMLElement, lost: HTMLElement): boolean {
  for (const { root: tree, element } of rootsAround(root)) {
    const { activeElement } = tree;
    if (!activeElement) continue;
    if (activeElement === lost || activeElement === root.ownerDocument.body) return true;
    // A host counts as focused where nothing in its shadow is.
    return element !== root && activeElement === element;
  }
  return true;
}

/** Moves focus, and returns the button outside of `root` that took it, if it was that. */
function moveFocus(root: HTMLElement, { element, around }: FocusedControl): HTMLElement | null {
  const isRunControl = [...RUN_CONTROLS, ...STARTERS].includes(element.dataset.imagenodePart ?? "");
  const left = around.filter((node) => root.contains(node));
  const cell = left.find((node) => node.matches(CELL));
  const inCell = cell ? [...cell.querySelectorAll<HTMLElement>(`${CONTROLS}, [tabindex]`), cell] : [];
  const own = [...(cell && isRunControl ? runControlsIn(cell) : []), ...inCell];
  const near = left.flatMap((node) => [...node.querySelectorAll<HTMLElement>(CONTROLS)]);
  const form = root.closest('[data-imagenode-part="config-form-root"]');
  const ending = [...(form?.querySelectorAll<HTMLElement>(END_OF_RUN) ?? [])];
  const others = isRunControl ? [...runControlsIn(root), ...ending, ...near] : [...near, ...ending];
  const took = focusFirst([...own, ...others]);
  if (took) return ending.includes(took) && !root.contains(took) ? took : null;
  if (!root.hasAttribute("tabindex")) root.tabIndex = -1;
  root.focus();
  return null;
}

function runControlsIn(node: HTMLElement): HTMLElement[] {
  return RUN_CONTROLS.flatMap((part) => [
    ...node.querySelectorAll<HTMLElement>(`[data-imagenode-part="${part}"]`),
  ]);
}

/** Focuses the first control that takes it, and returns that. */
function focusFirst(controls: readonly HTMLElement[]): HTMLElement | undefined {
  return controls.find((control) => isUsable(control) && takesFocus(control));
}

/** Tries a control: what a style sheet hides takes no focus. */
function takesFocus(control: HTMLElement): boolean {
  control.focus();
  return isFocused(control);
}
