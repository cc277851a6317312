/** Reservation of a run, as the run keeps it: plain JSON. */
export interface RunSpending {
  /**
   * "reserving" until the host's answer is noted, then "open"; "settling" while a process tells the host of the end; "closed"
   * once nothing is left to settle.
   */
  readonly state: "reserving" | "open" | "settling" | "closed";
  /** Token of the reservation; `null` where none is known. */
  readonly token: string | null;
  /**
   * Time from which any process may settle the run, once it has ended, in milliseconds since 1970. Until then another is
   * about to: it settles, waits for a late image, or waits for the answer of `reserve`. Whoever goes on with late work moves
   * it on.
   */
  readonly settleAfter: number;
  /** Whether an earlier run has paid for the prompt. The usage repeats it; the settlement leaves it out. */
  readonly hasKeptPrompt?: true | undefined;
}
