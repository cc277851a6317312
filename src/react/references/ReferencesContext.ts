"use client";
import type { Reference } from "../../contract/index.js";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { KnownPicture } from "./KnownPicture.js";
import type { ReferenceUpload } from "./ReferenceUpload.js";

/** Reference of the form, with what is known of it. */
export interface ReferenceEntry {
  /** Reference as the configuration has it. */
  reference: Reference;
  /** Key that stays the same when the order changes. */
  key: string;
  /** Place in the list, from 0. */
  index: number;
  /** Name for people: its label, else its variable or its place. */
  name: string;
  /** Picture that it leads to, as far as it is known here; of a variable, that of its sample. */
  picture: KnownPicture | undefined;
  /** Whether the model does not take it: it takes none, or fewer. */
  unused: boolean;
  /** Fault of the reference itself, or of its variable, in words. */
  fault: string | undefined;
}

/** State that the parts of reference images share. */
export interface ReferencesContextValue {
  /** Name of the image model as people read it. */
  model: string;
  /** Most pictures that the model takes; 0 where it takes none. */
  max: number;
  /** Least pictures that the model needs; 0 where it draws without. */
  min: number;
  /** References of the configuration, in order. */
  references: readonly ReferenceEntry[];
  /** Pictures on their way, and those that did not get there. */
  uploads: readonly ReferenceUpload[];
  /** Media types that the model takes. */
  mimeTypes: readonly string[];
  /** Whether pictures can be uploaded: the back end takes them, and the form can be changed. */
  canUpload: boolean;
  /** Whether nothing can be changed, also where the form is only read. */
  disabled: boolean;
  /** Adds a reference at the end and commits; `name` is what the live region calls it. */
  add: (reference: Reference, name?: string) => void;
  /** Uploads files and adds each once it is kept. */
  addFiles: (files: readonly Blob[]) => void;
  /** Removes the reference at a place and commits. */
  remove: (index: number) => void;
  /** Moves a reference to another place and commits. */
  move: (from: number, to: number) => void;
  /** Ends an upload, or takes away one that failed. */
  cancelUpload: (key: string) => void;
  /** Sends an upload that failed again, under the same key. */
  retryUpload: (key: string) => void;
  /** Words for a screen reader: what was added, moved, removed, or has failed. */
  announcement: string;
}

const referencesContext = createStrictContext<ReferencesContextValue>(
  "References.Root",
  "the pictures that the image model is given",
);

export const [ReferencesProvider] = referencesContext;

/** Reads the state for a part of ours, which the error for a missing root names. */
export const useReferencesContext = referencesContext[1];
