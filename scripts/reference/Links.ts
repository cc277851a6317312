import { posix } from "node:path";
import type { Export } from "./readExports.ts";

/** Where the reference describes each export. */
export class Links {
  readonly #byName = new Map<string, readonly Export[]>();
  /** Names that another section describes, such as the props of a part. */
  readonly #inside = new Map<string, Export>();

  constructor(list: readonly Export[]) {
    for (const one of list) this.#byName.set(one.name, [...(this.#byName.get(one.name) ?? []), one]);
  }

  /** Says that a section has what this name would describe. */
  describeInside(name: string, section: Export): void {
    this.#inside.set(name, section);
  }

  /** Whether another section describes it. */
  isInside(one: Export): boolean {
    return one.entry.name === "root" && this.#inside.has(one.name);
  }

  /** Link to a name from an entry's page, as Markdown; `null` where the reference does not have it. */
  find(name: string, from: Export): string | null {
    const candidates = this.#byName.get(name) ?? [];
    const found = candidates.find(({ entry }) => entry.name === from.entry.name) ?? candidates[0];
    if (!found) return null;
    const section = this.#inside.get(name) ?? found;
    return this.to(section, from.page, name);
  }

  /** Link to a section from a page. */
  to(section: Export, page: string, words: string): string {
    const path = section.page === page ? "" : posix.relative(posix.dirname(page), section.page);
    return `[\`${words}\`](${path}#${anchorOf(section)})`;
  }
}

/** Heading of a section: the name within a namespace, where it has just one. */
export function headingOf({ name, members }: Export): string {
  const [only, ...others] = members;
  return only !== undefined && others.length === 0 ? only : name;
}

/** Fragment that a heading gets where Markdown is shown. */
function anchorOf(section: Export): string {
  return headingOf(section)
    .toLowerCase()
    .replaceAll(/[^\w-]/g, "");
}
