import { ERROR_KINDS, ImageNodeError } from "image-generation-node/contract";
import type { ErrorKind } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { en } from "../../src/react/messages/index.js";
import { getErrorActions } from "../../src/react/preview/errors/getErrorActions.js";

/** The one action that helps. */
const ONE_ACTION: Record<ErrorKind, "retry" | "prompt" | "imageModel" | "none"> = {
  invalid_json: "none",
  body_unreadable: "retry",
  idempotency_key_missing: "none",
  unauthorized: "none",
  credits_exhausted: "none",
  forbidden: "none",
  bad_signature: "none",
  not_found: "none",
  method_not_allowed: "none",
  idempotency_in_progress: "retry",
  cancelled: "retry",
  link_expired: "none",
  attachment_deleted: "none",
  payload_too_large: "prompt",
  unsupported_media_type: "none",
  invalid_request: "none",
  invalid_template: "prompt",
  missing_variable: "prompt",
  empty_prompt: "prompt",
  prompt_too_long: "prompt",
  model_unavailable: "imageModel",
  content_blocked: "prompt",
  provider_rejected: "prompt",
  idempotency_mismatch: "retry",
  rate_limited: "retry",
  internal: "retry",
  provider_misconfigured: "none",
  storage_failed: "retry",
  provider_error: "retry",
  prompt_failed: "prompt",
  bad_image: "retry",
  no_image: "retry",
  overloaded: "retry",
  timeout: "retry",
  network: "retry",
  client_timeout: "retry",
  contract_violation: "none",
  unsupported: "none",
};

describe("every kind of error", () => {
  it.each(Object.keys(ERROR_KINDS))("%s has words in both languages, and says what helps", (kind) => {
    for (const words of [en, de.words]) {
      expect(words).toHaveProperty([`error.${kind}.title`]);
      expect(words).toHaveProperty([`error.${kind}.text`]);
    }
    const advice = getErrorActions({ status: "failed", error: new ImageNodeError({ kind }) });
    expect(advice?.retry ? "retry" : (advice?.fix ?? "none")).toBe(ONE_ACTION[kind as ErrorKind]);
    expect(advice?.retry && advice.fix).toBeFalsy();
  });

  it("leads to the field that was refused, and nowhere where the request itself was wrong", () => {
    const actionAt = (pointer: string) => {
      const error = new ImageNodeError({ kind: "invalid_request", errors: [{ pointer, code: "x" }] });
      return getErrorActions({ status: "failed", error });
    };
    expect(actionAt("#/config/style")).toMatchObject({ fix: "settings", retry: false });
    expect(actionAt("#/variables/trigger")).toMatchObject({ fix: undefined, retry: false });
  });

  it.each(["no_image", "timeout"])(
    "%s of a picture that is gone is nothing to wait for: a repeat makes a new one",
    (kind) => {
      const error = new ImageNodeError({ kind, reason: "no_longer_available", charged: null });
      expect(getErrorActions({ status: "failed", error })).toEqual({
        kind,
        tone: "bad",
        retry: true,
        fix: undefined,
      });
    },
  );

  it("of a later version may be tried again", () => {
    const error = new ImageNodeError({ kind: "of_the_future" as ErrorKind });
    expect(getErrorActions({ status: "failed", error })).toMatchObject({ retry: true, fix: undefined });
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
