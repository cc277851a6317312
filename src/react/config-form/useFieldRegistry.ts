"use client";
import { useId, useMemo } from "react";

/** Elements of a form's fields, and the ids of their parts. */
export interface FieldRegistry {
  fieldId: (name: string, part: string) => string;
  registerField: (name: string, element: HTMLElement) => () => void;
  /** The names of the fields, in the order of the document. */
  names: () => string[];
  /** Focuses a field's control; in a text also selects the named variable. */
  focusField: (name: string, variable?: string) => void;
}

/** Controls that take the focus of a field, the likeliest first. */
const CONTROLS = ["[role=tab][aria-selected=true]", "textarea", "[role=combobox]", "input", "button"];

/** Keeps the elements of the fields, so that focus can go to the first fault. */
export function useFieldRegistry(): FieldRegistry {
  const id = useId();
  return useMemo(() => {
    const elements = new Map<string, HTMLElement>();
    return {
      fieldId: (name, part) => `${id}-${name.replaceAll(".", "-")}-${part}`,
      registerField(name, element) {
        elements.set(name, element);
        return () => {
          if (elements.get(name) === element) elements.delete(name);
        };
      },
      names: () =>
        [...elements]
          .sort(([, a], [, b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
          .map(([name]) => name),
      focusField(name, variable) {
        const control = findControl(elements.get(name));
        control?.focus();
        if (variable && control instanceof HTMLTextAreaElement) selectVariable(control, variable);
      },
    };
  }, [id]);
}

function findControl(field: HTMLElement | undefined): HTMLElement | null {
  const found = CONTROLS.map((control) => field?.querySelector<HTMLElement>(control));
  return found.find((control) => control) ?? null;
}

function selectVariable(field: HTMLTextAreaElement, variable: string): void {
  const start = field.value.indexOf(variable);
  if (start >= 0) field.setSelectionRange(start, start + variable.length);
}
