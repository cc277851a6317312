"use client";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { isSafeImageUrl } from "../../../client/index.js";
import type { ImageNodeClient } from "../../../client/index.js";
import { noSubscription } from "../../internal/noSubscription.js";
import { createImageLinks, imageLinksOf } from "./createImageLinks.js";
import type { LinkedImage, LinkState } from "./createImageLinks.js";

/** Link of an image as it is now. */
export interface ImageLink {
  /** Address of the image; `undefined` where there is none, or none that may be shown. */
  src: string | undefined;
  /** End of the link, in epoch milliseconds. */
  expiresAt: number | undefined;
  /** State of the link; "none" without an image, "unsafe" for an address that is not shown. */
  status: "none" | "unsafe" | LinkState["status"];
  /** Handles an image that did not load: fetches a fresh link once. */
  onError: () => void;
  /** Fetches a fresh link; `null` without a client. */
  refresh: (() => void) | null;
}

/** Time before the end of a link at which it is renewed; half-way where it lives shorter. */
const AHEAD_MS = 5 * 60_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Follows an image's link over its life: signed links end, and a fresh one comes by the attachment's id. */
export function useImageLink(generation: LinkedImage | undefined, client: ImageNodeClient | null): ImageLink {
  const links = useMemo(() => (client ? imageLinksOf(client) : createImageLinks(null)), [client]);
  const subscribe = useCallback(
    (listener: () => void) => (generation ? links.subscribe(generation, listener) : noSubscription()),
    [links, generation],
  );
  const own = useSyncExternalStore(
    subscribe,
    () => generation && links.get(generation),
    () => undefined,
  );
  const status = own?.status ?? "fresh";
  const expiresAt = own?.expiresAt ?? generation?.image.expiresAt;
  const fetchedAt = own?.fetchedAt ?? 0;
  const late = own?.late ?? false;

  useEffect(() => {
    if (!generation || !client || status !== "fresh" || expiresAt === undefined) return undefined;
    const end = Date.parse(expiresAt);
    // A link that is over when it comes would be fetched for ever.
    if (Number.isNaN(end) || (fetchedAt > 0 && end <= fetchedAt)) return undefined;
    const ahead = late ? end : Math.max(end - AHEAD_MS, fetchedAt > 0 ? (end + fetchedAt) / 2 : 0);
    // A link that has ended is not even tried: the request would only show a broken image first.
    const renew = () => links.refresh(generation, end <= Date.now() ? "needed" : "ahead");
    const left = ahead - Date.now();
    if (left <= 0) {
      renew();
      return undefined;
    }
    const timer = setTimeout(renew, Math.min(left, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  }, [generation, client, links, status, expiresAt, fetchedAt, late]);

  const onError = useCallback(() => {
    if (generation) links.fail(generation);
  }, [links, generation]);
  const refresh = useMemo(
    () => (client && generation ? () => links.refresh(generation, "needed") : null),
    [client, links, generation],
  );
  return useMemo(() => {
    if (!generation) return { src: undefined, expiresAt: undefined, status: "none", onError, refresh: null };
    const url = own?.imageUrl ?? generation.output.imageUrl;
    const safe = isSafeImageUrl(url);
    return {
      src: safe && status === "fresh" ? url : undefined,
      expiresAt: Date.parse(expiresAt ?? ""),
      status: safe || status !== "fresh" ? status : "unsafe",
      onError,
      refresh,
    };
  }, [generation, own, status, expiresAt, onError, refresh]);
}
