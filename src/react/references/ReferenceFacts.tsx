"use client";
import { FieldError, useFieldContext } from "../field/index.js";
import { Space } from "../internal/Space.js";
import { DownIcon, RemoveIcon, UpIcon } from "./icons.js";
import { ReferenceThumb } from "./ReferenceThumb.js";
import { useReferencesContext } from "./ReferencesContext.js";
import type { ReferenceEntry } from "./ReferencesContext.js";
import { useReferenceLink } from "./useReferenceLink.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/** Picture, name and buttons of one reference. */
export function ReferenceFacts({ entry }: { entry: ReferenceEntry }) {
  const { disabled, references, move, remove } = useReferencesContext("References.Item");
  const { labelId, controlId } = useFieldContext("References.Item");
  const t = useReferenceMessages();
  const link = useReferenceLink(entry.picture);
  const { index, name, reference } = entry;
  const isVariable = reference.attachmentId === undefined;
  const trouble = link.status === "deleted" ? "deleted" : link.status === "broken" ? "broken" : undefined;
  return (
    <>
      <ReferenceThumb link={link} isVariable={isVariable} />
      <span data-imagenode-part="references-words">
        <span id={labelId} data-imagenode-part="references-label" dir="auto" title={name}>
          {name}
        </span>
        <Space />
        {isVariable && (
          <span data-imagenode-part="references-hint" dir="auto">
            {t("referenceImages.ofVariable")}
          </span>
        )}
        {trouble && !isVariable && (
          <span data-imagenode-part="references-trouble" dir="auto">
            {t(`referenceImages.${trouble}`)}
          </span>
        )}
        <FieldError />
      </span>
      <Space />
      <span data-imagenode-part="references-buttons">
        {references.length > 1 && (
          <>
            <button
              type="button"
              data-imagenode-part="references-move-up"
              aria-label={t("referenceImages.moveUp", { name })}
              disabled={disabled || index === 0}
              onClick={() => move(index, index - 1)}
            >
              <UpIcon />
            </button>
            <button
              type="button"
              data-imagenode-part="references-move-down"
              aria-label={t("referenceImages.moveDown", { name })}
              disabled={disabled || index === references.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <DownIcon />
            </button>
          </>
        )}
        <button
          type="button"
          id={controlId}
          data-imagenode-part="references-remove"
          aria-label={t("referenceImages.remove", { name })}
          disabled={disabled}
          onClick={() => remove(index)}
        >
          <RemoveIcon />
        </button>
      </span>
    </>
  );
}
