import { containEvents } from "./containEvents.js";
import type { Box } from "./placePopup.js";
import { hidePopup, showPopup } from "./popup.js";
import type { SuggestionList } from "./suggestionList.js";
import type { SuggestionState } from "./suggestionReducer.js";

export interface ListPresenterOptions {
  field(): HTMLTextAreaElement | null;
  list(): SuggestionList;
  composing(): boolean;
  /** Where a caret at this offset stands. */
  caretBox(offset: number): Box | null;
}

/** Shows and hides the element of the list, and ties it to the field while it is seen. */
export function createListPresenter(options: ListPresenterOptions) {
  let element: HTMLElement | null = null;
  let hide: (() => void) | null = null;

  function close(): void {
    const field = options.field();
    field?.removeAttribute("aria-controls");
    field?.removeAttribute("aria-activedescendant");
    hide?.();
    hide = null;
  }

  function attach(next: HTMLElement): () => void {
    element = next;
    hidePopup(next);
    const release = containEvents(next, (event) => {
      // A press on the list must not take the focus from the field.
      if (event.type === "mousedown") event.preventDefault();
    });
    return () => {
      options.list().close(false);
      close();
      release();
      element = null;
    };
  }

  function show(field: HTMLTextAreaElement, list: HTMLElement): void {
    const start = () => options.list().store.get().trigger?.start ?? 0;
    hide ??= showPopup({
      element: list,
      owner: field,
      onLost: () => options.list().close(false),
      anchor: () => options.caretBox(start()) ?? field.getBoundingClientRect(),
      position: () => `${field.scrollLeft},${field.scrollTop},${start()}`,
    });
    // The clock of the field's own window, which its events use too.
    options.list().shown((field.ownerDocument.defaultView ?? window).performance.now());
    field.setAttribute("aria-controls", list.id);
  }

  return {
    attach,
    close,
    contains: (target: EventTarget | null) =>
      target !== null && "nodeType" in target && element?.contains(target as Node) === true,
    /** Call it when the rows of `state` are in the document. */
    present(state: SuggestionState): void {
      const field = options.field();
      if (!field || !element || !state.open || !options.list().store.get().open) return;
      show(field, element);
      const row = state.moved && !options.composing() ? element.querySelector("[aria-selected=true]") : null;
      if (row?.id) {
        field.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView?.({ block: "nearest" });
      } else {
        field.removeAttribute("aria-activedescendant");
        if (!state.moved) element.scrollTop = 0;
      }
    },
  };
}
