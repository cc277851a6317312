import { ImageNodeError, isErrorKind } from "../../contract/index.js";
import type { ErrorKind, ProblemReason } from "../../contract/index.js";
import { generic, readRefusal } from "../models/providers/generic.js";
import type { Provider } from "../models/providers/Provider.js";
import { readAnswer, statusOf } from "../models/providers/readAnswer.js";
import { readField } from "../models/providers/readField.js";
import { readWait } from "../models/providers/readWait.js";
import type { RequestLog } from "../models/watchRequests.js";

/** Kind and cost of a model's failure. `charged: null` means that nobody knows. */
export interface ClassifiedError {
  readonly kind: ErrorKind;
  readonly charged: boolean | null;
  readonly retryAfterMs?: number | undefined;
  /** Cause that is narrower than the kind, where there is one. */
  readonly reason?: string | undefined;
}

/** Call that failed, as far as it is known. */
export interface FailedCall {
  readonly provider?: Provider | undefined;
  /** Requests of the call; `null` or left out where nobody watched. */
  readonly log?: RequestLog | null | undefined;
  /** Text that the model was asked for. */
  readonly sent?: string | undefined;
}

const PROVIDER_ACCOUNT: ProblemReason = "provider_account";
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Errors of the SDK about what it was given, thrown before it sends anything. */
const BEFORE_SENDING =
  /LoadAPIKey|LoadSetting|NoSuchModel|NoSuchProvider|UnsupportedModelVersion|UnsupportedFunctionality|InvalidArgument|InvalidPrompt|CredentialUnavailable|AggregateAuthentication/;
/** Answers after which a request may have been carried out all the same. */
const UNCERTAIN = new Set([408, 409, 424, 425, 499]);
const DEFAULT_WAIT_MS = 5_000;

/**
 * Names a model's failure by a kind of the error table. Looks at shapes and names only, never at classes: the SDK is
 * optional, and two copies of it may be installed.
 *
 * A charge is excluded only where nothing was sent, or where the very request for the image was refused by a provider that
 * charges for no refusal: the answer to a poll or a download says nothing about the image that was begun before it.
 */
export function classifyError(error: unknown, call: FailedCall = {}): ClassifiedError {
  const { provider = generic, log } = call;
  const chain = causes(error);
  const own = chain.find((link) => ImageNodeError.isInstance(link));
  if (own && ImageNodeError.isInstance(own) && isErrorKind(own.kind)) {
    const { kind, charged = null, retryAfterMs, reason } = own;
    return { kind, charged, retryAfterMs, reason };
  }
  const names = chain.map((link) => String(readField(link, "name")));
  const isBefore =
    (names.some((name) => BEFORE_SENDING.test(name)) && !chain.some((link) => statusOf(link))) ||
    chain.some((link) => isUnsent(link, provider));
  if (log?.sent === 0 || (isBefore && !log?.accepted))
    return { kind: "provider_misconfigured", charged: false };
  const end = (): ClassifiedError => ({
    kind: kindOfEnd(chain, names, provider),
    charged: null,
  });
  if (isAccepted(chain, call)) return end();
  // Before any status: a package may make one up for a request that reached nobody.
  const isNeverSent = chain.some((link) => NEVER_SENT.has(String(readField(link, "code"))));
  if (isNeverSent) return { kind: "provider_error", charged: false };

  const answer = readAnswer(chain);
  if (!answer) return end();
  const { status } = answer;
  if (status < 400 || status >= 500 || UNCERTAIN.has(status)) return end();
  const kind = provider.refusal?.(answer) ?? readRefusal(answer) ?? "provider_rejected";
  const retryAfterMs =
    kind === "rate_limited" ? (readWait(answer, provider.waitMs) ?? DEFAULT_WAIT_MS) : undefined;
  const reason = kind === "credits_exhausted" ? PROVIDER_ACCOUNT : undefined;
  return { kind, charged: provider.charged ? provider.charged(answer) : false, retryAfterMs, reason };
}

/** Checks whether an error is the package's own, thrown where it could not sign a request. */
function isUnsent(link: unknown, { unsent }: Provider): boolean {
  const isAnswer = readField(link, "requestBodyValues") !== undefined;
  return !isAnswer && unsent !== undefined && unsent.test(String(readField(link, "message")));
}

/** Checks whether a request of the call was taken before it failed. */
function isAccepted(chain: readonly unknown[], { log, sent }: FailedCall): boolean {
  if (log) return log.accepted;
  if (chain.some((link) => /Download/.test(String(readField(link, "name"))))) return true;
  // Nobody watched: an error of the SDK carries the request that failed, and the one for the image names its text.
  const bodies = chain
    .map((link) => readField(link, "requestBodyValues"))
    .filter((body) => body !== undefined);
  return sent !== undefined && bodies.length > 0 && !bodies.some((body) => holdsText(body, sent));
}

/** Names the end of a call that was taken, or of which nobody knows whether it was. */
function kindOfEnd(chain: readonly unknown[], names: readonly string[], provider: Provider): ErrorKind {
  const isBlocked = chain.some((link) =>
    ["data", "responseBody", "calls", "responses", "value", "text"].some((member) => {
      const value = readField(link, member);
      const read = typeof value === "string" ? parse(value) : value;
      return read !== undefined && (provider.isBlocked?.(read) || generic.isBlocked?.(read));
    }),
  );
  if (isBlocked) return "content_blocked";
  return names.some((name) => /NoImageGenerated/.test(name)) ? "no_image" : "provider_error";
}

/** The error and what is below it: the last try of a retry, then causes. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < 8;) {
    chain.push(link);
    link = readField(link, "lastError") ?? readField(link, "cause");
  }
  return chain;
}

function holdsText(value: unknown, text: string, depth = 0): boolean {
  if (typeof value === "string") return value.includes(text);
  if (typeof value !== "object" || value === null || depth > 6) return false;
  return Object.values(value)
    .slice(0, 200)
    .some((member) => holdsText(member, text, depth + 1));
}

function parse(text: string): unknown {
  try {
    return text.length <= 64_000 ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
