"use client";
import type { useImageLink } from "../preview/index.js";
import { PictureIcon, VariableIcon } from "./icons.js";

/** Small picture for the eye only; an icon where there is none. */
export function ReferenceThumb({ link, isVariable = false }: ReferenceThumbProps) {
  const { src, status, onError } = link;
  const icon = isVariable ? <VariableIcon /> : <PictureIcon />;
  return (
    <span data-imagenode-part="references-thumb" data-state={status}>
      {src === undefined ? (
        icon
      ) : (
        <img
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          onError={onError}
        />
      )}
    </span>
  );
}

interface ReferenceThumbProps {
  link: Pick<ReturnType<typeof useImageLink>, "src" | "status" | "onError">;
  /** Whether a variable leads to the picture. No by default. @default false */
  isVariable?: boolean;
}
