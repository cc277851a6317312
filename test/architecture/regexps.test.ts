import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint();
const RULES = /^regexp\/no-super-linear-/;

/** Lints a file of one regular expression, as if it stood in a folder. */
async function findSlow(folder: string, pattern: string): Promise<string[]> {
  const [result] = await eslint.lintText(`export const pattern = ${pattern};\n`, {
    filePath: `${folder}/example.ts`,
  });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? "").filter((rule) => RULES.test(rule));
}

describe("a regular expression that goes back over what it read", () => {
  it.each(["src/contract", "src/server/http", "stories", "scripts", "bench", ".storybook", "test/hostile"])(
    "is refused in %s",
    async (folder) => expect(await findSlow(folder, String.raw`/\/+$/`)).not.toEqual([]),
  );

  it.each([
    String.raw`/\.+$/`,
    String.raw`/\s+$/`,
    String.raw`/^(?:a+)+$/`,
    String.raw`/^\s*\}{0,2}\s*$/`,
    String.raw`/<[^>]*>/g`,
    String.raw`/\d+ passed/`,
    String.raw`new RegExp("\\/+$")`,
  ])("is refused as %s", async (pattern) => expect(await findSlow("src/server", pattern)).not.toEqual([]));

  it.each([String.raw`/(?<!\/)\/+$/`, String.raw`/^\/+/`, String.raw`/\/$/`, String.raw`/<[^<>]*>/g`])(
    "is not seen in %s",
    async (pattern) => expect(await findSlow("src/server", pattern)).toEqual([]),
  );
});
