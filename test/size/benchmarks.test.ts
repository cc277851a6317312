import { expect, it } from "vitest";
import { findStale } from "../../bench/size/findStale.ts";
import { measureEntries, measureWidgets } from "../../bench/size/measureEntries.ts";
import { readPeerSizes, readPinnedVersions } from "../../bench/size/peerSizes.ts";
import { readSizes } from "../../bench/size/readSizes.ts";
import { toMarkdown, toSentence } from "../../bench/size/toMarkdown.ts";

it("finds the sizes of docs/benchmarks.md as they are, within a tenth (else run: npm run bench -- size --write)", async () => {
  const measured = toMarkdown(await measureEntries(), await measureWidgets({ peers: false }));
  expect(findStale(readSizes("docs/benchmarks.md"), measured)).toEqual([]);
}, 120_000);

it("tells the peers' sizes of the versions that are pinned (else run: npm run bench -- size --write)", () => {
  expect(readPeerSizes().versions).toEqual(readPinnedVersions());
});

it("tells a size that changed by more than a tenth, and a row that is new", () => {
  const entry = { name: "`a`", source: "", isForPages: true, own: 10, delivered: 20, withForms: 30 };
  const written = toMarkdown([entry], []);
  expect(findStale(written, toMarkdown([{ ...entry, own: 10.9 }], []))).toEqual([]);
  expect(findStale(written, toMarkdown([{ ...entry, own: 11.2 }], []))).toHaveLength(1);
  expect(findStale(written, toMarkdown([{ ...entry, withForms: 34 }], []))).toHaveLength(1);
  expect(findStale(written, toMarkdown([{ ...entry, name: "`b`" }], []))).toHaveLength(1);
  expect(findStale(written, toMarkdown([entry, entry], []))).toHaveLength(1);
});

it("gives the panel's sizes in the README as docs/benchmarks.md has them (else run: npm run bench -- size --write)", () => {
  const rows = readSizes("docs/benchmarks.md").split("\n");
  const row = rows.find((line) => line.includes("`ImageNodePanel`")) ?? "";
  const [delivered = 0, withForms = 0] = row.split("|").slice(3, 5).map(Number);
  expect(delivered).toBeGreaterThan(30);
  expect(readSizes("README.md")).toBe(toSentence({ delivered, withForms }));
});
