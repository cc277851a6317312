import type { Translate } from "../../messages/index.js";
import type { Notice } from "./createEditor.js";
import type { SuggestionState } from "../list/suggestionState.js";

/** What a screen reader says about the list; empty while there is nothing to say. */
export function statusText(state: SuggestionState, notice: Notice | null, t: Translate): string {
  if (!state.open) return notice ? t(notice.key, notice.params) : "";
  const first = state.items[0];
  if (!first) return t("promptEditor.statusEmpty");
  return t("promptEditor.statusResults", { count: state.total, first: first.path });
}
