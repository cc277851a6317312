"use client";
import { useId, useMemo } from "react";
import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";
import { findFreeControl } from "./findFreeControl.js";

/** Elements of a form's fields, and the ids of their parts. */
export interface FieldRegistry {
  fieldId: (name: string, part: string) => string;
  registerField: (name: string, element: HTMLElement) => () => void;
  /** Takes in that a field can show its error. */
  registerError: (name: string) => () => void;
  /** Takes the form's own element, in which parts without a field are looked for. */
  rootRef: (element: HTMLElement | null) => void;
  /** Returns the names of the fields that can be seen, in the order of the document. */
  names: () => string[];
  /** Returns the part that a field lacks to show its error, or `undefined` where it shows it. */
  missingPart: (name: string) => "Field.Root" | "Field.Error" | undefined;
  /** Focuses a field's control; in a text also selects the named variable. Returns whether there was one. */
  focusField: (name: string, variable?: string) => boolean;
  /** Places for the errors of the form as a whole. */
  formErrors: FormErrors;
}

/** Places for the errors of the form as a whole. */
export interface FormErrors {
  /** Number of `ConfigForm.Error` parts that are rendered. */
  count: Store<number>;
  /** Moves focus to the form's error, as soon as it is rendered. */
  focus: () => void;
  /** Carries out what `focus` asked for; called once the error is rendered. */
  settle: () => void;
}

/** Controls that take the focus of a field without one of its id, the likeliest first. */
const CONTROLS = [
  "[role=tab][aria-selected=true]",
  "textarea",
  "[role=combobox]",
  "input:not([hidden])",
  "button",
];

/** Keeps the elements of the fields, so that focus can go to the first fault. */
export function useFieldRegistry(): FieldRegistry {
  const id = useId();
  return useMemo(() => createFieldRegistry(id), [id]);
}

function createFieldRegistry(id: string): FieldRegistry {
  const elements = new Map<string, HTMLElement>();
  const errors: string[] = [];
  let root: HTMLElement | null = null;
  const fieldId = (name: string, part: string) => `${id}-${name.replaceAll(".", "-")}-${part}`;
  const find = (name: string) =>
    findControl(elements.get(name), fieldId(name, "control")) ?? findFreeControl(root, name);
  return {
    fieldId,
    registerField(name, element) {
      elements.set(name, element);
      return () => {
        if (elements.get(name) === element) elements.delete(name);
      };
    },
    registerError(name) {
      errors.push(name);
      return () => errors.splice(errors.indexOf(name), 1);
    },
    rootRef(element) {
      root = element;
    },
    names: () =>
      [...elements]
        .filter(([, element]) => isVisible(element))
        .sort(([, a], [, b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
        .map(([name]) => name),
    missingPart(name) {
      const element = elements.get(name);
      if (!element || !isVisible(element)) return "Field.Root";
      return errors.includes(name) ? undefined : "Field.Error";
    },
    focusField(name, variable) {
      const control = find(name);
      // What is folded away takes no focus.
      for (let fold; (fold = control?.closest<HTMLDetailsElement>("details:not([open])"));) fold.open = true;
      control?.focus();
      if (variable && control instanceof HTMLTextAreaElement) selectVariable(control, variable);
      return control !== null;
    },
    formErrors: createFormErrors(() => root),
  };
}

function createFormErrors(getRoot: () => HTMLElement | null): FormErrors {
  let isWanted = false;
  const settle = () => {
    const error = getRoot()?.querySelector<HTMLElement>('[data-imagenode-part="config-form-error"]');
    if (!isWanted || !error) return;
    isWanted = false;
    error.focus();
  };
  return {
    count: createStore(0),
    focus() {
      isWanted = true;
      settle();
    },
    settle,
  };
}

function findControl(field: HTMLElement | undefined, id: string): HTMLElement | null {
  const found = [`[id="${id}"]`, ...CONTROLS].map((control) => field?.querySelector<HTMLElement>(control));
  return found.find((control) => control) ?? null;
}

function isVisible(element: Element): boolean {
  return element.closest("[hidden]") === null;
}

function selectVariable(field: HTMLTextAreaElement, variable: string): void {
  const start = field.value.indexOf(variable);
  if (start >= 0) field.setSelectionRange(start, start + variable.length);
}
