import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { PROVIDERS } from "../../src/server/models/providers/providers.js";
import { CASES } from "../server/providers/cases/index.js";
import { providersTable } from "../server/providers/providersTable.js";
import { root } from "./documents.js";

const TABLE = "stories/tables/providers.md";
const GUIDE = "docs/providers.md";
const SECTION = /(<!-- providers:[^\n]*-->\n)[\s\S]*?(<!-- \/providers -->)/;
const read = (path: string) => (existsSync(`${root}${path}`) ? readFileSync(`${root}${path}`, "utf8") : "");

describe("the table of providers", () => {
  it("has a tested case for every file, and a file for every case", () => {
    expect(CASES.map(({ provider }) => provider.name).sort()).toEqual(
      PROVIDERS.map(({ name }) => name).sort(),
    );
  });

  // `WRITE=1 npm exec vitest -- run --project node test/docs/providers.test.ts` writes it.
  it("is what the tests show, in the guide and in Storybook", async () => {
    const table = await format(providersTable(CASES), { parser: "markdown", printWidth: 160 });
    const guide = read(GUIDE).replace(
      SECTION,
      (_, open: string, close: string) => `${open}\n${table}\n${close}`,
    );
    if (process.env.WRITE) {
      writeFileSync(`${root}${TABLE}`, table);
      writeFileSync(`${root}${GUIDE}`, guide);
    }
    expect(read(TABLE)).toBe(table);
    expect(read(GUIDE)).toBe(guide);
  });
});
