"use client";
import { useMemo } from "react";
import { useImageLink } from "../preview/index.js";
import { useImageNodeClient } from "../provider/index.js";
import type { KnownPicture } from "./KnownPicture.js";

const LONG_AGO = new Date(0).toISOString();

/** Follows the link of a picture; where only its id is known, a link is fetched. */
export function useReferenceLink(picture: KnownPicture | undefined): ReturnType<typeof useImageLink> {
  const client = useImageNodeClient();
  const { attachmentId = "", imageUrl = "", expiresAt } = picture ?? {};
  const linked = useMemo(
    () =>
      attachmentId + imageUrl === ""
        ? undefined
        : {
            output: { attachmentId, imageUrl },
            // Without a link one is fetched at once.
            image: { expiresAt: expiresAt ?? (imageUrl === "" ? LONG_AGO : "") },
          },
    [attachmentId, imageUrl, expiresAt],
  );
  const link = useImageLink(linked, attachmentId === "" ? null : client);
  const isComing = imageUrl === "" && link.status === "unsafe";
  return isComing ? { ...link, status: "refreshing" } : link;
}
