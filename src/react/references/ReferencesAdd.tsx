"use client";
import { useId, useRef, useState } from "react";
import type { ChangeEvent, KeyboardEvent } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { endInReact } from "../internal/endInReact.js";
import { useScope } from "../provider/index.js";
import { HistoryChoices } from "./HistoryChoices.js";
import { HistoryIcon, UploadIcon, VariableIcon } from "./icons.js";
import { useReferencesContext } from "./ReferencesContext.js";
import { useEarlierPictures } from "./useEarlierPictures.js";
import { useReferenceMessages } from "./useReferenceMessages.js";
import { VariableChoices } from "./VariableChoices.js";

/** Media types that a back end keeps; what else a person chooses it refuses in words. */
const ACCEPTED = "image/png,image/jpeg,image/webp";

const TRIGGERS = {
  variable: { "data-imagenode-part": "references-variable-trigger" },
  history: { "data-imagenode-part": "references-history-trigger" },
} as const;

/**
 * Adds pictures: files of the person's, variables of earlier nodes, files first, and earlier images of this node. Each way
 * shows where it leads somewhere. Renders a `<div>` element, or nothing while the model takes no more.
 */
export const ReferencesAdd = createElementPart("References.Add", "div", () => {
  const { references, uploads, max, canUpload, disabled } = useReferencesContext("References.Add");
  const [open, setOpen] = useState<"variable" | "history" | null>(null);
  const hasVariables = (useScope()?.variables.length ?? 0) > 0;
  const hasHistory = useEarlierPictures().length > 0;
  const choicesId = useId();
  const triggers = useRef<HTMLSpanElement>(null);
  const isFull = references.length + uploads.length >= max;
  if (disabled || isFull || !(canUpload || hasVariables || hasHistory)) return null;
  const close = () => {
    triggers.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    setOpen(null);
  };
  const ways = { open, choicesId, onToggle: (kind: Way) => setOpen(open === kind ? null : kind) };
  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || open === null) return;
      event.stopPropagation();
      event.preventDefault();
      close();
    },
    children: (
      <>
        <span data-imagenode-part="references-ways" ref={triggers}>
          {canUpload && <UploadButton />}
          {hasVariables && <WayTrigger kind="variable" {...ways} />}
          {hasHistory && <WayTrigger kind="history" {...ways} />}
        </span>
        {open !== null && (
          <div id={choicesId} data-imagenode-part="references-choices">
            {open === "variable" ? <VariableChoices onDone={close} /> : <HistoryChoices onDone={close} />}
          </div>
        )}
      </>
    ),
  };
});

type Way = "variable" | "history";

/** Button that shows what can be chosen. */
function WayTrigger({ kind, open, choicesId, onToggle }: WayTriggerProps) {
  const t = useReferenceMessages();
  return (
    <button
      type="button"
      {...TRIGGERS[kind]}
      aria-expanded={open === kind}
      aria-controls={open === kind ? choicesId : undefined}
      onClick={() => onToggle(kind)}
    >
      {kind === "variable" ? <VariableIcon /> : <HistoryIcon />}
      <span data-imagenode-part="words">{t(`referenceImages.${kind}`)}</span>
    </button>
  );
}

interface WayTriggerProps {
  kind: Way;
  open: Way | null;
  choicesId: string;
  onToggle: (kind: Way) => void;
}

/** Button that opens the person's files. */
function UploadButton() {
  const { addFiles, max } = useReferencesContext("References.Add");
  const t = useReferenceMessages();
  const input = useRef<HTMLInputElement>(null);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    // A form of the host's around has no such field.
    endInReact(event);
    addFiles([...(event.currentTarget.files ?? [])]);
    // The same file can be chosen again.
    event.currentTarget.value = "";
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        form=""
        tabIndex={-1}
        aria-hidden="true"
        accept={ACCEPTED}
        multiple={max > 1}
        onChange={onChange}
      />
      <button
        type="button"
        data-imagenode-part="references-upload-trigger"
        onClick={() => input.current?.click()}
      >
        <UploadIcon />
        <span data-imagenode-part="words">{t("referenceImages.upload")}</span>
      </button>
    </>
  );
}
