import { describe, expect, it } from "vitest";
import {
  formatTraceparent,
  parseTraceparent,
  readTracestate,
} from "../../src/server/telemetry/parseTraceparent.js";

const TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
const SPAN_ID = "b7ad6b7169203331";

describe("parseTraceparent", () => {
  it.each([
    ["00", "01", "", 1],
    ["00", "00", "", 0],
    ["00", "03", "", 1],
    ["cc", "01", "", 1],
    ["cc", "01", "-what the future brings", 1],
  ])("reads version %s with flags %s%s", (version, flags, rest, traceFlags) => {
    const parsed = parseTraceparent(`${version}-${TRACE_ID}-${SPAN_ID}-${flags}${rest}`);
    expect(parsed).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags });
  });

  it.each([
    undefined,
    null,
    "",
    `ff-${TRACE_ID}-${SPAN_ID}-01`,
    `0-${TRACE_ID}-${SPAN_ID}-01`,
    `00-${"0".repeat(32)}-${SPAN_ID}-01`,
    `00-${TRACE_ID}-${"0".repeat(16)}-01`,
    `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`,
    `00-${TRACE_ID}-${SPAN_ID}-1`,
    `00-${TRACE_ID}-${SPAN_ID}-0g`,
    `00-${TRACE_ID}-${SPAN_ID}-01-`,
    `cc-${TRACE_ID}-${SPAN_ID}-01.more`,
    ` 00-${TRACE_ID}-${SPAN_ID}-01`,
  ])("takes %j for none", (text) => {
    expect(parseTraceparent(text)).toBeNull();
  });

  it("reads what formatTraceparent writes", () => {
    for (const traceFlags of [0, 1]) {
      const ids = { traceId: TRACE_ID, spanId: SPAN_ID, traceFlags };
      expect(parseTraceparent(formatTraceparent(ids))).toEqual(ids);
    }
  });
});

describe("readTracestate", () => {
  it("passes on the 512 characters that every vendor must, and leaves out more", () => {
    const longest = `vendor=${"a".repeat(505)}`;
    expect(readTracestate(longest)).toBe(longest);
    expect([`${longest}a`, "", null, undefined].map(readTracestate)).toEqual(Array(4).fill(undefined));
  });
});
