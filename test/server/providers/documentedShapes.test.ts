import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ASPECT_RATIOS, RATIO_VALUES } from "image-generation-node/contract";
import type { AspectRatio } from "image-generation-node/contract";
import type { RatioGeometry } from "../../../src/server/models/ModelEntry.js";
import type { Provider } from "../../../src/server/models/providers/Provider.js";
import { PROVIDERS } from "../../../src/server/models/providers/providers.js";

// The documentation that the installed SDK brings along.
const PAGE = new URL("../../../node_modules/ai/docs/03-ai-sdk-core/35-image-generation.mdx", import.meta.url);

/** Shapes that we ask for although the table does not list them, each with the reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {};

/** Row of the table. */
interface Row {
  readonly packageName: string;
  readonly provider: string;
  readonly modelId: string;
  readonly listed: Listed;
}

/** What a row lists. */
interface Listed {
  /** Sizes and ratios, one by one, as they are written. */
  readonly names: readonly string[];
  /** Checks whether a size that is not written out is one of the listed. */
  readonly takesSize: (width: number, height: number) => boolean;
  /** Checks whether a ratio that is not written out is one of the listed. */
  readonly takesRatio: (value: number) => boolean;
}

const valueOf = (shape: string) => {
  const [width = 0, height = 0] = shape.split(/[x:]/).map(Number);
  return width / height;
};

/** Reads the last cell of a row: "1:1, 16:9", "1024x1024, custom", "256-1440 (multiples of 32)" and the like. */
function readListed(cell: string): Listed {
  const names: string[] = [];
  const sizes: ((width: number, height: number) => boolean)[] = [];
  const shapes: ((value: number) => boolean)[] = [];
  let hasSizes = false;
  for (const part of cell.split(", ").map((each) => each.replaceAll("`", "").trim())) {
    const sides = /^(\d+)-(\d+) \(multiples of (\d+)\)$/.exec(part)?.slice(1).map(Number);
    const [, from = "", to = ""] =
      /^(?:From )?(\d+:\d+)(?: \(portrait\))? to (\d+:\d+)(?: \(landscape\))?$/.exec(part) ?? [];
    const megapixels = /^max (\d+(?:\.\d+)?)M pixels$/.exec(part)?.[1];
    if (/^\d+x\d+$/.test(part) || /^[\d.]+:[\d.]+$/.test(part)) names.push(part);
    else if (part === "custom") hasSizes = true;
    else if (sides) {
      const [least = 0, most = 0, step = 1] = sides;
      hasSizes = true;
      sizes.push((...both) => both.every((side) => side >= least && side <= most && side % step === 0));
    } else if (from && to) {
      shapes.push((value) => value >= valueOf(from) && value <= valueOf(to));
    } else if (megapixels) {
      sizes.push((width, height) => width * height <= Number(megapixels) * 1_000_000);
    } else if (part !== "auto") throw new Error(`The table lists ${part}, which nobody here can read.`);
  }
  const takesRatio = (value: number) => shapes.length > 0 && shapes.every((fits) => fits(value));
  return {
    names,
    takesSize: (width, height) =>
      hasSizes &&
      sizes.every((fits) => fits(width, height)) &&
      (shapes.length === 0 || takesRatio(width / height)),
    // Sides that are listed are asked for by size.
    takesRatio: (value) => !hasSizes && takesRatio(value),
  };
}

/** Reads the table "Image Models" of the page. */
function readTable(page: string): Row[] {
  const [, after = ""] = page.split("\n## Image Models\n");
  const lines = after
    .trimStart()
    .split(/\n(?!\|)/)[0]
    ?.split("\n")
    .slice(2);
  return (lines ?? []).map((line) => {
    const [provider = "", model = "", cell = ""] = line
      .split("|")
      .slice(1, -1)
      .map((text) => text.trim());
    const link = /^\[([^\]]+)\]\(\/providers\/ai-sdk-providers\/([\w-]+)(?:#[\w-]+)?\)$/.exec(provider);
    const modelId = /^`([^`]+)`$/.exec(model)?.[1];
    if (!link || !modelId) throw new Error(`Nobody here can read the row ${line}.`);
    return {
      provider: link[1] ?? "",
      packageName: `@ai-sdk/${link[2]}`,
      modelId,
      listed: readListed(cell),
    };
  });
}

const asked = (entry: RatioGeometry) => ("size" in entry ? entry.size : entry.aspectRatio);

function isListed({ names, takesSize, takesRatio }: Listed, entry: RatioGeometry): boolean {
  if (names.includes(asked(entry))) return true;
  if (!("size" in entry)) return takesRatio(valueOf(entry.aspectRatio));
  const [width = 0, height = 0] = entry.size.split("x").map(Number);
  return takesSize(width, height);
}

/** Finds what a row lists that is nearer to a ratio than what is asked for. */
function nearer({ names }: Listed, entry: RatioGeometry, ratio: AspectRatio): string[] {
  const [width, height] = RATIO_VALUES[ratio];
  const distance = (shape: string) => Math.abs(Math.log(valueOf(shape) / (width / height)));
  return names.filter((name) => distance(name) < distance(asked(entry)) - 1e-9);
}

const rows = readTable(readFileSync(PAGE, "utf8"));

function fileOf({ packageName, provider }: Pick<Row, "packageName" | "provider">): Provider {
  const file = PROVIDERS.find((each) => each.packageName === packageName);
  if (file) return file;
  throw new Error(
    `The SDK's table names ${provider} (${packageName}), and no file in src/server/models/providers is for it. ` +
      "Write one, and add it to PROVIDERS.",
  );
}

function entriesOf(row: Row) {
  const { geometry } = fileOf(row).shapes(row.modelId);
  return ASPECT_RATIOS.flatMap((ratio) => {
    const entry = geometry[ratio];
    return entry ? [{ ratio, entry, name: `${row.packageName} ${row.modelId} ${ratio}` }] : [];
  });
}

describe("the table of image models in the SDK's documentation", () => {
  it("is read", () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(new Set(rows.map(({ packageName }) => packageName)).size).toBeGreaterThan(11);
  });

  it.each(rows)("is kept for $modelId of $provider", (row) => {
    const entries = entriesOf(row);
    expect(entries.map(({ ratio }) => ratio)).toContain("square");
    for (const { ratio, entry, name } of entries) {
      if (Object.hasOwn(DIFFERENCES, name)) continue;
      expect(isListed(row.listed, entry), `${ratio} is asked for as ${asked(entry)}`).toBe(true);
      expect(nearer(row.listed, entry, ratio), `${ratio} is asked for as ${asked(entry)}`).toEqual([]);
    }
  });

  it("is departed from only where the difference is written down, and only as long as it is one", () => {
    const found = rows
      .filter(({ packageName }) =>
        Object.keys(DIFFERENCES).some((name) => name.startsWith(`${packageName} `)),
      )
      .flatMap((row) =>
        entriesOf(row)
          .filter(({ entry }) => !isListed(row.listed, entry))
          .map(({ name }) => name),
      );
    expect(Object.keys(DIFFERENCES).filter((name) => !found.includes(name))).toEqual([]);
  });
});

describe("the reader of the table", () => {
  it.each<[cell: string, entry: RatioGeometry, expected: boolean]>([
    ["512x512, 1024x1024", { size: "1024x1024" }, true],
    ["512x512, 1024x1024", { size: "1024x576" }, false],
    ["1024x1024, custom", { size: "1536x864" }, true],
    ["`1:1`, `16:9`, `auto`", { aspectRatio: "16:9" }, true],
    ["`1:1`, `16:9`, `auto`", { aspectRatio: "3:2" }, false],
    ["1:1, 16:9", { size: "1600x900" }, false],
    ["256-1440 (multiples of 32)", { size: "1344x768" }, true],
    ["256-1440 (multiples of 32)", { size: "1360x768" }, false],
    ["256-1440 (multiples of 32)", { size: "1536x864" }, false],
    ["256-1440 (multiples of 32)", { aspectRatio: "16:9" }, false],
    ["320-4096 (multiples of 16), 1:4 to 4:1, max 4.2M pixels", { size: "1536x864" }, true],
    ["320-4096 (multiples of 16), 1:4 to 4:1, max 4.2M pixels", { size: "4096x2304" }, false],
    ["320-4096 (multiples of 16), 1:4 to 4:1, max 4.2M pixels", { size: "1600x320" }, false],
    ["From 3:7 (portrait) to 7:3 (landscape)", { aspectRatio: "9:16" }, true],
    ["From 3:7 (portrait) to 7:3 (landscape)", { aspectRatio: "1:3" }, false],
  ])("finds in %j that %j is listed: %s", (cell, entry, expected) => {
    expect(isListed(readListed(cell), entry)).toBe(expected);
  });

  it("finds what would be nearer", () => {
    const listed = readListed("1024x1024, 1536x1024, 1820x1024");
    expect(nearer(listed, { size: "1536x1024" }, "landscape")).toEqual(["1820x1024"]);
    expect(nearer(listed, { size: "1820x1024" }, "landscape")).toEqual([]);
  });

  it("gives up on words that it does not know", () => {
    expect(() => readListed("1:1, any")).toThrow("any");
    expect(() => readTable("\n## Image Models\n\n| a | b | c |\n| - | - | - |\n| x | `y` | 1:1 |\n")).toThrow(
      "x",
    );
  });

  it("names the provider that has no file", () => {
    expect(() => fileOf({ packageName: "@ai-sdk/nobody", provider: "Nobody" })).toThrow(
      /Nobody \(@ai-sdk\/nobody\).*PROVIDERS/,
    );
  });
});
