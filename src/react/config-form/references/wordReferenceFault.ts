import { referenceMessages } from "./referenceMessages.js";
import type { Messages } from "./referenceMessages.js";

/** Words the fault of a reference, which the form found or a back end sent; `undefined` for a fault of another kind. */
export function wordReferenceFault(
  messages: Messages,
  fault: Readonly<Record<string, unknown>>,
): string | undefined {
  const t = referenceMessages(messages);
  const { code, pointer, reason, model, max, variable } = fault;
  const isNamed = typeof model === "string" && model !== "";
  switch (code) {
    case "invalid_reference":
      return t(`referenceFault.${reason === "not_one_variable" ? "variable" : "invalid"}`);
    case "reference_not_found":
      return t("referenceFault.notFound");
    case "attachment_deleted":
      return t("referenceImages.deleted");
    case "references_unsupported":
      return isNamed ? t("referenceFault.unsupported", { model }) : t("fault.references_unsupported");
    case "too_many_references":
      return isNamed && typeof max === "number"
        ? t("referenceFault.tooMany", { model, count: max })
        : t("fault.too_many_references");
    case "missing_variable":
      // It may have a value there, that is no picture.
      return typeof pointer === "string" && pointer.includes("/references/") && variable
        ? t("referenceFault.missing", { variable })
        : undefined;
    default:
      return undefined;
  }
}
