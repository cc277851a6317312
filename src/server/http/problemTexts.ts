import type { ErrorKind, ProblemReason } from "../../contract/index.js";

/** Title of each kind, and its detail where the thrower knows nothing better. No provider's text. */
export const PROBLEM_TEXTS: Readonly<Record<ErrorKind, readonly [title: string, detail: string]>> = {
  invalid_json: ["Malformed JSON", "The body is not JSON. Send one JSON object in UTF-8."],
  body_unreadable: [
    "Body unreadable",
    "The body could not be read. If a body parser runs before this handler, mount the handler before it.",
  ],
  idempotency_key_missing: [
    "Idempotency-Key missing",
    "Send the header Idempotency-Key with 1 to 255 characters of A-Z a-z 0-9 . _ ~ -, one per intended picture.",
  ],
  unauthorized: ["Not signed in", "The back end does not know who is asking. Sign in and try again."],
  credits_exhausted: [
    "Credits exhausted",
    "The workspace has no image credits left. Top up, then try again.",
  ],
  forbidden: ["Not allowed", "This caller may not do this."],
  bad_signature: ["Invalid link", "The signature of this link does not fit. Ask for a fresh link."],
  not_found: ["Not found", "There is nothing here under this address."],
  method_not_allowed: ["Method not allowed", "This address does not take this method."],
  idempotency_in_progress: [
    "Still running",
    "A generation with this key is running. Ask again later with the same key.",
  ],
  cancelled: ["Cancelled", "The generation was cancelled."],
  link_expired: ["Link expired", "This link has ended. Ask for a fresh one by the attachment's id."],
  attachment_deleted: ["Picture deleted", "This picture was deleted."],
  payload_too_large: ["Body too large", "The body is larger than this back end takes."],
  unsupported_media_type: ["Unsupported media type", "Send the body as application/json, not compressed."],
  invalid_request: ["Invalid request", "The request does not fit the contract; `errors` names each fault."],
  invalid_template: ["Invalid template", "The prompt's template has faults; `errors` names each one."],
  missing_variable: [
    "Missing variable",
    "The prompt names a variable that has no value, so nothing was generated.",
  ],
  empty_prompt: ["Empty prompt", "There is no prompt to draw. Write one, then try again."],
  prompt_too_long: ["Prompt too long", "The prompt is longer than this model takes. Shorten it."],
  model_unavailable: ["Model unavailable", "This workspace does not offer that model. Choose another."],
  content_blocked: [
    "Blocked by moderation",
    "The model's moderation refused this prompt. Change it and try again.",
  ],
  provider_rejected: [
    "Rejected by the provider",
    "The provider refused the request as it is. Change it and try again.",
  ],
  idempotency_mismatch: [
    "Key used for another request",
    "This Idempotency-Key belongs to another body. Use a new key for a new request.",
  ],
  rate_limited: ["Too many requests", "There are too many requests at the moment. Try again later."],
  internal: ["Internal error", "Something went wrong in the back end. Its log has the request's id."],
  provider_misconfigured: [
    "Provider misconfigured",
    "The back end cannot use this model as it is set up. Its administrator has to look.",
  ],
  storage_failed: ["Picture not stored", "The picture was made but could not be stored."],
  provider_error: ["Provider failed", "The provider failed to answer as it should."],
  prompt_failed: ["No prompt written", "The prompt model refused or wrote nothing, so no picture was made."],
  bad_image: ["Unusable picture", "The model did not answer with a picture that can be read."],
  no_image: ["No picture", "The model answered without a picture."],
  overloaded: ["Overloaded", "All places for this model are taken. Try again later."],
  timeout: ["Timed out", "The generation took longer than it may."],
  network: ["No answer", "The back end could not be reached."],
  client_timeout: ["No answer in time", "The back end did not answer in time."],
  contract_violation: ["Unexpected answer", "The back end's answer breaks the contract."],
  unsupported: ["Unsupported", "This back end cannot do that."],
};

/** Detail of a reason that says more than its kind. */
export const REASON_TEXTS: Readonly<Partial<Record<ProblemReason, string>>> = {
  interrupted:
    "The back end was interrupted while it worked on this. `charged` says whether an image was paid.",
  no_longer_available:
    "The back end was interrupted while it worked on this, and the provider no longer has the picture. It may have been paid.",
  provider_account:
    "The back end's account with the model's provider has no credit left. Its administrator has to top it up.",
};
