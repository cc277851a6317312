import type { Item } from "./readTree.js";

const NAMED =
  /^(?:button|link|radio|checkbox|switch|tab|option|image|combobox|searchbox|textbox|spinbutton|slider|treeitem|dialog|listbox|tree|radiogroup|tablist)\b/;
/** A role without a name: nothing after it, or states at once. */
const NAMELESS =
  /^\w+(?:, (?:collapsed|expanded|(?:not )?(?:pressed|checked)|selected|disabled|invalid|required|\d+ of \d+|has popup \w+))*(?:: “.*”)?$/;

/** Finds what nobody should have to hear: controls without a name, words said twice in a row, hashes, JSON and source text. */
export function findSpokenFaults(items: readonly Item[]): string[] {
  return items.flatMap(({ words, element }, index) => {
    const faults: string[] = [];
    const fault = (what: string) => faults.push(`${what}: ${words}`);
    if (NAMED.test(words) && NAMELESS.test(words)) fault("no name");
    const [, name, description] = words.split(", ");
    if (name !== undefined && name === description) fault("the description repeats the name");
    if (items[index - 1]?.words === words && !element.matches("li *")) fault("said twice");
    if (/[0-9a-f]{24}/.test(words)) fault("a hash");
    if (/[{[]"|":|undefined|\[object |NaN/.test(words)) fault("no words");
    return faults;
  });
}
