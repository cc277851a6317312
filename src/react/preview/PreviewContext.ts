"use client";
import type { GenerationState, GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation, ImageNodeConfig } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import type { LateImage } from "./late/useLateImage.js";
import type { ImageLink } from "./link/useImageLink.js";
import type { PromptPreviewState } from "./usePromptPreview.js";

/** Something that a button could not do, and the text or link by which a person still can. */
export interface PreviewTrouble {
  /** What went wrong, in words for people. */
  words: string;
  /** To be copied by hand. */
  text?: string | undefined;
  /** To be opened and saved from there. */
  href?: string | undefined;
}

/** What the parts of a preview share. */
export interface PreviewContextValue {
  /** The run's state. */
  state: GenerationState;
  /** `null` where a saved generation is shown: there is nothing to start or cancel. */
  store: GenerationStore | null;
  /** The image to show: the chosen earlier one, the run's own, or the last good one after a run without. */
  generation: Generation | undefined;
  /** Which of these it is. */
  generationIs: "current" | "previous" | "selected" | "late";
  /** The run that made `image`, as far as it is known. */
  shown: HistoryEntry | undefined;
  /** The image's link, and whether it must be refreshed. */
  link: ImageLink;
  /** The image's shape. */
  ratio: AspectRatio;
  /** The node's slug, for references to its output. */
  nodeSlug: string | undefined;
  /** The images of this node, newest first. */
  history: readonly HistoryEntry[];
  /** Shows an earlier image by its run's id; `null` goes back to the newest. */
  select: (id: string | null) => void;
  /** The dialog that is open. */
  view: "zoom" | "compare" | null;
  /** Opens a dialog over the preview, or closes it with null. */
  setView: (view: "zoom" | "compare" | null) => void;
  /** An image that arrived after its run had ended. */
  late: LateImage;
  /** The prompt as it would be sent, where it was asked for. */
  promptPreview: PromptPreviewState;
  /** What the node is set to, and how that is changed, where the host said so; else the form around knows. */
  config: ImageNodeConfig | undefined;
  /** Called with what the node shall be set to, when a person takes earlier settings over. */
  onConfigChange: ((config: ImageNodeConfig) => void) | undefined;
  /** What went wrong beside the run, such as copying. */
  trouble: PreviewTrouble | undefined;
  /** Says or unsays what went wrong beside the run. */
  setTrouble: (trouble: PreviewTrouble | undefined) => void;
  /** Says something in the preview's live region, until the run's state changes. */
  announce: (words: string) => void;
  /** What assistive technology is told, next. */
  announcement: string | undefined;
}

const previewContext = createStrictContext<PreviewContextValue>("Preview.Root", "the generation");

export const [PreviewProvider] = previewContext;

/** What the preview's root tells its parts. Throws outside one, naming the part that asked. */
export const usePreview = previewContext[1];
