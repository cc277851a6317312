"use client";
import { describeRatio, hasAspectRatio } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { formatPixels } from "../internal/formatPixels.js";
import { resultWords, useMessagesWith, wordSpent } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { modelOf } from "./modelOf.js";
import { totalCost } from "./totalCost.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Lists the facts of the image: pixels, bytes, model, cost, a ratio that was not as asked. Renders a `<ul>` element.
 */
export const PreviewMetadata = createElementPart("Preview.Metadata", "ul", () => {
  const { generation, shown } = usePreviewContext("Preview.Metadata");
  const { catalog } = useCatalog();
  const t = useMessagesWith(resultWords);
  if (!generation || !shown) return null;
  const { image, output, usage } = generation;
  const id = modelOf(shown, "image") ?? catalog?.defaults.imageModel;
  const model = catalog?.imageModels.find((candidate) => candidate.id === id);
  const cost = totalCost(usage);
  const asAsked = hasAspectRatio(image.width, image.height, output.aspectRatio);
  const facts: [name: string, words: string | undefined][] = [
    ["size", t("meta.size", formatPixels(t.locale, image))],
    ["file", t("meta.file", { kilobytes: output._metadata.sizeInKb })],
    // The demo's own mark says which it was.
    ["model", model?.kind === "demo" ? undefined : (model?.label ?? id ?? undefined)],
    ["cost", cost && model?.kind !== "demo" ? wordSpent(t, cost) : undefined],
    ["demo", model?.kind === "demo" ? t("meta.demo") : undefined],
    [
      "ratio",
      asAsked
        ? undefined
        : t("meta.ratio", {
            asked: t(`ratio.${output.aspectRatio}.shape`),
            got: describeRatio(image.width, image.height),
          }),
    ],
  ];
  return {
    "aria-label": t("meta.label"),
    children: facts.map(
      ([name, words]) =>
        words !== undefined && (
          <li key={name} data-imagenode-part="preview-fact" data-fact={name} dir="auto">
            {words}
          </li>
        ),
    ),
  };
});

/** Attributes of one fact. */
export interface PreviewMetadataState {
  /** @selector [data-fact] Name of the fact, on each line. */
  fact: "size" | "file" | "model" | "cost" | "demo" | "ratio";
}
