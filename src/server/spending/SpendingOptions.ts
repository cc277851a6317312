import type { GenerationContext, Price, Usage } from "../../contract/index.js";
import type { SettingValues } from "../models/ImageCall.js";

/** Run that is about to spend, as `spending.reserve` is told of it. */
export interface SpendingRequest {
  /** Id of the workspace. */
  readonly scope: string;
  /** Id of the person or service that asked. */
  readonly subject: string;
  /** Id of the run. It is told again at its settlement. */
  readonly id: string;
  /** Id of the image model. */
  readonly imageModel: string;
  /** Id of the prompt model; `null` where none will be called. */
  readonly promptModel: string | null;
  /** Expected price of the run, per currency; empty where no price is known. */
  readonly estimate: readonly Price[];
  /** Settings of the image model, with the defaults of those that were left out. */
  readonly settings: SettingValues;
  /** Context of the request, as the caller sent it. */
  readonly context: GenerationContext;
}

/** Answer of `spending.reserve`. A refusal ends the run before anything is spent. */
export type Reservation =
  | {
      readonly ok: true;
      /** Host's own mark of the reservation: a text of at most 1,000 characters, which the run keeps. */
      readonly token: string;
    }
  | {
      readonly ok: false;
      readonly kind: "credits_exhausted" | "rate_limited" | "forbidden";
      /** Sentence for whoever asked; the contract's own by default. */
      readonly message?: string | undefined;
      /** Milliseconds after which to ask again. */
      readonly retryAfterMs?: number | undefined;
    };

/** Outcome of a run, as `spending.settle` is told of it. */
export interface Settlement {
  /**
   * Token of the reservation. `null` where `reserve` failed or took longer than 30 seconds, where the process died after it had
   * asked and before it could note the answer, or where the run store did not take the answer: the host finds the reservation
   * by `id`, and there may be none. After `null` the same id may come again with its token: that one counts. One that comes
   * with `null` after its token says nothing new.
   */
  readonly token: string | null;
  /** Id of the run: a settlement that comes twice has the same. */
  readonly id: string;
  /** Id of the workspace. */
  readonly scope: string;
  /** Whether an image was charged; `null` where nobody can tell. */
  readonly charged: boolean | null;
  /** Usage of the run, by line. Without a prompt that an earlier run of the same key has paid for. */
  readonly usage: Usage;
  /** Price of the run by its usage, per currency; empty where nothing was used or no price is known. */
  readonly price: readonly Price[];
}

/** Credits of a workspace, as the catalog shows them. */
export interface Credits {
  /** Amount that is left, in `unit`; less than nothing is told as 0. */
  readonly left: number;
  /** Currency (ISO 4217), or another unit of account such as "credits": the form compares it with that of the prices. */
  readonly unit: string;
  /** Time at which they are filled up, in ISO 8601. */
  readonly resetsAt?: string | undefined;
}

/** Account of what runs may spend and have spent. All of it may be asynchronous. */
export interface SpendingOptions {
  /**
   * Reserves what a run will spend. Called once for each run, after everything else was checked and before a model is
   * called; never for a replay or a refused request. One that throws, or has not answered within 30 seconds, refuses the run,
   * which is then settled without a token; what a slow one reserves after all is settled with its token when it answers.
   */
  reserve: (request: SpendingRequest) => Reservation | Promise<Reservation>;
  /**
   * Settles a reservation: called once for each, however the run ended. One that throws, or has not answered within 30
   * seconds, is asked again; after a process has died, another may repeat a settlement that was taken: the host tells it by
   * `id`.
   */
  settle: (settlement: Settlement) => void | Promise<void>;
  /**
   * Reads the credits that the catalog shows to whoever asks, at each request for it; `null` shows none. One that throws,
   * or takes longer than 5 seconds, is reported and shows none. Never asked by default.
   */
  credits?:
    | ((who: {
        readonly scope: string;
        readonly subject: string;
      }) => Credits | null | Promise<Credits | null>)
    | undefined;
}
