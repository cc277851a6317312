import type { OpenEditor } from "./openEditor.js";

/** One served Storybook and, for each test, a workflow editor that nobody has used before. */
export interface EditorSession {
  url: string;
  editor: OpenEditor;
}
