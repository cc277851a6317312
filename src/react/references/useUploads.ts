"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useImageNodeClient } from "../provider/index.js";
import { ImageNodeError } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { createUploads } from "./createUploads.js";
import type { Uploads, UploadsOptions } from "./createUploads.js";
import type { ReferenceUpload } from "./ReferenceUpload.js";

const NONE: readonly ReferenceUpload[] = [];

/** Holds the uploads of a form for as long as its parts are mounted. */
export function useUploads(events: Omit<UploadsOptions, "send">): {
  uploads: Uploads;
  list: readonly ReferenceUpload[];
} {
  const latest = useLatest({ client: useImageNodeClient(), events });
  const [uploads] = useState(() =>
    createUploads({
      send: async (file, options) => {
        const { client } = latest.current;
        if (!client) throw new ImageNodeError({ kind: "unsupported", charged: false });
        return client.upload(file, options);
      },
      onKept: (...kept) => latest.current.events.onKept(...kept),
      onFailed: (upload) => latest.current.events.onFailed(upload),
    }),
  );
  useEffect(() => () => uploads.dispose(), [uploads]);
  const list = useSyncExternalStore(uploads.subscribe, uploads.get, () => NONE);
  return { uploads, list };
}
