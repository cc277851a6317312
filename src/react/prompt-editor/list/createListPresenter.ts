import type { Store } from "../../../internal/createStore.js";
import { containWheel } from "../../internal/containWheel.js";
import { listen } from "../../internal/listen.js";
import type { SuggestionList } from "./createSuggestionList.js";
import { followAnchor } from "./followAnchor.js";
import { paintHits } from "./paintHits.js";
import type { Box } from "./placePopup.js";
import { hidePopup, showPopup } from "./showPopup.js";
import type { SuggestionState } from "./suggestionState.js";

export interface ListPresenterOptions {
  field(): HTMLTextAreaElement | null;
  store: Store<SuggestionState>;
  list: SuggestionList;
  composing(): boolean;
  /** Measures where a caret at this offset stands. */
  caretBox(offset: number): Box | null;
}

/** Shows and hides the element of the list, and ties it to the field while it is seen. */
export function createListPresenter(options: ListPresenterOptions) {
  let element: HTMLElement | null = null;
  let unfollow: (() => void) | undefined;
  /** Start of the token under which the list hangs. */
  let followed = -1;
  let scrolled = false;

  function close(): void {
    const field = options.field();
    field?.removeAttribute("aria-controls");
    field?.removeAttribute("aria-activedescendant");
    unfollow?.();
    unfollow = undefined;
    followed = -1;
    if (element) hidePopup(element);
  }

  function follow(field: HTMLTextAreaElement, list: HTMLElement, start: number): void {
    if (followed === start) return;
    unfollow?.();
    followed = start;
    unfollow = followAnchor({
      element: list,
      owner: field,
      onLost: () => options.list.close(false),
      anchor: () => options.caretBox(start) ?? field.getBoundingClientRect(),
      position: () => `${field.scrollLeft},${field.scrollTop}`,
    });
  }

  function show(field: HTMLTextAreaElement, list: HTMLElement): void {
    if (!list.hidden) return;
    showPopup(list);
    const view = field.ownerDocument.defaultView ?? window;
    // The clock of the field's own window, which its events use too.
    view.requestAnimationFrame(() => options.list.shown(view.performance.now()));
  }

  return {
    attach(next: HTMLElement): () => void {
      element = next;
      hidePopup(next);
      const noteScroll = () => {
        scrolled = true;
      };
      const stops = [
        containWheel(next),
        // A press on the list must not take the focus from the field.
        listen(next, "mousedown", (event) => event.preventDefault()),
        // They do not bubble, but React hands them up its tree, where a host's dialog takes them for its own.
        listen(next, "toggle beforetoggle", (event) => event.stopPropagation(), true),
        listen(next, "scroll", noteScroll),
      ];
      return () => {
        options.list.close(false);
        stops.forEach((stop) => stop());
        element = null;
      };
    },
    close,
    element: () => element,
    contains: (target: EventTarget | null) =>
      target !== null && "nodeType" in target && element?.contains(target as Node) === true,
    /** Shows `state`: call it when its rows are in the document. */
    present(state: SuggestionState): void {
      const field = options.field();
      if (!field || !element || !state.open || !options.store.get().open) return;
      const { trigger, moved } = state;
      show(field, element);
      follow(field, element, trigger?.start ?? 0);
      field.setAttribute("aria-controls", element.id);
      // The field may be hidden by now, which closes the list before anything could stop what follows it.
      if (!options.store.get().open) return close();
      paintHits(element, trigger?.query ?? "");
      if (pointAtActiveRow(field, element, moved && !options.composing())) return;
      // Asked only where it can matter: the question alone lays the page out.
      if (!moved && scrolled) element.scrollTop = 0;
      scrolled &&= moved;
    },
  };
}

/** Names the active row to screen readers and brings it into view; says whether there is one. */
function pointAtActiveRow(field: HTMLTextAreaElement, list: HTMLElement, chosen: boolean): boolean {
  const row = chosen ? list.querySelector("[aria-selected=true]") : null;
  if (!row?.id) {
    field.removeAttribute("aria-activedescendant");
    return false;
  }
  field.setAttribute("aria-activedescendant", row.id);
  row.scrollIntoView?.({ block: "nearest" });
  return true;
}
