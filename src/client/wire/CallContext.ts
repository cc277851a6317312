import type { StreamEvent } from "../../contract/index.js";
import type { ClientOptions } from "../types.js";
import type { Deadline } from "./createDeadline.js";
import type { ClientDependencies } from "./withRetries.js";

/** State that running and following a generation share during one call. */
export interface CallContext {
  options: ClientOptions;
  dependencies: ClientDependencies;
  maxRetries: number;
  deadline: Deadline;
  onEvent: (event: StreamEvent) => void;
  /** Whether the back end has runs; `undefined` until a catalog said so. */
  runs: boolean | undefined;
  /** `Accept` of a look at a run. */
  accept: string;
  /** Whether a run may be under way, so that a refusal is not its end. */
  mayRun: boolean;
}
