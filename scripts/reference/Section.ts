import type { Links } from "./Links.ts";
import type { Export } from "./readExports.ts";

/** What all parts of one section need to write themselves. */
export interface Section {
  readonly of: Export;
  readonly links: Links;
}

/** Replaces `{@link Name}` by links or code. */
export function linkWords(text: string, { of, links }: Section): string {
  return text.replaceAll(/\{@link ([^{}]+)\}/g, (_whole, inner: string) => {
    const [name = "", ...words] = inner.split(/[\s|]/).filter((word) => word !== "");
    return words.length > 0 ? words.join(" ") : (links.find(name, of) ?? `\`${name}\``);
  });
}
