import type { Catalog, Generation, Problem, PromptPreview } from "../../contract/index.js";
import type { WireErrorKind } from "../fixtures/problemFixtures.js";

/**
 * Fault that spoils the first response of a run. The run itself goes on, so that another request with the same key finds
 * it:
 * "no_answer" stays silent until the caller gives up · "network" loses the connection before the response ·
 * "cut" loses it in the middle of the body · "no_terminal_event" ends a stream without its last event ·
 * "empty" and "not_json" answer 200 with nothing or with HTML, "bad_gateway" answers 502 with HTML (a proxy did it) ·
 * "contract_violation" answers whole JSON that the contract does not allow.
 */
export type TransportFault =
  | "no_answer"
  | "network"
  | "cut"
  | "no_terminal_event"
  | "empty"
  | "not_json"
  | "bad_gateway"
  | "contract_violation";

/** Plan of one run. Every member may be left out: the run then succeeds at once. */
export interface ScriptedRun {
  /** End of the run: an image, a kind of the error table, or none until it is cancelled. @default "succeeded" */
  end?: "succeeded" | "never" | WireErrorKind | undefined;
  /** Whether an error comes before the run exists, as a plain problem. By default this depends on the kind, as in a real back end. */
  refused?: boolean | undefined;
  /** Members of the problem that differ from the fixture of its kind; `kind` may be one that nobody knows. */
  problem?: Partial<Problem> | undefined;
  /** Members of the generation that differ from what the request asks for. */
  generation?: Partial<Generation> | undefined;
  /** Milliseconds that each stage takes. @default the script's `stageMs` */
  stageMs?: number | undefined;
  /** Milliseconds that it waits as "queued" first. @default 0 */
  queuedMs?: number | undefined;
  /** Number of unfinished images that a stream shows. @default 0 */
  partialImages?: number | undefined;
  /** Fault of the connection that spoils the first response. By default there is none. */
  transport?: TransportFault | undefined;
  /** Answers the first request of the run in its place, for anything that the other members can't express. */
  respond?: ((request: Request) => Response | Promise<Response>) | undefined;
  /** Whether the run's state shows an image that arrived after its end. @default false */
  late?: boolean | undefined;
}

/** Script of a back end. Every member may be left out. */
export interface Script {
  /** Catalog, or the problem in its place. @default `fixtures.catalog` */
  catalog?: Catalog | Problem | undefined;
  /** Plans of the runs, in order; the last one repeats. Or a function of the run's number, from 0. By default every run succeeds. */
  runs?:
    ScriptedRun | readonly ScriptedRun[] | ((index: number, request: Request) => ScriptedRun) | undefined;
  /** Members of the response to `POST /prompts`, or its problem. By default the prompt is made from the request. */
  prompts?: Partial<PromptPreview> | Problem | undefined;
  /** Problem in place of each upload. By default a picture is kept, where the catalog offers uploads. */
  uploads?: Problem | undefined;
  /** Milliseconds that each stage takes. @default 0 */
  stageMs?: number | undefined;
  /** Waits until a stage ends; tests pass their own to decide when. @default `setTimeout` */
  delay?: ((milliseconds: number, stage: string) => Promise<void>) | undefined;
  /** Returns the epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined;
  /** Seconds that a link lives; negative makes links that have ended. A refreshed link always lives a week. @default 604800 */
  linkTtlSeconds?: number | undefined;
  /** Whether the images are gone. @default false */
  deleted?: boolean | undefined;
  /** Kind of links. "blob" links are object URLs, which a page can show without a server. @default "blob" in a browser, else "http" */
  links?: "blob" | "http" | undefined;
}

/** Request as the back end saw it. */
export interface ScriptedRequest {
  /** HTTP method. */
  readonly method: string;
  /** Whole address. */
  readonly url: string;
  /** Path of the address. */
  readonly path: string;
  /** Operation of the contract, or `null` where the path has none. */
  readonly operation: string | null;
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Idempotency key, or `null` where none was sent. */
  readonly idempotencyKey: string | null;
  /** Exact text of the body; empty for an upload, which is none. */
  readonly text: string;
  /** Body as JSON, or `undefined`. */
  readonly body: unknown;
}
