"use client";
import type { GenerationState, GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation, ImageNodeConfig } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { ScopeValue } from "../provider/index.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import type { LateImage } from "./late/useLateImage.js";
import type { ImageLink } from "./link/useImageLink.js";
import type { PromptPreviewState } from "./usePromptPreview.js";

/** Failure of a button, such as copying, with the text or link by which a person can still do it. */
export interface PreviewTrouble {
  /** Message for people. */
  words: string;
  /** Text to be copied by hand. */
  text?: string | undefined;
  /** Address to be opened and saved from. */
  href?: string | undefined;
}

/** State that the parts of a preview share. */
export interface PreviewContextValue {
  /** State of the run. */
  state: GenerationState;
  /** Store of the run; `null` where a saved generation is shown: there is nothing to start or cancel. */
  store: GenerationStore | null;
  /**
   * Generation whose image is shown: a selected earlier one, the run's own, the last good one after a run without, or the
   * pinned one before there is any.
   */
  generation: Generation | undefined;
  /** Relation of `generation` to the run. */
  generationIs: "current" | "previous" | "selected" | "late" | "pinned";
  /** Run that made `generation`, as far as it is known. */
  shown: HistoryEntry | undefined;
  /** Link of the image, which is renewed before it ends. */
  link: ImageLink;
  /** Shape of the image, also before there is one. */
  ratio: AspectRatio;
  /** Slug of the node, for references to its output. */
  nodeSlug: string | undefined;
  /** Node as its scope describes it; `null` without a scope. */
  scope: ScopeValue | null;
  /** Images of this node, newest first. */
  history: readonly HistoryEntry[];
  /** Number of images that the node has made, as far as it is known; more than `history` has where older ones are gone. */
  historyTotal: number;
  /** Adds an image to `history`; `undefined` where the host keeps it. */
  addToHistory: ((entry: HistoryEntry) => void) | undefined;
  /** Shows an earlier image by its run's id; `null` goes back to the newest. */
  select: (id: string | null) => void;
  /** Dialog that is open. */
  view: "zoom" | "compare" | null;
  /** Opens a dialog over the preview; `null` closes it. */
  setView: (view: "zoom" | "compare" | null) => void;
  /** Image that arrived after its run had ended. */
  late: LateImage;
  /** Prompt that was written without drawing it, where a person asked for it. */
  promptPreview: PromptPreviewState;
  /** Configuration of the node, where the host gives it; else the form around has it. */
  config: ImageNodeConfig | undefined;
  /** Called with the new configuration when a person takes a prompt or earlier settings over. */
  onConfigChange: ((config: ImageNodeConfig) => void) | undefined;
  /** Failure beside the run, such as copying. */
  trouble: PreviewTrouble | undefined;
  /** Sets or clears `trouble`. */
  setTrouble: (trouble: PreviewTrouble | undefined) => void;
  /** Announces words in the live region, until the state of the run changes. */
  announce: (words: string) => void;
  /** Words that the live region holds instead of the state of the run. */
  announcement: string | undefined;
  /** Number of announcements so far, by which the same words are told apart. */
  announcementCount: number;
}

const previewContext = createStrictContext<PreviewContextValue>("Preview.Root", "the generation");

export const [PreviewProvider] = previewContext;

/** Reads the state for a part of ours, which the error for a missing root names. */
export const usePreviewContext = previewContext[1];
