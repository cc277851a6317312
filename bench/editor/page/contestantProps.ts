import type { ComponentType } from "react";

/** What each editor is given. */
export interface ContestantProps {
  text: string;
  paths: readonly string[];
}

/**
 * An editor that takes part, loaded on demand so that none pays for another. The variables are brought into the shape
 * that the editor takes before it is mounted: a host has them in that shape.
 *
 * @param rows the most rows of the list, for editors that show more than the others unless told
 */
export type LoadContestant = (
  paths: readonly string[],
  rows: number | undefined,
) => Promise<ComponentType<ContestantProps>>;

/** How the bench reaches into an editor that is no textarea, or whose textarea is not what it saves. */
export interface Access {
  /** The prompt as a host would save it. */
  read?(): string;
  /** Puts the caret at about this offset of the text. */
  placeCaret?(offset: number): void;
}

declare global {
  interface Window {
    access?: Access | undefined;
    /** Mounts the contestant; resolves with the milliseconds until its field is painted. */
    mountEditor(): Promise<number>;
  }
}

/** Hands the access to the page. */
export function expose(access: Access): void {
  window.access = access;
}
