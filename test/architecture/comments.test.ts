import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./sourceFiles.js";

/** Opens a clause without a head: "What is asked for", "How it ended", "Of the call that began it". */
const HEADLESS = /^(?:What|How|Who|Whoever|Whom|Where|When|Why|Of)\b/;

/** First sentences of a file's doc comments, each with its line. */
function docComments(path: string, text: string): readonly { readonly at: string; readonly first: string }[] {
  return [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map((match) => ({
    at: `${path}:${text.slice(0, match.index).split("\n").length}`,
    first: (match[1] ?? "").replace(/^\s*\*?\s*/, "").split("\n")[0] ?? "",
  }));
}

const headless = (path: string, text: string) =>
  docComments(path, text).filter(({ first }) => HEADLESS.test(first));

describe("a doc comment of src", () => {
  const files = repositoryFiles().filter(({ path }) => path.startsWith("src/"));

  it("is found", () => {
    expect(files.flatMap(({ path, text }) => docComments(path, text)).length).toBeGreaterThan(1000);
  });

  it("begins with a noun or a verb", () => {
    const wrong = files.flatMap(({ path, text }) => headless(path, text));
    expect(wrong.map(({ at, first }) => `${at} ${first}`)).toEqual([]);
  });

  it.each([
    ["/** What is asked for. */", 1],
    ["/**\n * How it ended.\n */", 1],
    ["/** Request of a run. */\n/** Whether it ended. */", 0],
  ])("is judged by its first word: %j", (text, count) => {
    expect(headless("a.ts", text)).toHaveLength(count);
  });
});
