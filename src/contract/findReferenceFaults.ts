import { findSoleToken } from "../template/index.js";
import type { TemplateLanguage } from "../template/index.js";
import type { CatalogImageModel } from "./catalogSchema.js";
import type { ConfigDiagnostic, ConfigDiagnosticCode } from "./ConfigDiagnostic.js";
import { readReferences } from "./readReferences.js";
import type { Reference } from "./referenceSchema.js";

/** Way in which a reference is none: the `reason` of the code `invalid_reference`. */
export type ReferenceFaultReason = "nothing" | "both" | "not_one_variable";

const DETAILS: Readonly<Record<ReferenceFaultReason, string>> = {
  nothing: "A reference has a variable or the id of a picture, and this one has neither.",
  both: "A reference has a variable or the id of a picture, and this one has both.",
  not_one_variable: "The value of a reference is exactly one variable, without text around it.",
};

/**
 * Finds the references of a configuration that can't be used, each by its place, such as `#/references/2`. Codes:
 * `invalid_reference` (with a `reason`), `references_unsupported` where the model takes none, `too_many_references` from
 * the first on that is more than it takes. Where it needs more than there are, `too_few_references` stands at the list,
 * `#/references`; a variable may lead to any number, so that only its run tells. The form and the server judge alike.
 *
 * @param model chosen image model; without it only the references themselves are judged
 */
export function findReferenceFaults(
  config: unknown,
  model?: Pick<CatalogImageModel, "label" | "references"> | undefined,
  options: {
    /** Language of the values. @default doubleBraceLanguage */
    language?: Pick<TemplateLanguage, "scan"> | undefined;
  } = {},
): ConfigDiagnostic[] {
  const max = model ? (model.references?.max ?? 0) : Infinity;
  const references = readReferences(config);
  const faults = references.flatMap((reference, index) => {
    const found: ConfigDiagnostic[] = [];
    const reason = findReason(reference, options.language);
    if (reason) found.push(say("invalid_reference", index, DETAILS[reason], { reason }));
    if (index >= max) {
      const params = { model: model?.label, max };
      found.push(
        max === 0
          ? say("references_unsupported", index, `${model?.label ?? "The model"} takes no pictures.`, params)
          : say(
              "too_many_references",
              index,
              `${model?.label ?? "The model"} takes ${max === 1 ? "one picture" : `${max} pictures`} at most.`,
              params,
            ),
      );
    }
    return found;
  });
  // A variable may lead to any number; what is wrong with one is said first.
  const isCounted = faults.length === 0 && references.every(({ value }) => (value ?? "") === "");
  const few = isCounted ? findTooFew(references.length, model) : undefined;
  return few ? [...faults, few] : faults;
}

/** Finds whether a model needs more pictures than there are; `undefined` where they are enough. */
function findTooFew(
  count: number,
  model: Pick<CatalogImageModel, "label" | "references"> | undefined,
): ConfigDiagnostic | undefined {
  const min = model?.references?.min ?? 0;
  if (!model || count >= min) return undefined;
  const needed = min === 1 ? "a picture" : `${min} pictures`;
  const message = `${model.label} needs ${needed} to draw from, and there ${["is none", "is one"][count] ?? `are ${count}`}.`;
  return say("too_few_references", null, message, { model: model.label, min });
}

function findReason(
  { value, attachmentId }: Reference,
  language: Pick<TemplateLanguage, "scan"> | undefined,
): ReferenceFaultReason | null {
  const hasId = typeof attachmentId === "string" && attachmentId !== "";
  if ((value ?? "") === "") return hasId ? null : "nothing";
  if ((attachmentId ?? "") !== "") return "both";
  return typeof value === "string" && findSoleToken(value, language) ? null : "not_one_variable";
}

function say(
  code: ConfigDiagnosticCode,
  index: number | null,
  message: string,
  params: Record<string, unknown>,
): ConfigDiagnostic {
  const pointer = index === null ? "#/references" : `#/references/${index}`;
  return { code, severity: "error", pointer, message, range: { start: 0, end: 0 }, params };
}
