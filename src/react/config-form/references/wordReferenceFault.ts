import { referenceMessages } from "./referenceMessages.js";
import type { Messages } from "./referenceMessages.js";

/** Words the fault of a reference, which the form found or a back end sent; `undefined` for a fault of another kind. */
export function wordReferenceFault(
  messages: Messages,
  fault: Readonly<Record<string, unknown>>,
): string | undefined {
  const t = referenceMessages(messages);
  const { code, pointer, reason, model, max, min, variable } = fault;
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
    default:
      return typeof pointer === "string" && pointer.includes("/references/")
        ? wordPictureFault(t, String(code), variable)
        : undefined;
  }
}

/** Words for what became of one picture, by the code of its fault; codes mean something else at other places. */
const PICTURE_FAULTS: Readonly<Record<string, string>> = {
  reference_not_found: "notFound",
  attachment_deleted: "deleted",
  payload_too_large: "tooLarge",
  unsupported_media_type: "unreadable",
};

function wordPictureFault(t: Messages, code: string, variable: unknown): string | undefined {
  // The variable may have a value that is no picture.
  if (code === "missing_variable") return variable ? t("referenceFault.missing", { variable }) : undefined;
  const words = Object.hasOwn(PICTURE_FAULTS, code) ? PICTURE_FAULTS[code] : undefined;
  return words && t(`referenceFault.${words}`);
}
