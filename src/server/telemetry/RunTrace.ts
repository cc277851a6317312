/** Trace that a run belongs to, as its record keeps it. */
export interface RunTrace {
  /** Span that the run's spans stand under, as W3C's header `traceparent` writes it. */
  readonly traceparent: string;
  /** Header `tracestate` that belongs to it. */
  readonly tracestate?: string | undefined;
  /** Span id of the last attempt, which the next one links to. */
  readonly attempt?: string | undefined;
}
