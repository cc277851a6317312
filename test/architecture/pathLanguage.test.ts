import { expect, it } from "vitest";
import { repositoryFiles } from "./sourceFiles.js";

it("keeps createPathLanguage out of every page that does not name it", () => {
  const importers = repositoryFiles()
    .filter(({ path }) => path.startsWith("src/") && !path.startsWith("src/template/path-language/"))
    .filter(({ text }) => /from "[^"]*(?:createPathLanguage|path-language\/[a-z]\w*)\.js"/.test(text))
    .map(({ path }) => path);
  expect(importers.sort()).toEqual(["src/template/createPathLanguage.ts", "src/template/index.ts"]);
});
