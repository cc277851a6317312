import type { ReferenceLimits } from "image-generation-node/server";
import type { ProviderCase } from "./ProviderCase.js";

/** Writes the pictures that the cases of all providers show, as a table of Markdown. */
export function referencesTable(cases: readonly ProviderCase[]): string[] {
  const rows = cases.flatMap((each) => {
    const groups = groupModels(each);
    const notes = each.references?.notes ?? "–";
    if (groups.size === 0) return [[each.provider.name, "any", "–", "–", "–", "–", "–", notes]];
    return [...groups].map(([bounds, ids]) => [
      each.provider.name,
      ids.join(", "),
      ...bounds.split("|"),
      notes,
    ]);
  });
  const head = ["provider", "models", "least", "most", "formats", "size of one", "of all", "notes"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

/** Models by their bounds. */
function groupModels({ provider, references }: ProviderCase): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const modelId of Object.keys(references?.models ?? {})) {
    const limits: Partial<ReferenceLimits> = provider.references?.(modelId) ?? {};
    const { max = 0, min = 0, mimeTypes = [], maxBytes, maxPixels, maxTotalBytes, minSide, maxSide } = limits;
    const formats = mimeTypes.map((type) => FORMATS[type] ?? type).join(", ");
    const size = [
      ...(maxBytes === undefined ? ["10 MiB"] : [`${millions(maxBytes)} MB`]),
      ...(maxPixels === undefined ? [] : [`${millions(maxPixels)} MP`]),
      ...(minSide === undefined
        ? []
        : [`sides from ${minSide}${maxSide === undefined ? "" : ` to ${maxSide}`}`]),
    ];
    const together = maxTotalBytes === undefined ? "–" : `${millions(maxTotalBytes)} MB`;
    const bounds = `${min > 0 ? min : "–"}|${max}|${formats}|${size.join(", ")}|${together}`;
    groups.set(bounds, [...(groups.get(bounds) ?? []), `\`${modelId}\``]);
  }
  return groups;
}

const millions = (value: number) => (value / 1_000_000).toFixed(1).replace(".0", "");

const FORMATS: Readonly<Record<string, string>> = {
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/webp": "WebP",
};
