import type { Store } from "../../../internal/createStore.js";
import type { TemplateLanguage, VariableSource } from "../../../template/index.js";
import type { SearchVariables } from "../list/searchVariables.js";
import type { Notice } from "../list/statusText.js";
import type { SuggestionState } from "../list/suggestionState.js";
import type { FieldValue } from "../textarea/createFieldValue.js";

/** Options that a host may change at any time. */
export interface EditorOptions {
  variables: readonly VariableSource[];
  language: TemplateLanguage;
  search?: SearchVariables | undefined;
  limit?: number | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  onValueCommit?: ((value: string) => void) | undefined;
  onRun?: (() => void) | undefined;
}

/** State of an editor that its handlers and its completion share. */
export interface EditorCore {
  suggestions: Store<SuggestionState>;
  /** Grows when the text, its variables or the token being typed change. */
  textVersion: Store<number>;
  newVersion(): void;
  notice: Store<Notice | null>;
  /** Whether the text is too long for marks. */
  unmarked: Store<boolean>;
  /** Whether an input method composes. */
  composing: Store<boolean>;
  setComposing(composing: boolean): void;
  value: FieldValue;
  field(): HTMLTextAreaElement | null;
  options(): EditorOptions;
  /** Start of the token that is being typed; `null` where none is. */
  typingAt(): number | null;
}
