import { readFileSync } from "node:fs";
import { ASPECT_RATIOS } from "image-generation-node/contract";
import type { Geometry } from "image-generation-node/server";
import type { ModelCase, ProviderCase } from "./ProviderCase.js";
import { referencesTable } from "./referencesTable.js";
import { settingsTable } from "./settingsTable.js";

/** Writes what the cases of all providers show, as two tables and a list of Markdown. */
export function providersTable(cases: readonly ProviderCase[]): string {
  const sorted = cases.toSorted((one, other) => one.provider.name.localeCompare(other.provider.name));
  const head = ["provider", "package", "image arrives", ...Object.values(REFUSALS), "reports"];
  const rows = sorted.map(({ provider, refusals, ends = [], reported }) => {
    const kinds = new Set<string>([...refusals, ...ends].map(({ kind }) => kind));
    return [
      provider.name,
      `\`${provider.packageName}\` ${versionOf(provider.packageName)}`,
      ARRIVALS[provider.delivers] + (provider.polls ? ", after polling" : ""),
      ...Object.keys(REFUSALS).map((kind) => (kinds.has(kind) ? "read" : "–")),
      reported?.unit ?? "–",
    ];
  });
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const list = sorted.map((each) => {
    const options = `\`providerOptions\`, for example: \`${JSON.stringify(each.options.given)}\``;
    const notes = each.notes === undefined ? [] : [each.notes];
    const lines = [...groups(each, each.models), ...notes, options].map((line) => `  - ${line}`);
    return [`- **${each.provider.name}**`, ...lines].join("\n");
  });
  return [
    ...table,
    "",
    "Settings that `settings: true` offers to users:",
    "",
    ...settingsTable(sorted),
    "",
    "Pictures that the models take beside the prompt, where the handler's option `references` is set:",
    "",
    ...referencesTable(sorted),
    "",
    "Asked for as square, landscape and portrait:",
    "",
    ...list,
  ].join("\n");
}

const ARRIVALS = { bytes: "as bytes", links: "by a link", either: "as bytes or by a link" } as const;

const REFUSALS = {
  content_blocked: "moderation",
  credits_exhausted: "empty account",
  rate_limited: "limit",
  provider_misconfigured: "wrong key",
} as const;

/** Models by the shapes that they are asked for. */
function groups(each: ProviderCase, models: readonly ModelCase[]): string[] {
  const byShapes = new Map<string, string[]>();
  for (const { modelId } of models) {
    const shapes = shapesOf(each, modelId);
    byShapes.set(shapes, [...(byShapes.get(shapes) ?? []), `\`${modelId}\``]);
  }
  return [...byShapes].map(([shapes, ids]) => `${shapes}: ${ids.join(", ")}`);
}

function shapesOf({ provider }: ProviderCase, modelId: string): string {
  const { geometry, known } = provider.shapes(modelId);
  return ASPECT_RATIOS.map(
    (ratio) => (geometry[ratio] && !known.includes(ratio) ? "≈ " : "") + describe(geometry[ratio]),
  ).join(", ");
}

function describe(entry: Geometry[keyof Geometry] | undefined): string {
  if (!entry) return "–";
  return "size" in entry ? entry.size.replace("x", "×") : entry.aspectRatio;
}

function versionOf(name: string): string {
  const path = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
