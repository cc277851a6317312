import { readFileSync } from "node:fs";
import { ASPECT_RATIOS } from "image-generation-node/contract";
import type { Geometry } from "image-generation-node/server";
import type { ModelCase, ProviderCase } from "./ProviderCase.js";

/** Writes what the cases of all providers show as a table of Markdown. */
export function providersTable(cases: readonly ProviderCase[]): string {
  const head = [
    "provider",
    "package",
    "square, landscape and portrait: models tried",
    "image arrives",
    "refusals read by name",
    "reports",
    "`providerOptions`, for example",
  ];
  const rows = [...cases]
    .sort((one, other) => one.provider.name.localeCompare(other.provider.name))
    .map((each) => {
      const { provider, models, refusals, ends = [], reported, options } = each;
      const named = [...refusals, ...ends].map(({ name, kind }) => [WORDS[kind] ?? kind, name] as const);
      const kinds = [...new Set(named.map(([kind]) => kind))].filter((kind) => kind !== "");
      return [
        provider.name,
        `\`${provider.packageName}\` ${versionOf(provider.packageName)}`,
        groups(each, models).join("<br>"),
        ARRIVALS[provider.delivers] + (provider.polls ? ", after polling" : ""),
        kinds.sort().join(", "),
        reported?.unit ?? "–",
        `\`${JSON.stringify(options.given)}\``,
      ];
    });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const ARRIVALS = { bytes: "as bytes", links: "by a link", either: "as bytes or by a link" } as const;

const WORDS: Readonly<Record<string, string>> = {
  content_blocked: "moderation",
  credits_exhausted: "an empty account",
  provider_misconfigured: "a wrong key or model",
  rate_limited: "a limit with its wait",
  provider_rejected: "a bad request",
  provider_error: "",
};

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
    (ratio) => describe(geometry[ratio]) + (geometry[ratio] && !known.includes(ratio) ? "*" : ""),
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
