import type { Principal } from "../options.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";

/** One request on its way to its answer. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  /** Id for the log, which the caller is told too. */
  readonly requestId: string;
  /** Span of the request. */
  readonly trace: TraceSpan;
  /**
   * Set while the call works on a run that may be under way, with the run's id once it is known; the router sets it where
   * the path names the run, an operation where it finds or claims one. A failure without a name then leaves the charge
   * unknown: "not charged" would let the caller pay a second time.
   */
  unknownCharge: { readonly id?: string } | null;
}

/** A call whose caller `authorize` has named. */
export interface AuthorizedCall extends Call {
  readonly principal: Principal;
}
