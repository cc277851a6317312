import { displayVariable, type TemplateLanguage } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";
import type { SuggestionState } from "./suggestionState.js";

/** Event of the editor that is announced once. */
export interface Notice {
  key: "promptEditor.statusInserted" | "promptEditor.statusInsertedWhole" | "promptEditor.statusTooLong";
  params: Readonly<Record<string, unknown>>;
}

/** Words for a screen reader about the list; empty while there is nothing to say. */
export function statusText(
  state: SuggestionState,
  notice: Notice | null,
  t: Translate,
  language: TemplateLanguage,
): string {
  if (!state.open) return notice ? t(notice.key, notice.params) : "";
  const first = state.items[0];
  if (!first) return t("promptEditor.statusEmpty");
  const key = first.branch ? "promptEditor.statusBranch" : "promptEditor.statusResults";
  return t(key, { count: state.total, first: displayVariable(first, language) });
}
