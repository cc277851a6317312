import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { selectSteps } from "../../scripts/test/selectSteps.ts";
import { EVERYDAY } from "../engines/EVERYDAY.js";
import { STEPS } from "../../scripts/test/steps.ts";

const FILES = [
  "stories/PreviewRun.stories.tsx",
  "stories/support/PreviewBoard.tsx",
  "test/chromium.ts",
  "test/mounting/nextRoute.package.test.ts",
  "test/package/vite.package.test.ts",
  "test/prompt-editor/mouse.e2e.test.ts",
  "test/prompt-editor/undo.browser.test.tsx",
  "test/prompt-editor/value.dom.test.tsx",
  "test/react/preview.ssr.test.tsx",
  "test/server/png.test.ts",
  "test/types/props.test-d.tsx",
];
const WHOLE = ["types", "lint", "unit", "browser", "stories", "end-to-end", "engines", "package"];

const select = (...patterns: readonly string[]) => {
  const { selected, leftOut, unmatched } = selectSteps(STEPS, FILES, patterns);
  return { files: Object.fromEntries(selected.map((one) => [one.step.name, one.files])), leftOut, unmatched };
};

describe("the tests that a pattern selects", () => {
  it("are all, with types and lint before them, where there is no pattern", () => {
    const { files, leftOut, unmatched } = select();
    expect(Object.keys(files)).toEqual(WHOLE);
    expect(files.types).toEqual([]);
    expect(files.unit).toEqual([
      "test/prompt-editor/value.dom.test.tsx",
      "test/react/preview.ssr.test.tsx",
      "test/server/png.test.ts",
      "test/types/props.test-d.tsx",
    ]);
    expect(files.package).toEqual([
      "test/mounting/nextRoute.package.test.ts",
      "test/package/vite.package.test.ts",
    ]);
    expect([leftOut, unmatched]).toEqual([[], []]);
  });

  it("are of every kind, and what has none of them is named", () => {
    expect(select("prompt-editor")).toEqual({
      files: {
        unit: ["test/prompt-editor/value.dom.test.tsx"],
        browser: ["test/prompt-editor/undo.browser.test.tsx"],
        "end-to-end": ["test/prompt-editor/mouse.e2e.test.ts"],
        engines: ["test/prompt-editor/undo.browser.test.tsx"],
      },
      leftOut: [
        "types (runs without a pattern only)",
        "lint (runs without a pattern only)",
        "stories (no file matches)",
        "package (no file matches)",
      ],
      unmatched: [],
    });
  });

  it("are those of each of several patterns, each file once", () => {
    expect(select("undo", "prompt-editor/undo", "vite").files).toEqual({
      browser: ["test/prompt-editor/undo.browser.test.tsx"],
      engines: ["test/prompt-editor/undo.browser.test.tsx"],
      package: ["test/package/vite.package.test.ts"],
    });
  });

  it.each([
    ["a path", "test/server/png.test.ts"],
    ["a folder", "test/server/"],
    ["a path from here", "./test/server/png"],
    ["another system's path", "test\\server\\png.test.ts"],
    ["other capitals", "PNG"],
  ])("are found by %s", (_, pattern) => {
    expect(select(pattern).files).toEqual({ unit: ["test/server/png.test.ts"] });
  });

  it("are none for a pattern that is part of no test's path, which is named", () => {
    expect(select("pictures", "undo").unmatched).toEqual(["pictures"]);
    // These are files, but no tests.
    expect(select("support/PreviewBoard", "chromium").unmatched).toEqual([
      "support/PreviewBoard",
      "chromium",
    ]);
  });
});

it("puts each test of the repository in exactly one step, and repeats some of the browser's in other engines", () => {
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const tests = globSync(
    ["test/**/*.test.{ts,tsx}", "test/**/*.test-d.{ts,tsx}", "stories/**/*.stories.tsx"],
    {
      cwd,
    },
  );
  expect(tests.length).toBeGreaterThan(200);
  const own = STEPS.filter(({ name }) => name !== "engines");
  const stepsOf = (file: string) => own.filter(({ files }) => files?.test(file.replaceAll("\\", "/")));
  const repeated = tests.filter((file) => STEPS.find(({ name }) => name === "engines")?.files?.test(file));
  expect(repeated).toEqual(tests.filter((file) => EVERYDAY.includes(file)));
  expect(tests.filter((file) => stepsOf(file).length !== 1)).toEqual([]);
});
