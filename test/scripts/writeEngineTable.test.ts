import { expect, it } from "vitest";
import { writeEngineTable } from "../../scripts/engines/writeEngineTable.ts";

const reportOf = (statuses: Record<string, string>) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  testResults: [
    {
      name: "/root/test/keys.browser.test.tsx",
      status: "passed",
      assertionResults: Object.entries(statuses).map(([fullName, status]) => ({ fullName, status })),
    },
  ],
});

it("tells of each case where it ran, where it failed, and where it was left out and why", () => {
  const table = writeEngineTable(
    [
      {
        name: "chromium",
        version: undefined,
        report: reportOf({ "undo by keys": "passed", "a | b": "passed", lost: "passed" }),
      },
      {
        name: "webkit",
        version: "WebKitGTK 2.50.6",
        report: reportOf({ "undo by keys": "skipped", "a | b": "failed" }),
      },
    ],
    [
      {
        engines: ["webkit"],
        file: "test/keys.browser.test.tsx",
        test: "undo",
        why: "Its driver delivers no undo key.",
      },
      { engines: ["firefox"], file: "test/keys.browser.test.tsx", why: "Not of this engine." },
    ],
    "/root/",
  );
  expect(table.split("\n").filter((line) => /^[|\-\d]/.test(line))).toEqual([
    "- Chromium",
    "- WebKit: WebKitGTK 2.50.6",
    "| file | Chromium | WebKit |",
    "| --- | --- | --- |",
    "| test/keys.browser.test.tsx | 3 of 3 | 0 of 3 |",
    "1. Its driver delivers no undo key.",
    "2. Not of this engine.",
    "| case | Chromium | WebKit |",
    "| --- | --- | --- |",
    "| undo by keys | ✓ | – 1 |",
    "| a \\| b | ✓ | **fails** |",
    "| lost | ✓ | not run |",
  ]);
});
