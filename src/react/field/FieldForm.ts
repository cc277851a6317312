"use client";
import { createContext } from "react";
import type { ComponentType, ReactNode } from "react";
import type { PromptPath } from "../internal/PromptBinding.js";

/** Access of a form's fields to the form around them. Declared here so that fields do not depend on the form. */
export interface FieldForm {
  disabled: boolean;
  fieldId: (name: string, part: string) => string;
  registerField: (name: string, element: HTMLElement) => () => void;
  /** Tells that a field has a place for its error. Returns the function that takes it back. */
  registerError: (name: string) => () => void;
  subscribeErrors: (listener: () => void) => () => void;
  /** The words for what is wrong with a field, or `undefined`. */
  getError: (name: string) => string | undefined;
  /** Lends one of the form's prompt texts to the editor inside a field. */
  PromptBinding: ComponentType<{ path: PromptPath; children: ReactNode }>;
}

/** Provided by `ConfigForm.Root`; `null` where a field stands alone. */
export const FieldFormContext = createContext<FieldForm | null>(null);
