import ts from "typescript";
import { root } from "./documents.js";
import type { Snippet } from "./documents.js";

/** Type-checks snippets as files of this folder, against the source; one line for each fault. */
export function compileSnippets(snippets: readonly Snippet[]): readonly string[] {
  const texts = new Map(snippets.map(({ file, text }) => [`${root}test/docs/${file}`, text]));
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ["README.md"] },
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...texts.keys()], options, host))
    .filter(({ file }) => file === undefined || texts.has(file.fileName))
    .map(({ file, messageText, start }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName.split("/").at(-1) ?? "options"}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
}
