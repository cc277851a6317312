import { findSoleToken } from "../template/index.js";
import type { TemplateLanguage } from "../template/index.js";
import type { CatalogImageModel } from "./catalogSchema.js";
import type { ConfigDiagnostic, ConfigDiagnosticCode } from "./ConfigDiagnostic.js";
import { readReferences } from "./referenceSchema.js";
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
 * the first on that is more than it takes. The form and the server judge alike.
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
  return readReferences(config).flatMap((reference, index) => {
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
  index: number,
  message: string,
  params: Record<string, unknown>,
): ConfigDiagnostic {
  const pointer = `#/references/${index}`;
  return { code, severity: "error", pointer, message, range: { start: 0, end: 0 }, params };
}
