"use client";
import { isMadeWith } from "../../../contract/index.js";
import type { ImageNodeConfig, PinnedImage } from "../../../contract/index.js";
import { createElementPart } from "../../internal/createElementPart.js";
import { Space } from "../../internal/Space.js";
import { pinWords, resultWords, useMessagesWith } from "../../messages/index.js";
import type { Translate } from "../../messages/index.js";
import { useFormBridge, useFormValue, useImageNodeClient } from "../../provider/index.js";
import { useImageLink } from "../link/useImageLink.js";
import { usePreviewContext } from "../PreviewContext.js";
import type { PreviewContextValue } from "../PreviewContext.js";

/** Notice of a pinned image, with its words and the comparison. Renders the `<div>` of `Preview.Pinned`. */
export const PinnedNotice = createElementPart("Preview.Pinned", "div", () => {
  const preview = usePreviewContext("Preview.Pinned");
  const { scope, generation } = preview;
  const pinned = scope?.pinned;
  const link = useImageLink(pinned?.generation, useImageNodeClient());
  const isSame = useComparison(pinned, preview.config);
  const t = useMessagesWith(resultWords, pinWords);
  if (!pinned) return null;
  const isShown = generation?.id === pinned.generation.id;
  const state = link.status === "deleted" ? "deleted" : isShown ? "current" : "other";
  const settings = isSame === null ? undefined : isSame ? "same" : "other";
  return {
    "data-state": state,
    "data-settings": settings,
    children: (
      <>
        <span data-imagenode-part="preview-pinned-text">
          {t(state === "current" ? "pin.done" : `pinned.${state}`)}
        </span>
        <Space />
        {settings === "other" && state !== "deleted" && (
          <>
            <span data-imagenode-part="preview-pinned-settings">{t("pinned.settings")}</span>
            <Space />
          </>
        )}
        <PinnedActions preview={preview} pinned={pinned} state={state} t={t} />
      </>
    ),
  };
});

/** Buttons of the notice. */
function PinnedActions({ preview, pinned, state, t }: PinnedActionsProps) {
  const { scope, select, generationIs, announce } = preview;
  const onPinnedChange = scope?.onPinnedChange;
  const generate = useGenerateAgain(preview);
  const unpin = () => {
    announce(t("pin.undone"));
    onPinnedChange?.(null);
  };
  return (
    <>
      {state === "other" && (
        <button
          type="button"
          data-imagenode-part="preview-pinned-show"
          onClick={() => select(pinned.generation.id)}
        >
          {t("pinned.show")}
        </button>
      )}
      <Space />
      {state === "current" && generationIs === "selected" && (
        <button type="button" data-imagenode-part="preview-pinned-show" onClick={() => select(null)}>
          {t("pinned.back")}
        </button>
      )}
      <Space />
      {state === "deleted" && generate && (
        <button type="button" data-imagenode-part="preview-pinned-generate" onClick={generate}>
          {t("configForm.generate")}
        </button>
      )}
      <Space />
      {onPinnedChange && (
        <button type="button" data-imagenode-part="preview-pinned-unpin" onClick={unpin}>
          {t("pinned.unpin")}
        </button>
      )}
    </>
  );
}

interface PinnedActionsProps {
  preview: PreviewContextValue;
  pinned: PinnedImage;
  state: "current" | "other" | "deleted";
  t: Translate;
}

/** Compares with the form around, else with the configuration that the host gave; `null` where one is not known. */
function useComparison(pinned: PinnedImage | undefined, given: ImageNodeConfig | undefined): boolean | null {
  const values = useFormBridge()?.values;
  const inForm = useFormValue(values, (config) => pinned && isMadeWith(pinned, config));
  const outside = pinned && given ? isMadeWith(pinned, given) : null;
  return values ? (inForm ?? null) : outside;
}

/** Makes another image: through the form, else by the last run's request; `null` where neither is there. */
function useGenerateAgain({ state, store }: PreviewContextValue): (() => void) | null {
  const generate = useFormBridge()?.generate;
  if (state.status === "running") return null;
  if (generate) return generate;
  const isRepeatable = state.status !== "idle" && state.isRepeatable !== false;
  return store && isRepeatable ? () => void store.regenerate() : null;
}
