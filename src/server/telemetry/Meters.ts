import type { ErrorKind, RunStatus, UsageItem } from "../../contract/index.js";
import type { SpanAttributes } from "./TraceSpan.js";

/** Generation that ended, as far as metrics count it. */
export interface CountedGeneration {
  readonly scope: string;
  readonly status: RunStatus;
  readonly kind?: ErrorKind | undefined;
  readonly imageModel: string;
  readonly charged: boolean | null;
}

/** Metrics of the back end. None of the calls throws. */
export interface Meters {
  /** Counts a generation that ended. */
  ended(generation: CountedGeneration): void;
  /** Counts the cost of what was used, once for each line. */
  spent(scope: string, items: readonly UsageItem[]): void;
  /** Records how long a call of a model took, in seconds. */
  called(seconds: number, attributes: SpanAttributes): void;
  /** Records how long a step without a model took ("convert" or "store"), in seconds. */
  stepped(step: string, seconds: number, failure?: string): void;
  /** Records how long a run waited for its start, in seconds. */
  waited(seconds: number, imageModel: string): void;
  /** Counts a picture that may have been paid and is lost, once for a run. */
  lost(scope: string, imageModel: string): void;
  /** Counts a run that went on after its process had died, without a second call of the model. */
  resumed(scope: string, imageModel: string): void;
  /** Counts a reservation that the host made. */
  reserved(scope: string): void;
  /** Counts a reservation that was settled. */
  settled(scope: string): void;
}
