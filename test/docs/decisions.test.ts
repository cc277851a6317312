import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument, root } from "./documents.js";

interface Decision {
  readonly title: string;
  readonly text: string;
}

/** The sections of `src/DECISIONS.md`: one decision each. */
const readDecisions = (markdown: string): readonly Decision[] =>
  [...markdown.matchAll(/^### (.+)\n([\s\S]*?)(?=^##|(?![\s\S]))/gm)].map(([, title = "", text = ""]) => ({
    title,
    text,
  }));

/** Whatever a decision lacks. */
function faultsOf({ title, text }: Decision): readonly string[] {
  const faults: string[] = [];
  if (!/ \(\d{4}-\d{2}-\d{2}(?:, \d{4}-\d{2}-\d{2})*\)$/.test(title)) faults.push("no date");
  const steps = [...text.matchAll(/^- \*\*(.+?):\*\*/gm)].map(([, step]) => step);
  if (steps.join() !== "Context,Discarded,Chosen,Consequence,Held by") faults.push(`steps: ${steps.join()}`);
  const holder = /^- \*\*Held by:\*\* (.+)$/m.exec(text)?.[1] ?? "";
  const tests = [...holder.matchAll(/`(test\/[\w./-]+\.test\.tsx?)`/g)].map(([, path = ""]) => path);
  if (tests.length === 0 && !/^review\b/.test(holder)) faults.push("held by nothing");
  faults.push(...tests.filter((path) => !existsSync(root + path)).map((path) => `${path} is gone`));
  return faults.map((fault) => `${title}: ${fault}`);
}

const markdown = readDocument("src/DECISIONS.md");
const decisions = readDecisions(markdown);

describe("src/DECISIONS.md", () => {
  it("names for each decision its date, its five steps, and a test that exists or a review", () => {
    expect(decisions.length).toBeGreaterThan(50);
    expect(decisions).toHaveLength(markdown.match(/^### /gm)?.length ?? 0);
    expect(decisions.flatMap(faultsOf)).toEqual([]);
  });

  it("leaves few decisions to review", () => {
    const reviewed = decisions.filter(({ text }) => /^- \*\*Held by:\*\* review\b/m.test(text));
    expect(reviewed.length).toBeLessThanOrEqual(6);
  });

  it("would report a decision that nothing holds", () => {
    const steps = "- **Context:** a\n- **Discarded:** b\n- **Chosen:** c\n- **Consequence:** d\n";
    const [loose, gone, bare] = readDecisions(
      `### Loose (2026-11-23)\n\n${steps}- **Held by:** hope\n` +
        `### Gone (2026-11-23)\n\n${steps}- **Held by:** \`test/docs/gone.test.ts\`\n## Area\n### Bare\n`,
    ).map(faultsOf);
    expect(loose).toEqual(["Loose (2026-11-23): held by nothing"]);
    expect(gone).toEqual(["Gone (2026-11-23): test/docs/gone.test.ts is gone"]);
    expect(bare).toEqual(["Bare: no date", "Bare: steps: ", "Bare: held by nothing"]);
  });
});

describe("the dependencies of package.json", () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(
    readFileSync(`${root}package.json`, "utf8"),
  ) as Record<"dependencies" | "devDependencies" | "peerDependencies", Record<string, string>>;

  it("have a reason each", () => {
    const cells = markdown
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.split("|")[1] ?? "");
    const named = new Set(cells.flatMap((cell) => cell.split(/[\s,()]+/)));
    const names = Object.keys({ ...dependencies, ...peerDependencies });
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !named.has(name))).toEqual([]);
  });

  it("are ranges, and tools exact versions", () => {
    for (const [name, range] of Object.entries(dependencies)) expect(range, name).toMatch(/^\^\d/);
    for (const [name, version] of Object.entries(devDependencies))
      expect(version, name).toMatch(/^(?:npm:[@\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });
});
