/// <reference types="vite/client" />
const SOURCES = import.meta.glob<string>("../../src/react/**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What Radix and the tests set. */
const NOT_OURS =
  /^data-(?:imagenode-part|testid|state|orientation|radix-.*|side|align|highlighted|placeholder)$/;

/** The families that are held to it. */
export const FAMILIES =
  /^(?:(?:config-form|catalog-select|field|mode-switch|model-settings|setting|preview|compare|gallery|panel|picture|zoom|prompt-editor|variable-browser)-|image-node-panel)/;

/** The sources of the parts, by the value of `data-imagenode-part`. */
export const PART_SOURCES: ReadonlyMap<string, string> = new Map(
  Object.entries(SOURCES).map(([path, source]) => [toPart(path), source]),
);

/** Where a part is made in a file of another name. */
const MADE_IN: Readonly<Record<string, string>> = {
  "prompt-editor-browser-item": "variable-browser-item",
};

/** The attributes that a source documents with `@selector`. */
export function documentedIn(source: string): readonly string[] {
  return [
    ...new Set([...source.matchAll(/@selector \[(data-[\w-]+)/g)].map((match) => match[1] ?? "")),
  ].sort();
}

/** The attributes that a source sets, as far as they stand there by name. */
export function setIn(source: string): readonly string[] {
  const names = [...source.matchAll(/(?<![\w[-])"?(data-[\w-]+)"?(?:=|:|\]:| :|,)/g)].map(
    (match) => match[1] ?? "",
  );
  return [...new Set(names)].filter((name) => !/^data-(?:imagenode-part|testid)$/.test(name)).sort();
}

/** The attributes of a rendered part that its source does not document. */
export function undocumentedAttributes(element: Element, part: string): readonly string[] {
  if (!FAMILIES.test(part)) return [];
  const documented = documentedIn(PART_SOURCES.get(MADE_IN[part] ?? part) ?? "");
  return element
    .getAttributeNames()
    .filter((name) => name.startsWith("data-") && !NOT_OURS.test(name) && !documented.includes(name));
}

function toPart(path: string): string {
  const file =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.tsx$/, "") ?? "";
  return file.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}
