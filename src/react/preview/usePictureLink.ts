"use client";
import { useCallback, useEffect, useState } from "react";
import { isSafeImageUrl } from "../../client/index.js";
import type { ImageNodeClient } from "../../client/index.js";
import type { Generation } from "../../contract/index.js";

/** The picture's link as it is now. */
export interface PictureLink {
  /** `undefined` where there is no picture, or none that may be shown. */
  src: string | undefined;
  /** Epoch milliseconds. */
  expiresAt: number | undefined;
  status: "none" | "fresh" | "refreshing" | "broken" | "unsafe";
  /** The picture did not load: a fresh link is fetched once. */
  onError: () => void;
  /** Fetches a fresh link; `null` without a client. */
  refresh: (() => void) | null;
}

interface Refreshed {
  of: Generation;
  status: "fresh" | "refreshing" | "broken";
  imageUrl: string;
  expiresAt: string;
}

/** Follows a picture's link over its life: signed links end, and a fresh one is had by the attachment's id. */
export function usePictureLink(picture: Generation | undefined, client: ImageNodeClient | null): PictureLink {
  const [refreshed, setRefreshed] = useState<Refreshed | null>(null);
  const own = refreshed && refreshed.of === picture ? refreshed : null;

  const refresh = useCallback(() => {
    if (!client || !picture) return;
    const { imageUrl, attachmentId } = picture.output;
    const before = { of: picture, imageUrl, expiresAt: picture.image.expiresAt };
    setRefreshed({ ...before, status: "refreshing" });
    client.refreshUrl(attachmentId).then(
      (fresh) => setRefreshed({ of: picture, status: "fresh", ...fresh }),
      () => setRefreshed({ ...before, status: "broken" }),
    );
  }, [client, picture]);

  const onError = useCallback(() => {
    if (!picture) return;
    if (client && !own) refresh();
    else
      setRefreshed({
        of: picture,
        imageUrl: "",
        expiresAt: picture.image.expiresAt,
        ...own,
        status: "broken",
      });
  }, [client, own, picture, refresh]);

  // A link that has ended is not even tried: the request would only show a broken picture first.
  useEffect(() => {
    if (picture && client && Date.parse(picture.image.expiresAt) <= Date.now()) refresh();
  }, [picture, client, refresh]);

  if (!picture) return { src: undefined, expiresAt: undefined, status: "none", onError, refresh: null };
  const url = own?.imageUrl || picture.output.imageUrl;
  const safe = isSafeImageUrl(url);
  const status = own?.status ?? "fresh";
  return {
    src: safe && status === "fresh" ? url : undefined,
    expiresAt: Date.parse(own?.expiresAt ?? picture.image.expiresAt),
    status: safe ? status : "unsafe",
    onError,
    refresh: client ? refresh : null,
  };
}
