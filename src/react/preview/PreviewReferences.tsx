"use client";
import { DoneWords } from "../internal/DoneWords.js";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { listReferences } from "./listReferences.js";
import type { OutputReference } from "./listReferences.js";
import { copyText } from "./copyText.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useFeedback } from "./useFeedback.js";

/**
 * Lists the variables that later nodes get from this one, with their values for the shown image; each is a button that
 * copies it, such as `{{image_gen.output.imagePath}}`. Renders a `<ul>` element, or nothing without an image or a slug.
 */
export const PreviewReferences = createElementPart("Preview.References", "ul", () => {
  const preview = usePreviewContext("Preview.References");
  const { generation } = preview;
  const t = useMessagesWith(resultWords);
  const references = generation ? listReferences(preview, generation.output) : [];
  if (references.length === 0) return null;
  return {
    "aria-label": t("references.label"),
    children: references.map((reference) => <Reference key={reference.name} {...reference} />),
  };
});

function Reference({ name, text, value }: OutputReference) {
  const { announce, setTrouble } = usePreviewContext("Preview.References");
  const t = useMessagesWith(resultWords);
  const [feedback, run] = useFeedback((how) => {
    const words = how === "done" ? t("references.copied", { reference: text }) : t("references.copyFailed");
    announce(words);
    setTrouble(how === "done" ? undefined : { words, text });
  });
  return (
    <li data-imagenode-part="preview-reference">
      <button
        type="button"
        data-imagenode-part="preview-reference-copy"
        data-state={feedback}
        aria-label={t("references.copy", { reference: text })}
        onClick={() => run(() => copyText(text))}
      >
        <DoneWords done={feedback === "done"} words={t("feedback.copied")}>
          <code data-imagenode-part="preview-reference-name" dir="ltr" translate="no" title={text}>
            {name}
          </code>
        </DoneWords>
      </button>
      <Space />
      <span data-imagenode-part="preview-reference-value" dir="auto" translate="no" title={value}>
        {value}
      </span>
      <Space />
      <span data-imagenode-part="preview-reference-words">{t(`references.${name}`)}</span>
    </li>
  );
}

/** Attributes of the button of one variable. */
export interface PreviewReferencesState {
  /** @selector [data-state] State of copying it; back to "idle" after two seconds. */
  state: "idle" | "busy" | "done" | "failed";
}
