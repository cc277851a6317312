import type { ProviderCase } from "./ProviderCase.js";

/** Writes the pictures that the cases of all providers show, as a table of Markdown. */
export function referencesTable(cases: readonly ProviderCase[]): string[] {
  const rows = cases.flatMap((each) => {
    const groups = groupModels(each);
    const notes = each.references?.notes ?? "–";
    if (groups.size === 0) return [[each.provider.name, "any", "–", "–", "–", notes]];
    return [...groups].map(([bounds, ids]) => [
      each.provider.name,
      ids.join(", "),
      ...bounds.split("|"),
      notes,
    ]);
  });
  const head = ["provider", "models", "most", "formats", "size of one", "notes"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

/** Models by their bounds. */
function groupModels({ provider, references }: ProviderCase): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const modelId of Object.keys(references?.models ?? {})) {
    const { max = 0, mimeTypes = [], maxBytes, maxPixels } = provider.references?.(modelId) ?? {};
    const formats = mimeTypes.map((type) => FORMATS[type] ?? type).join(", ");
    const size = [
      ...(maxBytes === undefined ? [] : [`${(maxBytes / 1_000_000).toFixed(1).replace(".0", "")} MB`]),
      ...(maxPixels === undefined ? [] : [`${(maxPixels / 1_000_000).toFixed(1).replace(".0", "")} MP`]),
    ];
    const bounds = `${max}|${formats}|${size.join(", ") || "10 MiB"}`;
    groups.set(bounds, [...(groups.get(bounds) ?? []), `\`${modelId}\``]);
  }
  return groups;
}

const FORMATS: Readonly<Record<string, string>> = {
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/webp": "WebP",
};
