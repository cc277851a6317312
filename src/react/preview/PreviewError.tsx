"use client";
import { Space } from "../internal/Space.js";
import { createLazy } from "../internal/createLazy.js";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { PreviewErrorReference } from "./PreviewErrorReference.js";
import { PreviewErrorText } from "./PreviewErrorText.js";
import { PreviewErrorTitle } from "./PreviewErrorTitle.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

const useButton = createLazy(() => import("./errors/SuggestionButton.js"));

/**
 * Explains in plain words why there is no image, and whether one was charged. Children stand below the words, for the
 * actions; a function renders all of it. Renders a `<div>` element, or nothing while the run is well.
 *
 * @example
 * <Preview.Error>
 *   {() => (
 *     <>
 *       <Preview.ErrorTitle className="my-title" />
 *       <Preview.Retry />
 *     </>
 *   )}
 * </Preview.Error>
 */
export const PreviewError = createElementPart(
  "Preview.Error",
  "div",
  (props) => {
    const { state } = usePreviewContext("Preview.Error");
    const t = useMessagesWith(resultWords);
    const advice = useAdvice("Preview.Error");
    const suggests = !!advice && !!state.error?.errors?.some((fault) => fault.suggestion !== undefined);
    const button = useButton(suggests);
    if (!advice) return null;
    const faults = new Map(
      (state.error?.errors ?? [])
        .slice(0, 50)
        .flatMap((fault) =>
          fault.variable === undefined ? [] : [[fault.variable, fault.suggestion] as const],
        ),
    );
    return {
      "data-kind": advice.kind,
      "data-tone": advice.tone,
      children: (
        <>
          <PreviewErrorTitle />
          <PreviewErrorText />
          {faults.size > 0 && (
            <ul data-imagenode-part="preview-error-variables">
              {[...faults].map(([variable, suggestion]) => (
                <li key={variable}>
                  <code data-imagenode-part="preview-error-variable" dir="ltr" translate="no">
                    {variable}
                  </code>
                  <Space />
                  {suggestion !== undefined && (
                    <span data-imagenode-part="preview-error-suggestion" dir="auto">
                      {button ? (
                        <button.SuggestionButton variable={variable} suggestion={suggestion} />
                      ) : (
                        t("error.didYouMean", { suggestion })
                      )}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
          <PreviewErrorReference />
          {typeof props.children !== "function" && props.children}
        </>
      ),
    };
  },
  true,
);

/** Attributes of the error. */
export interface PreviewErrorState {
  /** @selector [data-kind] An error kind of the contract, "waiting" or "cancelled". */
  kind: string;
  /** @selector [data-tone] "warn" can be fixed by the reader, "bad" is wrong, "info" is neither. */
  tone: "warn" | "bad" | "info";
}
