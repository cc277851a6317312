import type { Variable } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";
import type { SuggestionState } from "./suggestionState.js";

/** Event of the editor that is announced once. */
export type Notice =
  | {
      key: "promptEditor.statusInserted" | "promptEditor.statusInsertedWhole" | "promptEditor.statusTooLong";
      params: Readonly<Record<string, unknown>>;
    }
  /** Problem of the text, in words. */
  | { problem: string };

/**
 * Words for a screen reader about the list; empty while there is nothing to say, and from the moment that a row is chosen:
 * then the field names that row.
 */
export function statusText(
  state: SuggestionState,
  notice: Notice | null,
  t: Translate,
  display: (variable: Variable) => string,
): string {
  if (!state.open) {
    if (!notice) return "";
    return "problem" in notice ? notice.problem : t(notice.key, notice.params);
  }
  if (state.moved && state.items.length > 0) return "";
  const first = state.items[0];
  if (!first) return t("promptEditor.statusEmpty");
  const key = first.branch ? "promptEditor.statusBranch" : "promptEditor.statusResults";
  return t(key, { count: state.total, first: display(first) });
}
