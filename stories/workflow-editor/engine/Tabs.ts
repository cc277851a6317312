/** The tabs that share a journal. One of them at a time carries a run out; the others follow it. */
export interface Tabs {
  /** Does the work unless another tab is at work. Resolves to whether it was done. */
  ifFree(work: () => Promise<void>): Promise<boolean>;
  /** Does the work as soon as no other tab is at work. */
  whenFree(work: () => Promise<void>): Promise<void>;
  /** Tells the other tabs something about the run. */
  tell(news: TabNews): void;
  /** Listens to the other tabs. Returns the function that ends it. */
  listen(listener: (news: TabNews) => void): () => void;
}

/** "changed": the journal has more of the run. "cancel": somebody pressed Stop in a tab that only follows. */
export type TabNews = "changed" | "cancel";

/** One tab, without others. */
export const ALONE: Tabs = {
  async ifFree(work) {
    await work();
    return true;
  },
  whenFree: (work) => work(),
  tell: () => undefined,
  listen: () => () => undefined,
};
