const TARGETS =
  "button, summary, a[href], textarea, input:not([type=hidden]), select, [role=combobox], [role=tab], [role=option], [role=treeitem], [role=switch]";

/** Target of a pointer: the control, or the label around it. */
export interface Target {
  element: HTMLElement;
  box: DOMRect;
}

/** Lists what can be pressed and seen in the page. */
export function listTargets(): Target[] {
  return [...document.querySelectorAll<HTMLElement>(TARGETS)]
    .filter((each) => each.closest('[data-imagenode-part], [role="listbox"]') !== null)
    .filter(
      (each) =>
        each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest("[inert]"),
    )
    .map((each) => (each.matches("input") ? (each.closest("label") ?? each) : each))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(
      ({ box, element }) => box.width > 1 && box.height > 1 && getComputedStyle(element).clipPath === "none",
    );
}

export const nameTarget = (element: HTMLElement) =>
  `${element.dataset["imagenodePart"]} “${(element.getAttribute("aria-label") ?? element.innerText).replace(/\s+/g, " ").trim().slice(0, 40)}”`;
