"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { toDate } from "../internal/toDate.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { modelOf } from "./modelOf.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Tells the origin of the image: AI or the demo, its model, time and fingerprint, the beginning of its SHA-256. Renders a
 * `<p>` element, or nothing without an image. `data-kind` is "ai", "demo" or "unknown".
 */
export const PreviewProvenance = createElementPart("Preview.Provenance", "p", () => {
  const { generation, shown } = usePreviewContext("Preview.Provenance");
  const { catalog } = useCatalog();
  const t = useMessagesWith(resultWords);
  if (!generation || !shown) return null;
  const id = modelOf(shown, "image") ?? catalog?.defaults.imageModel ?? undefined;
  const model = catalog?.imageModels.find((candidate) => candidate.id === id);
  const kind = model?.kind ?? "unknown";
  const { sha256 } = generation.image;
  const time = toDate(shown.endedAt);
  const format = new Intl.DateTimeFormat(t.locale, { dateStyle: "medium", timeStyle: "short" });
  return {
    "data-kind": kind,
    children: (
      <>
        <span data-imagenode-part="preview-origin" dir="auto">
          {t(`provenance.${id === undefined ? "unnamed" : kind}`, { model: model?.label ?? id })}
        </span>
        <Space />
        {time && (
          <time data-imagenode-part="preview-origin-time" dateTime={time.toISOString()}>
            {format.format(time)}
          </time>
        )}
        <Space />
        {sha256 && (
          // For the eye: nobody wants to hear the digits.
          <code
            aria-hidden="true"
            data-imagenode-part="preview-origin-hash"
            translate="no"
            title={t("provenance.hashTitle")}
            dir="auto"
          >
            {t("provenance.hash", { hash: sha256.slice(0, 12) })}
          </code>
        )}
      </>
    ),
  };
});

/** Attributes of the origin. */
export interface PreviewProvenanceState {
  /** @selector [data-kind] Kind of the model. */
  kind: "ai" | "demo" | "unknown";
}
