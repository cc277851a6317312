import { entries } from "../api/entries.ts";
import { Links, headingOf } from "./Links.ts";
import { readExports } from "./readExports.ts";
import type { Export, Exports, Role } from "./readExports.ts";
import { writeSection } from "./writeSection.ts";

const ORDER: readonly Role[] = [
  "namespace",
  "part",
  "hook",
  "function",
  "class",
  "constant",
  "type",
  "inner",
];
const GROUPS: Readonly<Record<Role, string>> = {
  namespace: "Namespaces",
  part: "Parts",
  hook: "Hooks",
  function: "Functions",
  class: "Classes",
  constant: "Constants",
  type: "Types",
  inner: "Types without an export",
};

/** The files of docs/reference/ by name, made from the doc comments of the source. */
export function describeReference(): Readonly<Record<string, string>> {
  const exports = readExports();
  const links = new Links(exports.list);
  for (const part of exports.list.filter(({ role }) => role === "part")) {
    for (const suffix of ["Props", "State"]) {
      const inside = exports.list.find(
        ({ name, entry }) => entry === part.entry && name === part.name.replace(".", "") + suffix,
      );
      if (inside) links.describeInside(inside.name, part);
    }
  }
  const shown = exports.list.filter((one) => !links.isInside(one));
  const pages = [...new Set(shown.map(({ page }) => page))].sort();
  return Object.fromEntries([
    ["README.md", writeIndex(pages, shown, links)],
    ...pages.map(
      (page) =>
        [
          page,
          writePage(
            page,
            shown.filter((one) => one.page === page),
            exports,
            links,
          ),
        ] as const,
    ),
  ]);
}

/** "image-generation-node: config form" for a page of the root entry, else the entry. */
function titleOf(page: string): string {
  const [folder = "", family] = page.replace(/\.md$/, "").split("/");
  const { specifier } = entries.find(({ name }) => name === folder) ?? { specifier: folder };
  return family === undefined ? specifier : `${specifier}: ${family.replaceAll("-", " ")}`;
}

/** Sorted by role; parts as their namespace has them, the rest by name. */
function sortSections(list: readonly Export[]): readonly Export[] {
  return ORDER.flatMap((role) => {
    const some = list.filter((one) => one.role === role);
    return role === "part" ? some : some.sort((one, other) => (one.name < other.name ? -1 : 1));
  });
}

function writePage(page: string, list: readonly Export[], exports: Exports, links: Links): string {
  const sections = sortSections(list);
  const contents = ORDER.flatMap((role) => {
    const some = sections.filter((one) => one.role === role);
    const names = some.map((one) => links.to(one, page, headingOf(one)));
    return names.length > 0 ? [`**${GROUPS[role]}:** ${names.join(" · ")}`] : [];
  });
  const up = page.includes("/") ? "../README.md" : "README.md";
  return `${[
    `# ${titleOf(page)}`,
    `[Reference](${up}). Made from the doc comments by \`npm run reference\`; do not edit.`,
    ...contents,
    ...sections.map((one) => writeSection(one, exports, links)),
  ].join("\n\n")}\n`;
}

function writeIndex(pages: readonly string[], list: readonly Export[], links: Links): string {
  const lines = entries.flatMap(({ name, specifier }) => {
    const own = pages.filter((page) => page === `${name}.md` || page.startsWith(`${name}/`));
    return [
      `## ${specifier}`,
      ...own.map((page) => {
        const names = sortSections(list.filter((one) => one.page === page)).map((one) =>
          links.to(one, "README.md", headingOf(one)),
        );
        return `**[${titleOf(page)}](${page})**: ${names.join(" · ")}`;
      }),
    ];
  });
  return `${[
    "# Reference",
    "Every export of every entry: signature, props or members with types and defaults, `data-*` attributes, errors and examples. Made from the doc comments by `npm run reference`; do not edit.",
    "A part takes `asChild`, `ref`, `className`, `style` and handlers besides its own props. `npm start` serves Storybook: its page Anatomy shows the families, its page Styling the custom properties, and every story a part at work. What the keyboard does stands in [the accessibility statement](../accessibility.md).",
    ...lines,
  ].join("\n\n")}\n`;
}
