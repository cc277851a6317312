"use client";
import type { GenerationState, GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation, ImageNodeConfig } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { HistoryEntry } from "./HistoryEntry.js";
import type { LatePicture } from "./useLatePicture.js";
import type { PictureLink } from "./usePictureLink.js";
import type { PromptPreviewState } from "./usePromptPreview.js";

/** Something that a button could not do, and the text or link by which a person still can. */
export interface PreviewTrouble {
  words: string;
  /** To be copied by hand. */
  text?: string | undefined;
  /** To be opened and saved from there. */
  href?: string | undefined;
}

/** What the parts of a preview share. */
export interface PreviewContextValue {
  state: GenerationState;
  /** `null` where a saved generation is shown: there is nothing to start or cancel. */
  store: GenerationStore | null;
  /** The picture to show: the chosen earlier one, the run's own, or the last good one after a run without. */
  picture: Generation | undefined;
  /** Which of these it is. */
  pictureIs: "current" | "previous" | "selected" | "late";
  /** The run that made `picture`, as far as it is known. */
  shown: HistoryEntry | undefined;
  link: PictureLink;
  ratio: AspectRatio;
  nodeSlug: string | undefined;
  /** The pictures of this node, newest first. */
  history: readonly HistoryEntry[];
  /** Shows an earlier picture by its run's id; `null` goes back to the newest. */
  select: (id: string | null) => void;
  /** The dialog that is open. */
  view: "zoom" | "compare" | null;
  setView: (view: "zoom" | "compare" | null) => void;
  late: LatePicture;
  promptPreview: PromptPreviewState;
  onRestoreSettings: ((config: ImageNodeConfig) => void) | undefined;
  trouble: PreviewTrouble | undefined;
  setTrouble: (trouble: PreviewTrouble | undefined) => void;
  /** Says something in the preview's live region, until the run's state changes. */
  announce: (words: string) => void;
  announcement: string | undefined;
}

export const [PreviewProvider, usePreview] = createStrictContext<PreviewContextValue>(
  "Preview.Root",
  "the generation",
);
