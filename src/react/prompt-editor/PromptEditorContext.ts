"use client";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { Editor } from "./editor/createEditor.js";
import type { TemplateLanguage } from "../../template/index.js";
import type { Store } from "../../internal/createStore.js";

/** State that the editor's parts share. Nothing in here changes while somebody types. */
export interface PromptEditorContextValue {
  editor: Editor;
  /** Language of the text. */
  language: TemplateLanguage;
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
  /** Key of the words that name the text. */
  labelKey: string;
  inputId: string;
  setInputId(id: string): void;
  listId: string;
  /** State of the list of problems. */
  problems: Store<Problems>;
}

/** Whether problems are listed, under which id, and whether one of them is an error. */
export interface Problems {
  id: string | undefined;
  error: boolean;
}

export const NO_PROBLEMS: Problems = { id: undefined, error: false };

export const [PromptEditorProvider, usePromptEditor] = createStrictContext<PromptEditorContextValue>(
  "PromptEditor.Root",
  "the text and its variables",
);
