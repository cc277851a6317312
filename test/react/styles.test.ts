import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sheet = readFileSync(`${root}src/styles.css`, "utf8");
const files = [...sheet.matchAll(/^@import "\.\/styles\/(.+)";$/gm)].map((match) => match[1] ?? "");
const styles = files
  .map((file) => readFileSync(`${root}src/styles/${file}`, "utf8"))
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\//g, "");
const rules = [...styles.replace(/@keyframes [\w-]+ \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "").matchAll(RULE())].map(
  ([, selector = "", body = ""]) => ({ selectors: splitList(selector), body: body.trim() }),
);
/** The page, and the tables that pages show. */
const stylingPage = ["stories/Styling.mdx", "stories/tables/properties.md"]
  .filter((path) => existsSync(root + path))
  .map((path) => readFileSync(root + path, "utf8"))
  .join("\n");

/** Innermost blocks, so that media and container queries are looked through. */
function RULE() {
  return /(?<![^{};])([^{};]+)\{([^{}]*)\}/g;
}

/** Commas of the list itself, not those inside brackets. */
function splitList(selector: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of selector) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== "");
}

/** What of a selector counts: everything outside of `:where()`, without its element behind `::`. */
function counted(selector: string): string {
  let rest = selector;
  for (let start = rest.indexOf(":where("); start >= 0; start = rest.indexOf(":where(")) {
    let end = start + ":where(".length;
    for (let depth = 1; depth > 0 && end < rest.length; end += 1) {
      if (rest[end] === "(") depth += 1;
      if (rest[end] === ")") depth -= 1;
    }
    rest = rest.slice(0, start) + rest.slice(end);
  }
  return rest.replace(/::[\w-]+(\([^)]*\))?/g, "").replace(/[>+~\s]/g, "");
}

describe("the style sheet", () => {
  it("shows every picture that can be used in full colour", () => {
    const pale = rules.filter(({ body }) => /(?:^|;)\s*opacity:\s*0/.test(body));
    const pictures = /preview-(?:image|thumb|thumb-picture)"/;
    expect(pale.flatMap(({ selectors }) => selectors).filter((each) => pictures.test(each))).toEqual([]);
  });

  it("is made of every file of its folder, each once", () => {
    expect([...files].sort()).toEqual(readdirSync(`${root}src/styles`).sort());
    expect(rules.length).toBeGreaterThan(250);
  });

  it("counts one attribute per rule, so that any later class of a host wins and no reset does", () => {
    const wrong = rules
      .flatMap(({ selectors }) => selectors)
      .filter((selector) => !/^\[data-imagenode-part(="[a-z-]+")?\]$/.test(counted(selector)))
      // Custom properties stand on elements of the host, and count nothing there.
      .filter((selector) => counted(selector) !== "" && !selector.startsWith("::highlight("));
    expect(wrong).toEqual([]);
    expect(styles).not.toMatch(/!important|@layer|^\.|#\w+ \{/m);
  });

  it("says nothing twice", () => {
    const selectorsOf = new Map<string, string[]>();
    for (const { selectors, body } of rules) {
      const declarations = body.split(";").map((line) => line.replace(/\s+/g, " ").trim());
      if (declarations.filter((line) => line !== "").length < 3) continue;
      const key = declarations.sort().join(";");
      selectorsOf.set(key, [...(selectorsOf.get(key) ?? []), selectors.join(", ")]);
    }
    expect([...selectorsOf.values()].filter(({ length }) => length > 1)).toEqual([]);
  });

  it("sizes text by the reader's own size", () => {
    expect(styles.match(/font-size: [\d.]+px/g) ?? []).toEqual([]);
  });

  it("documents every custom property that it sets, and uses no other", () => {
    const rows = [...stylingPage.matchAll(/^\| (`--imagenode-[^|]+) \|/gm)].map((match) => match[1] ?? "");
    const documented = rows.flatMap((row) =>
      [...row.matchAll(/`-?-?(?:imagenode-)?([\w-]+)`/g)].map((match) => `--imagenode-${match[1]}`),
    );
    const set = [...styles.matchAll(/^ {2}(--imagenode-[\w-]+):/gm)].map((match) => match[1] ?? "");
    expect([...new Set(set)].sort()).toEqual([...documented].sort());
    // Set by a part on itself, for its own geometry.
    const own = ["depth", "height", "split", "width"].map((name) => `--imagenode-${name}`);
    const used = [...styles.matchAll(/var\((--imagenode-[\w-]+)/g)].map((match) => match[1] ?? "");
    expect([...new Set(used)].filter((name) => ![...set, ...own].includes(name))).toEqual([]);
  });

  it("keeps both schemes when a host's build rewrites it for old browsers", async () => {
    const built = await build({
      configFile: false,
      logLevel: "silent",
      build: { write: false, rolldownOptions: { input: `${root}src/styles.css` } },
    });
    const { output } = (Array.isArray(built) ? built[0] : built) as { output: { source?: unknown }[] };
    const shipped = output.map(({ source }) => String(source ?? "")).join("");
    expect(shipped).toMatch(/--imagenode-accent:light-dark\(oklch/);
    expect(shipped).toMatch(/--imagenode-accent:oklch/);
    expect(shipped).not.toMatch(/--imagenode-[\w-]+:[^;}]*--lightningcss/);
  });
});
