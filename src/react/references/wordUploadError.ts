import { ImageNodeError } from "../../contract/index.js";
import type { Catalog } from "../../contract/index.js";
import type { ReferenceUpload } from "./ReferenceUpload.js";
import type { Messages } from "../config-form/references/index.js";

/** Says why a picture could not be uploaded, and what helps. One of few bytes may have too many pixels. */
export function wordUploadError(
  t: Messages,
  { file, error }: Pick<ReferenceUpload, "file" | "error">,
  catalog: Catalog | undefined,
): string {
  const kind = ImageNodeError.isInstance(error) ? error.kind : "other";
  const size = catalog?.limits.maxUploadBytes;
  if (kind === "payload_too_large" && size !== undefined)
    return file.size > size
      ? t("uploadError.payload_too_large", { size: formatBytes(size, t.locale) })
      : t("uploadError.pixels");
  const key = `uploadError.${kind}`;
  return t(kind !== "payload_too_large" && t.has(key) ? key : "uploadError.other");
}

/** Writes a size as people know it from their files. */
function formatBytes(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: 1,
  }).format(bytes / (isLarge ? 1_000_000 : 1000));
}
