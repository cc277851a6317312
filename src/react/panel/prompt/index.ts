// Loaded after the first paint: what is said about a text once nobody types.
export { PromptEditorDiagnostics, PromptEditorResolved } from "../../prompt-editor/index.js";
