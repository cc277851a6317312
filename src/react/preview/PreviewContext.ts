"use client";
import type { GenerationState, GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { PictureLink } from "./usePictureLink.js";

/** What the parts of a preview share. */
export interface PreviewContextValue {
  state: GenerationState;
  /** `null` where a saved generation is shown: there is nothing to start or cancel. */
  store: GenerationStore | null;
  /** The picture to show: the run's own, or the last good one after a run without. */
  picture: Generation | undefined;
  /** Whether `picture` is of an earlier run. */
  isPrevious: boolean;
  link: PictureLink;
  ratio: AspectRatio;
  nodeSlug: string | undefined;
  /** Says something in the preview's live region, until the run's state changes. */
  announce: (words: string) => void;
  announcement: string | undefined;
}

export const [PreviewProvider, usePreview] = createStrictContext<PreviewContextValue>(
  "Preview.Root",
  "the generation",
);
