/** Timers of a check. */
export interface Clock {
  /** Calls a function once that many milliseconds have passed, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock of the process. Its timers keep no process alive: what they limit does. */
export const processClock: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
