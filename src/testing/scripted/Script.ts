import type { Catalog, Generation, Problem, PromptPreview } from "../../contract/index.js";
import type { WireErrorKind } from "../fixtures/problemFixtures.js";

/**
 * How the transport spoils the first answer of a run, while the run itself goes on, so that asking again with the same
 * key finds it:
 * "no_answer" stays silent until the caller gives up · "network" loses the connection before the answer ·
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

/** What one run does. Every member may be left out: the run then succeeds at once. */
export interface ScriptedRun {
  /** How it ends: with a picture, with a kind of the error table, or not at all (until it is cancelled). @default "succeeded" */
  end?: "succeeded" | "never" | WireErrorKind | undefined;
  /** Whether an error comes before the run exists, as a plain problem. @default what a back end would do for the kind */
  refused?: boolean | undefined;
  /** Members of the problem that differ from the fixture of its kind; `kind` may be one that nobody knows. */
  problem?: Partial<Problem> | undefined;
  /** Members of the generation that differ from what the request asks for. */
  generation?: Partial<Generation> | undefined;
  /** Milliseconds that each stage takes. @default the script's `stageMs` */
  stageMs?: number | undefined;
  /** Milliseconds that it waits as "queued" first. @default 0 */
  queuedMs?: number | undefined;
  /** Unfinished pictures that a stream shows. @default 0 */
  partialImages?: number | undefined;
  /** How the connection spoils the first answer. @default it does not */
  transport?: TransportFault | undefined;
  /** Answers the first request of the run instead of it: for anything that the other members can't say. */
  respond?: ((request: Request) => Response | Promise<Response>) | undefined;
  /** Whether the run's state shows a picture that arrived after its end. @default false */
  late?: boolean | undefined;
}

/** What a scripted back end does. Every member may be left out. */
export interface Script {
  /** The catalog, or the problem that stands in its place. @default `fixtures.catalog` */
  catalog?: Catalog | Problem | undefined;
  /** What each new run does, in order; the last one repeats. Or a function of the run's number. @default one success */
  runs?:
    ScriptedRun | readonly ScriptedRun[] | ((index: number, request: Request) => ScriptedRun) | undefined;
  /** What `POST /prompts` answers. @default a text made from the request */
  prompts?: Partial<PromptPreview> | Problem | undefined;
  /** Milliseconds that each stage takes. @default 0 */
  stageMs?: number | undefined;
  /** Waits; tests pass their own to decide when a stage ends. @default `setTimeout` */
  delay?: ((milliseconds: number, stage: string) => Promise<void>) | undefined;
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
  /** Seconds that a link lives; negative makes links that have ended. A refreshed link always lives a week. @default 604800 */
  linkTtlSeconds?: number | undefined;
  /** Whether pictures are gone. @default false */
  deleted?: boolean | undefined;
  /** "blob" links are object URLs, which a page can show without a server. @default "blob" in a browser, else "http" */
  links?: "blob" | "http" | undefined;
}

/** One request as the back end saw it. */
export interface ScriptedRequest {
  /** The HTTP method. */
  readonly method: string;
  /** The whole address. */
  readonly url: string;
  /** The address below the base. */
  readonly path: string;
  /** The contract's operation, or null where the path has none. */
  readonly operation: string | null;
  /** The headers, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The idempotency key, or null where none was sent. */
  readonly idempotencyKey: string | null;
  /** The exact text of the body. */
  readonly text: string;
  /** The body as JSON, or `undefined`. */
  readonly body: unknown;
}
