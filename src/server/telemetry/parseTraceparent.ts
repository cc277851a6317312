/** Ids of a span, and whether it is sampled. */
export interface ParsedTraceparent {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
}

const FORM = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const ZEROS = /^0+$/;

/**
 * Reads a header `traceparent` by W3C's Trace Context; `null` where it is missing or breaks the rules, which then is as if
 * it had not come. A later version is read as far as the present one goes.
 */
export function parseTraceparent(text: string | null | undefined): ParsedTraceparent | null {
  const [, version, traceId = "", spanId = "", flags = "", rest] = FORM.exec(text ?? "") ?? [];
  if (version === undefined || version === "ff" || (version === "00" && rest !== undefined)) return null;
  if (ZEROS.test(traceId) || ZEROS.test(spanId)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 };
}

/** Writes a header `traceparent`. */
export function formatTraceparent({ traceId, spanId, traceFlags }: ParsedTraceparent): string {
  return `00-${traceId}-${spanId}-${traceFlags & 1 ? "01" : "00"}`;
}

/** Most characters of a `tracestate` that go on: those that every vendor must pass on. */
const MAX_STATE = 512;

/** Reads a header `tracestate`; a longer one is left out, as the rules allow. */
export function readTracestate(text: string | null | undefined): string | undefined {
  return text && text.length <= MAX_STATE ? text : undefined;
}
