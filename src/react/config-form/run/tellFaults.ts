import type { UseFormReturn } from "react-hook-form";
import type { Catalog } from "../../../contract/index.js";
import { faultWords, joinSentences, withWords } from "../../messages/index.js";
import type { useMessages } from "../../messages/index.js";
import type { ConfigDraft } from "../ConfigDraft.js";
import { formatFault } from "./formatFault.js";
import { referenceTools } from "../referenceTools.js";
import { settingTools } from "../settingTools.js";
import { toCatalogKind } from "../toCatalogKind.js";
import type { FieldRegistry } from "../useFieldRegistry.js";

/** Places in which the faults of a form are shown. */
export interface FaultPlaces {
  form: UseFormReturn<ConfigDraft>;
  fields: FieldRegistry;
  t: ReturnType<typeof useMessages>;
  /** Offer of the workspace, which names a model's settings. */
  catalog: Catalog | undefined;
  /** Nodes that a text may name; `undefined` without a scope. */
  sources: readonly { slug: string }[] | undefined;
}

interface Fault {
  path: string;
  words: string;
  variable?: string | undefined;
}

const LABELS: Readonly<Record<string, string>> = {
  "prompt.mode": "modeSwitch.label",
  "prompt.template": "prompt.manual.label",
  "prompt.instructions": "prompt.prompt_ai.label",
};

/**
 * Says every fault of the form where it can be read, and moves focus there: at its field, and for the form as a whole
 * where no rendered field shows it.
 *
 * @param others words for the form as a whole that belong to no field
 * @param variables variable to be selected in a field, by path
 */
export function tellFaults(
  places: FaultPlaces,
  others: readonly string[] = [],
  variables: ReadonlyMap<string, string | undefined> = new Map(),
): void {
  const { form, fields, t } = places;
  const faults = listFaults(form.control._formState.errors, t);
  const homeless = faults.filter(({ path }) => fields.missingPart(path) !== undefined);
  const words = [...homeless.map((fault) => nameFault(places, fault)), ...others].filter(Boolean);
  if (words.length > 0) form.setError("root.run", { type: "server", message: joinSentences(...words) });
  if (typeof process !== "undefined" && process.env.NODE_ENV !== "production")
    warnAboutParts(homeless, fields);
  const names = fields.names();
  const shown = names.find((name) => faults.some(({ path }) => path === name)) ?? faults[0]?.path;
  const hasFocus = shown !== undefined && fields.focusField(shown, variables.get(shown));
  if (!hasFocus && words.length > 0) fields.formErrors.focus();
}

/** Lists the faults that the form keeps as a tree, but for those of the form as a whole. */
function listFaults(errors: object, t: FaultPlaces["t"], prefix = ""): Fault[] {
  return Object.entries(errors).flatMap(([name, value]) => {
    const path = prefix + name;
    if (path === "root" || typeof value !== "object" || value === null) return [];
    const { type, message } = value as { type?: unknown; message?: unknown };
    if (typeof type !== "string" && typeof type !== "number")
      return listFaults(value as object, t, `${path}.`);
    const text = typeof message === "string" ? message : undefined;
    return [{ path, words: formatFault(t, { type, message: text }) ?? "" }];
  });
}

function nameFault({ form, t, catalog }: FaultPlaces, { path, words }: Fault): string {
  const key = LABELS[path] ?? `select.${toCatalogKind(path)}.label`;
  const field = t.has(key)
    ? t(key)
    : (settingTools.get()?.labelSettingAt(t, path, form.getValues("imageModel"), catalog) ??
      referenceTools.get()?.labelReferenceAt(t, path));
  return field === undefined
    ? words
    : withWords(t, faultWords)("configForm.faultAt", { field, fault: words });
}

const warned = new WeakMap<FieldRegistry, Set<string>>();

/** Names, once per form and field, the part that a host has not rendered. */
function warnAboutParts(homeless: readonly Fault[], fields: FieldRegistry): void {
  const known = warned.get(fields) ?? new Set();
  warned.set(fields, known);
  for (const { path } of homeless) {
    if (known.has(path)) continue;
    known.add(path);
    const part = fields.missingPart(path) === "Field.Error" ? "<Field.Error> in its" : "visible";
    const place =
      fields.formErrors.count.get() > 0 ? "<ConfigForm.Error>" : "an element at the end of the form";
    console.warn(
      `<ConfigForm.Generate> found a fault in "${path}", and there is no ${part} <Field.Root name="${path}"> to show ` +
        `it, so ${place} says it. Render the field, or change the saved configuration where nobody can edit it.` +
        (fields.formErrors.count.get() > 0 ? "" : " Render a <ConfigForm.Error /> where the words belong."),
    );
  }
}
