import { warnAboutProp } from "./describeProp.js";

/** Warns about variables that are no list, or about an entry that is no object. */
export function warnAboutVariables(component: string, value: unknown): void {
  if (Array.isArray(value)) {
    warnAboutProp({
      component,
      prop: "an entry of variables",
      value: value.find((source) => Object(source) !== source),
      expected: "an object with a slug",
      instead: "The entry is left out.",
    });
    return;
  }
  warnAboutProp({
    component,
    prop: "variables",
    value,
    expected: 'a list with one entry per earlier node: [{ slug: "trigger", sample }]',
    instead: "It goes on without variables.",
  });
}
