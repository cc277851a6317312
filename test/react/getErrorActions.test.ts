import { ERROR_KINDS, ImageNodeError } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { en } from "../../src/react/messages/index.js";
import { getErrorActions } from "../../src/react/preview/getErrorActions.js";

describe("every kind of error", () => {
  it.each(Object.keys(ERROR_KINDS))("%s has words in both languages, and says what helps", (kind) => {
    for (const words of [en, de.words]) {
      expect(words).toHaveProperty([`error.${kind}.title`]);
      expect(words).toHaveProperty([`error.${kind}.text`]);
    }
    const advice = getErrorActions({ status: "failed", error: new ImageNodeError({ kind }) });
    const isHopeless = kind === "forbidden" || kind === "unsupported";
    expect(Boolean(advice?.retry || advice?.fix)).toBe(!isHopeless);
  });

  it("is never shown in red where it only has to be waited for", () => {
    for (const kind of [
      "rate_limited",
      "overloaded",
      "idempotency_in_progress",
      "client_timeout",
      "network",
    ]) {
      expect(getErrorActions({ status: "failed", error: new ImageNodeError({ kind }) })?.tone).not.toBe(
        "bad",
      );
    }
  });
});
