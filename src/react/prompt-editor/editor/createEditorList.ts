import { displayVariable, type VariableIndex } from "../../../template/index.js";
import { createListPresenter } from "../list/createListPresenter.js";
import { createSuggestionList } from "../list/createSuggestionList.js";
import type { Box } from "../list/placePopup.js";
import { searchVariables } from "../list/searchVariables.js";
import type { EditorCore } from "./EditorCore.js";

/** Rows in the list unless told otherwise. */
const DEFAULT_LIMIT = 50;

/** Creates an editor's list of suggestions and what presents it. */
export function createEditorList(
  { field, options, suggestions, composing, notice, value }: EditorCore,
  index: () => VariableIndex,
  caretBox: (offset: number) => Box | null,
) {
  const list = createSuggestionList({
    store: suggestions,
    field,
    index,
    search: () => options().search ?? searchVariables,
    limit: () => options().limit ?? DEFAULT_LIMIT,
    onClose: () => presenter.close(),
    language: () => options().language,
    onAccept(variable) {
      value.commit();
      const key = variable.branch ? "promptEditor.statusInsertedWhole" : "promptEditor.statusInserted";
      notice.set({ key, params: { path: displayVariable(variable, options().language) } });
    },
    onTooLong: () =>
      notice.set({ key: "promptEditor.statusTooLong", params: { count: field()?.maxLength ?? 0 } }),
  });

  const presenter = createListPresenter({
    store: suggestions,
    field,
    list,
    composing: composing.get,
    caretBox,
  });

  return { list, presenter };
}
