import type { OpenEditor } from "./openEditor.js";

/** One served Storybook and, for each test, a fresh workflow editor in a browser profile of its own. */
export interface EditorSession {
  url: string;
  editor: OpenEditor;
}
