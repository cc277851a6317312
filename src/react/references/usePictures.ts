"use client";
import { useContext, useMemo, useState } from "react";
import type { Upload } from "../../contract/index.js";
import { useRunHistory } from "../preview/index.js";
import { GenerationStoreContext, useScope } from "../provider/index.js";
import type { KnownPicture } from "./KnownPicture.js";

/** Pictures whose links are known on this page. */
export interface Pictures {
  /** Returns a picture by its id, with its link where an upload or this node's history has it. */
  find: (attachmentId: string) => KnownPicture;
  /** Remembers what was uploaded. */
  keep: (upload: Upload) => void;
}

/** Remembers the links of uploads and of this node's images, so that no fresh one has to be fetched for them. */
export function usePictures(): Pictures {
  const { entries } = useRunHistory(useContext(GenerationStoreContext), useScope());
  const [kept] = useState(() => new Map<string, KnownPicture>());
  return useMemo(
    () => ({
      find(attachmentId) {
        const own = entries.find(({ generation }) => generation.output.attachmentId === attachmentId);
        if (!own) return kept.get(attachmentId) ?? { attachmentId };
        const { output, image } = own.generation;
        return { attachmentId, imageUrl: output.imageUrl, expiresAt: image.expiresAt };
      },
      keep({ attachmentId, imageUrl, expiresAt }) {
        kept.set(attachmentId, { attachmentId, imageUrl, expiresAt });
      },
    }),
    [entries, kept],
  );
}
