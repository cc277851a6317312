"use client";
import { useMemo, useState, useSyncExternalStore } from "react";
import { createStore } from "../../internal/createStore.js";
import { Space } from "../internal/Space.js";
import { useCatalog } from "../provider/index.js";
import { RemoveIcon } from "./icons.js";
import { ReferenceThumb } from "./ReferenceThumb.js";
import { useReferencesContext } from "./ReferencesContext.js";
import type { ReferenceUpload } from "./ReferenceUpload.js";
import { useReferenceMessages } from "./useReferenceMessages.js";
import { wordUploadError } from "./wordUploadError.js";

/** One picture on its way, or why it did not get there, with buttons that end it and send it again. */
export function UploadItem({ upload }: { upload: ReferenceUpload }) {
  const { cancelUpload, retryUpload } = useReferencesContext("References.List");
  const { catalog } = useCatalog();
  const t = useReferenceMessages();
  const src = useFileLink(upload.file);
  const [isBroken, setBroken] = useState(false);
  const { key, status, attempt } = upload;
  const name = upload.name || t("referenceImages.unnamed");
  const isFailed = status === "failed";
  const words = {
    waiting: () => t("referenceImages.waiting"),
    uploading: () => t(attempt > 1 ? "referenceImages.again" : "referenceImages.uploading"),
    failed: () => wordUploadError(t, upload, catalog),
  };
  return (
    <li data-imagenode-part="references-upload" data-status={status} data-key={key}>
      <ReferenceThumb
        link={{ src: isBroken ? undefined : src, status: "fresh", onError: () => setBroken(true) }}
      />
      <span data-imagenode-part="references-words">
        <span data-imagenode-part="references-label" dir="auto" title={name}>
          {name}
        </span>
        <Space />
        <span data-imagenode-part={isFailed ? "references-trouble" : "references-hint"} dir="auto">
          {words[status]()}
        </span>
        {status === "uploading" && (
          <progress data-imagenode-part="references-progress" aria-label={t("referenceImages.uploading")} />
        )}
      </span>
      <Space />
      <span data-imagenode-part="references-buttons">
        {isFailed && (
          <button
            type="button"
            data-imagenode-part="references-retry"
            aria-label={t("referenceImages.retry", { name })}
            onClick={() => retryUpload(key)}
          >
            {t("referenceImages.retryShort")}
          </button>
        )}
        <button
          type="button"
          data-imagenode-part="references-cancel"
          aria-label={t(isFailed ? "referenceImages.remove" : "referenceImages.cancel", { name })}
          onClick={() => cancelUpload(key)}
        >
          <RemoveIcon />
        </button>
      </span>
    </li>
  );
}

/** Attributes of one upload. */
export interface ReferenceUploadState {
  /** @selector [data-status] State of the upload. */
  status: "waiting" | "uploading" | "failed";
}

/** Makes a link to a file of this page; a simulated page has none. */
function useFileLink(file: Blob): string | undefined {
  const link = useMemo(() => createFileLink(file), [file]);
  return useSyncExternalStore(link.subscribe, link.get, () => undefined);
}

/** Creates a link that lives for as long as somebody shows it. */
function createFileLink(file: Blob) {
  const store = createStore<string | undefined>(undefined);
  return {
    get: store.get,
    subscribe(listener: () => void) {
      const leave = store.subscribe(listener);
      if (file.type.startsWith("image/") && typeof URL.createObjectURL === "function")
        store.set(URL.createObjectURL(file));
      return () => {
        leave();
        const url = store.get();
        store.set(undefined);
        if (url !== undefined) URL.revokeObjectURL(url);
      };
    },
  };
}
