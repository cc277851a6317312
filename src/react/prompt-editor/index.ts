export * as PromptEditor from "./index.parts.js";
export { PromptEditorDiagnostic } from "./PromptEditorDiagnostic.js";
export { PromptEditorDiagnosticFix } from "./PromptEditorDiagnosticFix.js";
export { PromptEditorDiagnosticJump } from "./PromptEditorDiagnosticJump.js";
export { PromptEditorDiagnostics } from "./PromptEditorDiagnostics.js";
export { PromptEditorEmpty } from "./PromptEditorEmpty.js";
export { PromptEditorFrame } from "./PromptEditorFrame.js";
export { PromptEditorHighlight } from "./PromptEditorHighlight.js";
export { PromptEditorHint } from "./PromptEditorHint.js";
export { PromptEditorInput } from "./PromptEditorInput.js";
export { PromptEditorInsertButton } from "./PromptEditorInsertButton.js";
export { PromptEditorLabel } from "./PromptEditorLabel.js";
export { PromptEditorResolved } from "./PromptEditorResolved.js";
export { PromptEditorRoot } from "./PromptEditorRoot.js";
export { PromptEditorSuggestion } from "./PromptEditorSuggestion.js";
export { PromptEditorSuggestions } from "./PromptEditorSuggestions.js";
export { useIsSaid } from "./useIsSaid.js";
export { useVariableAutocomplete } from "./useVariableAutocomplete.js";
export type { PromptEditorDiagnosticProps, PromptEditorDiagnosticState } from "./PromptEditorDiagnostic.js";
export type { PromptEditorDiagnosticFixProps } from "./PromptEditorDiagnosticFix.js";
export type { PromptEditorDiagnosticJumpProps } from "./PromptEditorDiagnosticJump.js";
export type { PromptEditorDiagnosticsProps } from "./PromptEditorDiagnostics.js";
export type { PromptEditorEmptyProps } from "./PromptEditorEmpty.js";
export type { PromptEditorFrameProps } from "./PromptEditorFrame.js";
export type { PromptEditorHighlightProps, PromptEditorHighlightState } from "./PromptEditorHighlight.js";
export type { PromptEditorHintProps } from "./PromptEditorHint.js";
export type { PromptEditorInputProps, PromptEditorInputState } from "./PromptEditorInput.js";
export type {
  PromptEditorInsertButtonProps,
  PromptEditorInsertButtonState,
} from "./PromptEditorInsertButton.js";
export type { PromptEditorLabelProps, PromptEditorLabelState } from "./PromptEditorLabel.js";
export type { PromptEditorResolvedProps, PromptEditorResolvedState } from "./PromptEditorResolved.js";
export type { PromptEditorRootProps, PromptEditorRootState } from "./PromptEditorRoot.js";
export type { PromptEditorSuggestionProps, PromptEditorSuggestionState } from "./PromptEditorSuggestion.js";
export type {
  PromptEditorSuggestionsProps,
  PromptEditorSuggestionsState,
} from "./PromptEditorSuggestions.js";
export type { PromptEditorSuggestionTypeState } from "./PromptEditorSuggestionType.js";
export type { SearchResult, SearchVariables } from "./list/searchVariables.js";
export type { ResolvedSample } from "./analysis/resolveWithSamples.js";
export type { VariableAutocomplete, VariableAutocompleteOptions } from "./useVariableAutocomplete.js";
