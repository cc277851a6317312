import { referenceMessages } from "./referenceMessages.js";
import type { Messages } from "./referenceMessages.js";

/** Words the fault of a reference, which the form found or a back end sent; `undefined` for a fault of another kind. */
export function wordReferenceFault(
  messages: Messages,
  fault: Readonly<Record<string, unknown>>,
): string | undefined {
  const t = referenceMessages(messages);
  const { code, pointer, reason, model, max, min, variable } = fault;
  const isAtOne = typeof pointer === "string" && pointer.includes("/references/");
  const isNamed = typeof model === "string" && model !== "";
  switch (code) {
    case "invalid_reference":
      return t(`referenceFault.${reason === "not_one_variable" ? "variable" : "invalid"}`);
    case "references_unsupported":
      return isNamed ? t("referenceFault.unsupported", { model }) : t("fault.references_unsupported");
    case "too_many_references":
      return isNamed && typeof max === "number"
        ? t("referenceFault.tooMany", { model, count: max })
        : t("fault.too_many_references");
    case "too_few_references":
      return isNamed && typeof min === "number"
        ? t("referenceFault.tooFew", { model, count: min })
        : t("fault.too_few_references");
    case "reference_unfit":
      return t("fault.reference_unfit");
    case "reference_not_found":
      return t("referenceFault.notFound");
    // What another place means by these is worded there.
    case "attachment_deleted":
      return isAtOne ? t("referenceFault.deleted") : undefined;
    case "unsupported_media_type":
      return isAtOne ? t("referenceFault.unreadable") : undefined;
    case "payload_too_large":
      return isAtOne ? t("referenceFault.tooLarge") : undefined;
    case "missing_variable":
      // It may have a value there, that is no picture.
      return isAtOne && variable ? t("referenceFault.missing", { variable }) : undefined;
    default:
      return undefined;
  }
}
