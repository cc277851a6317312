"use client";
import type { Generation } from "../../../contract/index.js";
import { useImageNodeClient } from "../../provider/index.js";
import { useImageLink } from "../link/useImageLink.js";

/** Small image for the eye only; the element around it names it. */
export function ImageThumb({ generation }: { generation: Generation }) {
  const link = useImageLink(generation, useImageNodeClient());
  return (
    <span data-imagenode-part="preview-thumb-picture" data-state={link.status}>
      {link.src !== undefined && (
        <img
          src={link.src}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={link.onError}
        />
      )}
    </span>
  );
}

/** Attributes of a small image. */
export interface ImageThumbState {
  /** @selector [data-state] Its link. */
  state: "none" | "fresh" | "refreshing" | "broken" | "expired" | "deleted" | "unsafe";
}
