"use client";
import { useMemo } from "react";
import type { ConfigFormContextValue } from "../config-form/index.js";
import type { Messages } from "../config-form/references/index.js";
import { useLatest } from "../internal/useLatest.js";
import type { Uploads } from "./createUploads.js";
import type { ReferenceEntry, ReferencesContextValue } from "./ReferencesContext.js";
import type { ReferenceEdits } from "./useReferenceEdits.js";

type ActionName = "add" | "addFiles" | "remove" | "move" | "cancelUpload" | "retryUpload";

/** Options of {@link useReferenceActions}. */
export interface ActionsOptions {
  form: Pick<ConfigFormContextValue, "disabled" | "readOnly">;
  canUpload: boolean;
  edits: ReferenceEdits;
  uploads: Uploads;
  references: readonly ReferenceEntry[];
  announce: (words: string) => void;
  /** Names the controls that focus should go to, the best first. */
  wish: (selectors: readonly string[]) => void;
  t: Messages;
}

const partOf = (name: string) => `[data-imagenode-part="${name}"]`;
const ADD_BUTTON = `${partOf("references-add")} button`;

/** Selects the controls of the item at a place. */
const itemAt = (index: number) => `${partOf("references-item")}[data-index="${index}"]`;
const removeAt = (index: number) => `${itemAt(index)} ${partOf("references-remove")}`;

/** Returns the actions of reference images: each writes, says what became of it, and keeps the focus near. */
export function useReferenceActions(options: ActionsOptions): Pick<ReferencesContextValue, ActionName> {
  const latest = useLatest(options);
  return useMemo(() => {
    const isLocked = () => latest.current.form.disabled || latest.current.form.readOnly;
    const say = (key: string, name: string | undefined, params: Readonly<Record<string, unknown>> = {}) => {
      const { announce, t } = latest.current;
      announce(t(`referenceImages.${key}`, { name: name || t("referenceImages.unnamed"), ...params }));
    };
    const nameAt = (index: number) => latest.current.references[index]?.name;
    return {
      add(reference, name) {
        if (isLocked()) return;
        const place = latest.current.edits.add(reference).length;
        latest.current.wish([`${partOf("references-add")} :focus`, removeAt(place - 1)]);
        say("added", name ?? reference.label, { place });
      },
      addFiles(files) {
        const [first] = files;
        if (!latest.current.canUpload || !first) return;
        latest.current.uploads.add(files);
        say("startsUpload", (first as Partial<File>).name);
      },
      remove(index) {
        const name = nameAt(index);
        const next = isLocked() ? null : latest.current.edits.remove(index);
        if (!next) return;
        latest.current.wish([removeAt(Math.min(index, next.length - 1)), ADD_BUTTON]);
        say("removed", name);
      },
      move(from, to) {
        const name = nameAt(from);
        const next = isLocked() ? null : latest.current.edits.move(from, to);
        if (!next) return;
        const place = Math.min(next.length - 1, Math.max(0, to));
        const directions = to < from ? ["up", "down"] : ["down", "up"];
        latest.current.wish(
          directions.map((each) => `${itemAt(place)} ${partOf(`references-move-${each}`)}`),
        );
        say("moved", name, { place: place + 1, count: next.length });
      },
      cancelUpload(key) {
        const { uploads, wish, references } = latest.current;
        const upload = uploads.get().find((each) => each.key === key);
        if (!upload) return;
        wish([ADD_BUTTON, removeAt(references.length - 1)]);
        uploads.cancel(key);
        say("cancelled", upload.name);
      },
      retryUpload(key) {
        const { uploads, wish } = latest.current;
        const upload = uploads.get().find((each) => each.key === key);
        if (upload?.status !== "failed") return;
        wish([`${partOf("references-upload")}[data-key="${key}"] ${partOf("references-cancel")}`]);
        uploads.retry(key);
        say("startsUpload", upload.name);
      },
    };
  }, [latest]);
}
