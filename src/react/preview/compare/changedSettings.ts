import { pickSettings, readReferences } from "../../../contract/index.js";
import type { Catalog } from "../../../contract/index.js";
import type { HistoryEntry } from "../history/HistoryEntry.js";

/** Setting that makes two images different. */
export type SettingName =
  | "mode"
  | "prompt"
  | "values"
  | "written"
  | "sent"
  | "imageModel"
  | "promptModel"
  | "aspectRatio"
  | "style"
  | "references";

/** Setting of the image model before and after; `undefined` where the run had none. */
export interface ModelSettingChange {
  name: string;
  before: unknown;
  after: unknown;
}

/**
 * Lists the settings of the image model that runs differ in: in what was really used where both back ends told it, else in
 * what was chosen.
 */
export function changedModelSettings(
  a: HistoryEntry,
  b: HistoryEntry,
  catalog: Catalog | undefined,
): readonly ModelSettingChange[] {
  const told = a.generation.settings !== undefined && b.generation.settings !== undefined;
  const [before, after] = [a, b].map(({ generation, config }) => {
    const chosen = config && catalog ? pickSettings(config, catalog) : config;
    return new Map<string, unknown>(Object.entries((told ? generation : chosen)?.settings ?? {}));
  }) as [Map<string, unknown>, Map<string, unknown>];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ name, before: before.get(name), after: after.get(name) }))
    .filter((change) => !Object.is(change.before, change.after));
}

/** Setting before and after; `null` is the workspace's default. */
export interface SettingChange {
  setting: SettingName;
  before: string | null;
  after: string | null;
}

/**
 * Lists the settings in which two runs differ, without those that their mode does not use. Like is compared with like: what
 * was used where both back ends told it, else what was chosen. `values`: the same prompt got other values; `written`: the
 * same settings, but the prompt model wrote otherwise; `sent`: another final prompt that nothing else of it explains.
 *
 * @returns `null` where the settings of one are not known
 */
export function changedSettings(a: HistoryEntry, b: HistoryEntry): readonly SettingChange[] | null {
  if (!a.config || !b.config) return null;
  const changes: SettingChange[] = [];
  const compare = (setting: SettingName, before: string | null, after: string | null) => {
    if (before !== after) changes.push({ setting, before, after });
  };
  compare("mode", a.config.prompt.mode, b.config.prompt.mode);
  const sameMode = changes.length === 0;
  const mode = a.config.prompt.mode;
  if (sameMode && mode !== "auto") compare("prompt", textOf(a), textOf(b));
  const sameText = changes.length === 0;
  const [before, after] = [a.generation.stages, b.generation.stages];
  if (sameText && mode !== "auto") compare("values", before?.resolved ?? null, after?.resolved ?? null);
  if (changes.length === 0 && mode !== "manual")
    compare("written", before?.written ?? null, after?.written ?? null);
  const isTextTold = changes.some(({ setting }) => setting !== "mode");
  compare("imageModel", ...modelsOf(a, b, "image"));
  if (mode !== "manual" && b.config.prompt.mode !== "manual")
    compare("promptModel", ...modelsOf(a, b, "prompt"));
  compare("aspectRatio", a.config.aspectRatio, b.config.aspectRatio);
  compare("style", a.config.style, b.config.style);
  const [pictures, others] = referencesOf(a, b);
  if (String(pictures) !== String(others))
    changes.push({ setting: "references", before: String(pictures.length), after: String(others.length) });
  // Style and shape are words of the final prompt too; only what they can't explain is a change of its own.
  if (!isTextTold && (!sameMode || changes.length === 0))
    compare("sent", a.generation.output.prompt, b.generation.output.prompt);
  return changes;
}

function textOf({ config }: HistoryEntry): string {
  return (config?.prompt.mode === "manual" ? config.prompt.template : config?.prompt.instructions) ?? "";
}

type Pair = [string | null, string | null];

/** Models of two runs: those that were used where both tell them, else those that were chosen. */
function modelsOf(a: HistoryEntry, b: HistoryEntry, kind: "image" | "prompt"): Pair {
  const [before, after] = [a, b].map(
    ({ generation }) => generation.usage?.items.find((item) => item.kind === kind)?.model,
  );
  if (before !== undefined && after !== undefined) return [before, after];
  const chosen = ({ config }: HistoryEntry) =>
    (kind === "image" ? config?.imageModel : config?.promptModel) ?? null;
  return [chosen(a), chosen(b)];
}

/** Ids or variables of the reference images of two runs: of those that were used where both tell them, else of the chosen. */
function referencesOf(a: HistoryEntry, b: HistoryEntry): [readonly unknown[], readonly unknown[]] {
  const [used, others] = [a.generation.references, b.generation.references];
  const lists = used && others ? [used, others] : [readReferences(a.config), readReferences(b.config)];
  const [before = [], after = []] = lists.map((list) =>
    list.map(({ attachmentId, value }) => attachmentId ?? value),
  );
  return [before, after];
}
