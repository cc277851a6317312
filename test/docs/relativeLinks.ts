/** Files that a document links to or shows, relative to it and without fragments. Links within the document are left out. */
export function relativeLinks(text: string): readonly string[] {
  return readTargets(text)
    .map((target) => target.split("#")[0] ?? "")
    .filter((target) => target !== "");
}

/** Links to headings: the file, which is empty for the document itself, and the fragment. */
export function fragmentLinks(text: string): readonly (readonly [file: string, fragment: string])[] {
  return readTargets(text)
    .map((target) => target.split("#"))
    .flatMap(([file = "", fragment]) => (fragment === undefined ? [] : [[file, fragment] as const]));
}

/** Fragments of a document's headings, as they are where Markdown is shown. */
export function headingFragments(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
    words
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** Targets outside of code: of links, and of the elements that show a picture. */
function readTargets(text: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/``[^\n]*?``|`[^`\n]*`/g, "code");
  const links = [
    ...prose.matchAll(/\]\(([^)\s]+)\)/g),
    ...prose.matchAll(/\b(?:src|srcset|href)="([^"\s]+)"/g),
  ];
  return links.map(([, target = ""]) => target).filter((target) => !/^[a-z]+:/.test(target));
}
