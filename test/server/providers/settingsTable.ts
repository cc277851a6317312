import type { Setting } from "image-generation-node/contract";
import type { ProviderCase } from "./ProviderCase.js";

/** Writes the settings that the cases of all providers show, as a table of Markdown. */
export function settingsTable(cases: readonly ProviderCase[]): string[] {
  const rows = cases.flatMap((each) => {
    const groups = groupModels(each);
    const known = [...groups].flatMap(([settings, ids]) =>
      toLines(ids).map((line) => [each.provider.name, line, settings]),
    );
    return known.length > 0 ? known : [[each.provider.name, "any", "–"]];
  });
  const head = ["provider", "models", "settings"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

/** Models by what their settings are. */
function groupModels({ provider, settings }: ProviderCase): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const modelId of Object.keys(settings)) {
    const text = Object.entries(provider.options?.(modelId) ?? {})
      .map(([name, { setting }]) => `\`${name}\` ${describe(setting)}`)
      .join("; ");
    groups.set(text, [...(groups.get(text) ?? []), `\`${modelId}\``]);
  }
  return groups;
}

/** Joins ids to lines that fit beside the other cells. */
function toLines(ids: readonly string[]): string[] {
  const lines: string[] = [];
  for (const id of ids) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + id.length < 100) lines[lines.length - 1] = `${line}, ${id}`;
    else lines.push(id);
  }
  return lines;
}

function describe({ enum: values, maxLength, minimum, maximum }: Setting): string {
  if (values) return values.join(", ");
  if (maxLength !== undefined) return `up to ${format(maxLength)} characters`;
  return `${format(minimum)}–${format(maximum)}`;
}

function format(value: number | undefined): string {
  return value?.toLocaleString("en-US") ?? "";
}
