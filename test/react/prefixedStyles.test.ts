import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Properties that Safari 17 knows only by WebKit's name. */
const PREFIXED = /^ *(user-select|backdrop-filter): (.+);$/gm;

it.each(globSync("src/styles/*.css"))("says to Safari what it says to others: %s", (file) => {
  const text = readFileSync(file, "utf8");
  for (const [, property, value] of text.matchAll(PREFIXED))
    expect(text).toContain(`-webkit-${property}: ${value};\n  ${property}: ${value};`);
});
