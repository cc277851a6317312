import type { OpenEditor } from "./openEditor.js";

/** One served Storybook and, for each test, a workflow editor that nobody has used before. */
export interface EditorSession {
  url: string;
  /** The same where each picture takes two seconds more, so that a test can act while one is under way. */
  slowUrl: string;
  editor: OpenEditor;
}
