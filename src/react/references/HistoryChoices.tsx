"use client";
import { shortenText } from "../preview/index.js";
import type { HistoryEntry } from "../preview/index.js";
import { ReferenceThumb } from "./ReferenceThumb.js";
import { useReferencesContext } from "./ReferencesContext.js";
import { useEarlierPictures } from "./useEarlierPictures.js";
import { useReferenceLink } from "./useReferenceLink.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/** Earlier images of this node to choose one of, newest first. */
export function HistoryChoices({ onDone }: { onDone: () => void }) {
  const { add } = useReferencesContext("References.Add");
  const t = useReferenceMessages();
  const entries = useEarlierPictures();
  return (
    <div data-imagenode-part="references-earlier" role="group" aria-label={t("referenceImages.earlier")}>
      {entries.map(({ generation }, index) => {
        const prompt = shortenText(generation.output.prompt, 80);
        const number = entries.length - index;
        return (
          <button
            key={generation.id}
            type="button"
            data-imagenode-part="references-earlier-choice"
            aria-label={t("referenceImages.useEarlier", { number, prompt })}
            onClick={() => {
              onDone();
              add({
                attachmentId: generation.output.attachmentId,
                label: shortenText(generation.output.prompt, 40),
              });
            }}
          >
            <EarlierThumb entry={generation} />
          </button>
        );
      })}
    </div>
  );
}

function EarlierThumb({ entry: { output, image } }: { entry: HistoryEntry["generation"] }) {
  const { attachmentId, imageUrl } = output;
  return <ReferenceThumb link={useReferenceLink({ attachmentId, imageUrl, expiresAt: image.expiresAt })} />;
}
