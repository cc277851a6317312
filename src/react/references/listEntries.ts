import { validateReferences } from "../../contract/index.js";
import type { Catalog, Reference } from "../../contract/index.js";
import { findSoleToken, readVariable } from "../../template/index.js";
import type { TemplateLanguage, VariableSource } from "../../template/index.js";
import { formatDiagnostic, sampleVariables } from "../config-form/index.js";
import type { Messages } from "../config-form/references/index.js";
import { keysOf } from "./keysOf.js";
import type { KnownPicture } from "./KnownPicture.js";
import { nameVariable } from "./nameVariable.js";
import { readSamplePicture } from "./readSamplePicture.js";
import type { ReferenceEntry } from "./ReferencesContext.js";

/** Options of {@link listEntries}. */
export interface EntriesOptions {
  references: readonly Reference[];
  imageModel: string | null;
  catalog: Catalog | undefined;
  variables: readonly VariableSource[];
  /** Language of the values; `null` while it is not there, and nothing can be said of them. */
  language: TemplateLanguage | undefined | null;
  /** Returns the link of a picture, as far as it is known here. */
  findPicture: (attachmentId: string) => KnownPicture;
  t: Messages;
}

const UNUSED: ReadonlySet<string> = new Set(["references_unsupported", "too_many_references"]);

/** Lists the references of a form with their names, their pictures and what is wrong with them. */
export function listEntries(options: EntriesOptions): readonly ReferenceEntry[] {
  const { references, imageModel, catalog, variables, language, t } = options;
  const keys = keysOf(references);
  const found = validateReferences(
    { references, imageModel },
    { catalog, ...(language !== null && { variables, language }) },
  );
  return references.map((reference, index) => {
    const own = found.filter(({ pointer }) => pointer === `#/references/${index}`);
    const fault = own.find(
      ({ code }) => !UNUSED.has(code) && (language !== null || reference.value === undefined),
    );
    return {
      reference,
      key: keys[index] ?? String(index),
      index,
      name: nameReference(reference, index, options),
      picture: findEntryPicture(reference, options),
      unused: own.some(({ code }) => UNUSED.has(code)),
      fault: fault && formatDiagnostic(t, fault),
    };
  });
}

function nameReference(
  { label, value }: Reference,
  index: number,
  { language, variables, t }: EntriesOptions,
): string {
  if (typeof label === "string" && label.trim() !== "") return label;
  if (typeof value !== "string") return t("referenceImages.at", { place: index + 1 });
  const path = language === null ? null : findSoleToken(value, language)?.path;
  return path ? nameVariable(path, variables, language ?? undefined) : value;
}

function findEntryPicture(
  { value, attachmentId }: Reference,
  { language, variables, findPicture }: EntriesOptions,
): KnownPicture | undefined {
  if (typeof attachmentId === "string" && attachmentId !== "") return findPicture(attachmentId);
  if (typeof value !== "string" || language === null) return undefined;
  const path = findSoleToken(value, language)?.path;
  const source = variables.find(({ slug }) => slug === path?.[0]);
  if (!path || !source || source.sensitive) return undefined;
  return readSamplePicture(readVariable(sampleVariables([source]), path));
}
