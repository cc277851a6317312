import { listTargets } from "./listTargets.js";

/** Finds controls whose name lacks the words that are seen on them (2.5.3): who speaks those words presses nothing. */
export function findOtherNames(): string[] {
  return listTargets().flatMap(({ element }) => {
    const control = element.matches("label") ? (element.querySelector("input") ?? element) : element;
    const name = control.getAttribute("aria-label");
    const seen = plain(element.innerText);
    return name === null || seen === "" || plain(name).includes(seen)
      ? []
      : [`“${element.innerText}” is named “${name}”`];
  });
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\s…]+/g, " ")
    .trim();
