"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { Editor } from "./editor/createEditor.js";
import type { Store } from "../../internal/createStore.js";

/** State that the editor's parts share. Nothing in here changes while somebody types. */
export interface PromptEditorContextValue {
  editor: Editor;
  /** Text of the first rendering; later ones are written into the field. */
  initialValue: string;
  name: string | undefined;
  disabled: boolean;
  readOnly: boolean;
  maxLength: number | undefined;
  /** Code points that the text may have before it is a problem. */
  maxCodePoints: number | undefined;
  invalid: boolean;
  errorId: string | undefined;
  /** Words of the form's error. */
  error: string | undefined;
  /** Words of the form that name the text. */
  label: string | undefined;
  inputId: string;
  setInputId(id: string): void;
  listId: string;
  /** State of the list of problems. */
  problems: Store<Problems>;
}

/** Problems that are listed. */
export interface Problems {
  /** Ids of what says them, separated by spaces. */
  id: string | undefined;
  /** Whether one of them is an error. */
  error: boolean;
  /** Words in which a form tells the same. */
  said: readonly string[];
}

export const NO_PROBLEMS: Problems = { id: undefined, error: false, said: [] };

export const [PromptEditorProvider, usePromptEditor] = createStrictContext<PromptEditorContextValue>(
  "PromptEditor.Root",
  "the text and its variables",
);
