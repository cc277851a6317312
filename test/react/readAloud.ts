import { queryAllByRole } from "@testing-library/react";

const ROLES: Readonly<Record<string, string>> = {
  a: "link",
  button: "button",
  textarea: "textbox",
  img: "img",
};
const INPUTS: Readonly<Record<string, string>> = {
  radio: "radio",
  checkbox: "checkbox",
  search: "searchbox",
};

/** Name and description of an element, as a screen reader gets them. */
export function readAloud(element: Element): { name: string; description: string } {
  const { localName, parentElement } = element;
  const input = localName === "input" ? (INPUTS[(element as HTMLInputElement).type] ?? "textbox") : undefined;
  const role = element.getAttribute("role") ?? input ?? ROLES[localName] ?? "";
  const read = { name: "", description: "" };
  const note = (kind: keyof typeof read) => (words: string, each: Element | null) => {
    if (each === element) read[kind] = words;
    return each === element;
  };
  const of = { hidden: true, name: note("name"), description: note("description") };
  if (parentElement && role !== "") queryAllByRole(parentElement, role, of);
  // As browsers do it: a title that gave the name describes nothing any more.
  const isNamedByTitle = read.name === element.getAttribute("title") && !element.hasAttribute("aria-label");
  return isNamedByTitle ? { ...read, description: "" } : read;
}
