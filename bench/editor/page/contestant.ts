import type { ComponentType } from "react";

/** What each editor is given. */
export interface ContestantProps {
  text: string;
  paths: readonly string[];
}

/** An editor that takes part, loaded on demand so that none pays for another. */
export type LoadContestant = () => Promise<ComponentType<ContestantProps>>;
