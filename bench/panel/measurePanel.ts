import { interleave } from "../interleave.ts";
import { servePages } from "../servePages.ts";
import type { Pages } from "../servePages.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { UNSTYLED, visitGallery, visitPanel } from "./visitPanel.ts";
import type { PanelFigures } from "./visitPanel.ts";

const PANEL_ROUNDS = 4;
const GALLERY_ROUNDS = 3;
const PANELS = ["bare", "ours", `ours${UNSTYLED}`, "rjsf"] as const;
const GALLERIES = ["pictures", "gallery"] as const;

/** The whole panel beside the same configuration as a form of `@rjsf/core`, and a gallery of 200 beside bare images. */
export async function measurePanel(): Promise<readonly Table[]> {
  const pages = await servePages("panel");
  try {
    return [await measurePanels(pages), await measureGalleries(pages)];
  } finally {
    await pages.close();
  }
}

async function measurePanels(pages: Pages): Promise<Table> {
  const rounds = await interleave(PANELS, PANEL_ROUNDS, (name) => visitPanel(pages, name));
  const figure = (name: (typeof PANELS)[number], key: keyof PanelFigures) =>
    median((rounds.get(name) ?? []).map((figures) => figures[key]));
  const columns: readonly (readonly [string, keyof PanelFigures])[] = [
    ["first paint", "first"],
    ["with catalog", "whole"],
    ["mount CPU", "cpu"],
    ["again", "again"],
    ["key CPU", "key"],
    ["key paint", "painted"],
    ["key renders", "renders"],
    ["mode CPU", "modeCpu"],
    ["mode paint", "mode"],
  ];
  const ratio = (key: keyof PanelFigures) => figure("ours", key) / figure("rjsf", key);
  return {
    title: "Panel: the same configuration",
    unit: "ms, CPU of the main thread where it says so; renders are components rendered per key",
    columns: columns.map(([title]) => title),
    rows: PANELS.map((name) => ({ name, values: columns.map(([, key]) => figure(name, key)) })),
    notes: [
      `ours${UNSTYLED} is as rjsf is, which brings no look: ${(figure(`ours${UNSTYLED}`, "first") / figure("rjsf", "first")).toFixed(2)} × its first paint`,
      "ours has the preview, variable completion and popups, rjsf (validator-ajv8) the form alone, bare neither",
      "again: mounted a third time in the same page, as when another node is opened",
    ],
    goals: [
      {
        text: `first paint, with preview and look, ≤ @rjsf/core: ${ratio("first").toFixed(2)} × it`,
        reached: ratio("first") <= 1,
        reason: "ours lays out and paints its look and the preview",
      },
      below(
        "CPU per key in the prompt below rjsf",
        ratio("key"),
        "ours paints the variables and keeps the list ready",
      ),
      below(
        "switching mode, CPU below rjsf",
        ratio("modeCpu"),
        "ours keeps each mode's editor, and adds a select",
      ),
    ],
  };
}

async function measureGalleries(pages: Pages): Promise<Table> {
  const rounds = await interleave(GALLERIES, GALLERY_ROUNDS, (name) => visitGallery(pages, name));
  const columns = [
    ["first paint", "first"],
    ["mount CPU", "cpu"],
    ["scroll CPU", "scroll"],
    ["elements", "elements"],
  ] as const;
  return {
    title: "A gallery of 200 pictures",
    unit: "ms; scrolling is CPU of the main thread for the whole way down",
    columns: columns.map(([title]) => title),
    rows: GALLERIES.map((name) => ({
      name: name === "gallery" ? "ours" : "bare images",
      values: columns.map(([, key]) => median((rounds.get(name) ?? []).map((figures) => figures[key]))),
    })),
    goals: [],
  };
}

function below(text: string, ratio: number, reason: string) {
  return { text: `${text}: ${ratio.toFixed(2)} × it`, reached: ratio < 1, reason };
}
