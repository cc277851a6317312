"use client";
import { useCallback, useId } from "react";
import type { ReactNode } from "react";
import { Space } from "../../internal/Space.js";
import { useElapsedSeconds } from "../../internal/useElapsedSeconds.js";
import { useLatest } from "../../internal/useLatest.js";
import { resultWords, useMessagesWith } from "../../messages/index.js";
import { getErrorActions } from "../errors/getErrorActions.js";
import type { HistoryEntry } from "../history/HistoryEntry.js";
import { PreviewCancel } from "../PreviewCancel.js";
import { PreviewProvider, usePreviewContext } from "../PreviewContext.js";
import type { PreviewContextValue } from "../PreviewContext.js";
import { PreviewErrorText } from "../PreviewErrorText.js";
import { PreviewErrorTitle } from "../PreviewErrorTitle.js";
import { PreviewFix } from "../PreviewFix.js";
import { PreviewLate } from "../PreviewLate.js";
import { PreviewLinkNotice } from "../PreviewLinkNotice.js";
import { PreviewPartialImage } from "../PreviewPartialImage.js";
import { PreviewProgress } from "../PreviewProgress.js";
import { PreviewRejoin } from "../PreviewRejoin.js";
import { PreviewRetry } from "../PreviewRetry.js";
import { usePreviewValue } from "../usePreviewValue.js";

/** Cell of one of several images. Its box has the final ratio from the first moment. */
export function Variation({ index, onChoose, children }: VariationProps) {
  const preview = usePreviewContext("Preview.Variations");
  const { state, store, nodeSlug, ratio, addToHistory, announce, select, setView } = preview;
  const t = useMessagesWith(resultWords);
  const number = index + 1;
  const onLate = useLatest((entry: HistoryEntry) => {
    addToHistory?.(entry);
    announce(t("variations.ready", { number }));
  });
  // Another function would begin the search for a late image anew.
  const addLate = useCallback((entry: HistoryEntry) => onLate.current(entry), [onLate]);
  const value = usePreviewValue({
    generation: store?.getVariation(index) ?? null,
    nodeSlug,
    ratio,
    history: undefined,
    config: undefined,
    onConfigChange: undefined,
    addToHistory: addLate,
  });
  const { id } = value.generation ?? {};
  const isChosen = id !== undefined && id === preview.generation?.id;
  const name = t("variations.item", { number, count: state.variations?.length ?? number });
  const isLate = value.generationIs === "late";
  const press = useCallback(() => {
    if (isLate) select(id ?? null);
    else onChoose();
  }, [id, isLate, onChoose, select]);
  const hasImage = value.generation !== undefined && value.link.src !== undefined;
  return (
    <li
      data-imagenode-part="preview-variation"
      data-status={value.state.status}
      data-state={isChosen ? "chosen" : undefined}
      data-ratio={ratio}
    >
      <PreviewProvider value={value}>
        {hasImage ? (
          <VariationImage
            value={value}
            name={name}
            isPressed={isChosen}
            onPress={press}
            onOpen={() => setView("zoom")}
          />
        ) : (
          <VariationPlace value={value} name={name} number={number} />
        )}
      </PreviewProvider>
      <span aria-hidden="true" data-imagenode-part="preview-variation-number">
        {new Intl.NumberFormat(t.locale).format(number)}
      </span>
      {isChosen && hasImage && children}
    </li>
  );
}

/** Image to choose. The whole prompt stands in the stages, so its name is its number. */
function VariationImage({ value, name, isPressed, onPress, onOpen }: VariationImageProps) {
  const { generation, link } = value;
  return (
    <button
      type="button"
      data-imagenode-part="preview-variation-choose"
      aria-pressed={isPressed}
      aria-label={name}
      onClick={onPress}
      onDoubleClick={onOpen}
    >
      <img
        data-imagenode-part="preview-variation-picture"
        src={link.src}
        alt=""
        width={generation?.image.width}
        height={generation?.image.height}
        referrerPolicy="no-referrer"
        onError={link.onError}
      />
    </button>
  );
}

/** Place of an image that is not there: how far it is, or why there is none and what helps. */
function VariationPlace({ value, name, number }: VariationPlaceProps) {
  const { state } = value;
  const t = useMessagesWith(resultWords);
  const elapsed = useElapsedSeconds(state.status === "running" ? state.startedAt : undefined);
  const id = useId();
  const nameOf = (key: string) => ({ "aria-label": t("variations.action", { action: t(key), number }) });
  // The words of a button that counts down change, and its name with them.
  const nameRetry = () =>
    state.error?.retryAfterMs
      ? { id: `${id}retry`, "aria-labelledby": `${id}retry ${id}place` }
      : nameOf("preview.retry");
  const fix = getErrorActions(state)?.fix;
  return (
    <div
      role="group"
      id={`${id}place`}
      tabIndex={-1}
      aria-label={name}
      data-imagenode-part="preview-variation-place"
    >
      <PreviewPartialImage />
      <PreviewProgress />
      <Space />
      {state.status === "running" && (
        <time aria-hidden="true" data-imagenode-part="preview-variation-time" dir="auto">
          {t("configForm.elapsed", { seconds: elapsed })}
        </time>
      )}
      <PreviewErrorTitle />
      <Space />
      <PreviewErrorText />
      <PreviewLate />
      <PreviewLinkNotice />
      <span data-imagenode-part="preview-variation-actions">
        <PreviewRetry {...nameRetry()} />
        <Space />
        <PreviewRejoin {...nameOf("preview.rejoin")} />
        <Space />
        <PreviewFix {...(fix && nameOf(`preview.fix.${fix}`))} />
        <Space />
        <PreviewCancel {...nameOf("preview.cancel")} />
      </span>
    </div>
  );
}

interface VariationProps {
  index: number;
  onChoose: () => void;
  /** Tools that stand over the chosen image. */
  children?: ReactNode;
}

interface VariationImageProps {
  value: PreviewContextValue;
  name: string;
  isPressed: boolean;
  onPress: () => void;
  onOpen: () => void;
}

interface VariationPlaceProps {
  value: PreviewContextValue;
  name: string;
  number: number;
}

/** Attributes of one of several images. */
export interface VariationState {
  /** @selector [data-status] */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
  /** @selector [data-state] On the chosen one. */
  state: "chosen";
  /** @selector [data-ratio] */
  ratio: "square" | "landscape" | "portrait";
}
