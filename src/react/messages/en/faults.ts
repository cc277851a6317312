import type { Message } from "../createTranslate.js";

/**
 * The words of errors and faults: why there is no image, what is wrong with a field, and whether something was
 * charged.
 *
 * A `.title` is a few words without a full stop, a `.text` whole sentences below it, in the same card. "Back end"
 * is the program that answers the page, "provider" the company whose model draws, "administrator" whoever set up
 * the workspace, "run" one go of the node, "Retry", "Manual" and "Wait again" are words of this panel. "Charged"
 * and "paid" are said of money or credits.
 */
export const faults = {
  /* Comes as the last sentence after a `.text`. */
  "charge.yes": "An image was charged.",
  "charge.no": "You were not charged for an image.",
  "charge.unknown": "Whether an image was charged is not known.",

  // Said of the run: it has not ended, and nobody waits for it any more.
  "error.waiting.title": "Still running",
  "error.waiting.text": "The picture may still be on its way. Wait again to get it without paying twice.",
  "error.unknown.title": "The picture could not be made",
  "error.unknown.text": "The cause is not known. Try again; if it fails again, tell the administrator.",
  "error.invalid_json.title": "The request was not understood",
  "error.invalid_json.text": "The back end could not read what was sent. Tell the administrator.",
  "error.body_unreadable.title": "The request was cut off",
  "error.body_unreadable.text": "The connection broke while sending. Try again.",
  "error.idempotency_key_missing.title": "The request did not arrive complete",
  "error.idempotency_key_missing.text":
    "A part of it was removed on the way, probably by a proxy. Tell the administrator.",
  "error.unauthorized.title": "You are not signed in",
  "error.unauthorized.text": "Sign in again, then generate again.",
  // "This" is what the person asked for.
  "error.forbidden.title": "You may not do this",
  "error.forbidden.text": "Your account can't generate pictures here. Ask the administrator.",
  "error.forbidden.origin_refused.title": "The back end does not accept this page",
  "error.forbidden.origin_refused.text": "The administrator has to allow the address of this page.",
  "error.bad_signature.title": "The picture's link is not valid",
  "error.bad_signature.text": "It was changed, or it is not whole. Get a fresh link.",
  // Credits are units of account that a workspace has bought.
  "error.credits_exhausted.title": "No credits left",
  "error.credits_exhausted.text":
    "The workspace has used up its credits. Once there are some again, generate again.",
  "error.credits_exhausted.provider_account.title": "The model's account is empty",
  "error.credits_exhausted.provider_account.text":
    "The administrator has to top up the account with the model's provider.",
  "error.not_found.title": "The run was not found",
  "error.not_found.text": "The back end does not know it, or no longer. Runs are kept for a day.",
  "error.picture.title": "A reference image can't be used",
  "error.picture.text": "Look at the marked reference image. Remove it, or choose another one.",
  "error.method_not_allowed.title": "The back end does not offer this",
  "error.method_not_allowed.text": "It may be older than this editor. Ask the administrator to update it.",
  "error.link_expired.title": "The picture's link has ended",
  "error.link_expired.text": "Links are valid for a week. Get a fresh one.",
  "error.attachment_deleted.title": "The picture was deleted",
  "error.attachment_deleted.text": "It is no longer stored. Generate it again.",
  "error.idempotency_in_progress.title": "This run is under way",
  "error.idempotency_in_progress.text": "The same request is being worked on. Wait for it.",
  // Said of the run, a participle: a person ended it.
  "error.cancelled.title": "Cancelled",
  "error.cancelled.text": "The run was cancelled before a picture was made.",
  // Too much was sent; "data" are the values of variables.
  "error.payload_too_large.title": "Too much data",
  "error.payload_too_large.text":
    "The values of the earlier nodes are too large to send. Use fewer or smaller variables.",
  "error.unsupported_media_type.title": "The request had the wrong format",
  "error.unsupported_media_type.text": "The back end can't use what this page sends. Tell the administrator.",
  "error.invalid_request.title": "Some settings are not valid",
  "error.invalid_request.text": "Look at the marked fields.",
  "error.invalid_template.title": "The prompt has a broken variable",
  "error.invalid_template.text": "Correct the variables in the text.",
  "error.missing_variable.title": "A variable has no value",
  "error.missing_variable.text":
    "Nothing was sent to a model. Choose another variable, or run the node that it comes from first.",
  "error.empty_prompt.title": "The prompt is empty",
  "error.empty_prompt.text": "Write a prompt, or check that its variables have text.",
  "error.prompt_too_long.title": "The prompt is too long",
  "error.prompt_too_long.text":
    "This image model takes fewer characters. Shorten the text, or choose another model.",
  "error.model_unavailable.title": "The model is not available",
  "error.model_unavailable.text": "It was retired, or the workspace has no access to it. Choose another one.",
  "error.content_blocked.title": "The model refused this prompt",
  "error.content_blocked.text": "Its safety check blocked the text. Word it differently.",
  "error.provider_rejected.title": "The model did not accept the request",
  "error.provider_rejected.text": "Change the prompt or the settings, or choose another model.",
  "error.idempotency_mismatch.title": "The request was mixed up with another",
  "error.idempotency_mismatch.text": "It was taken for an earlier one with other settings. Try again.",
  // A noun: too many were made in a short time.
  "error.rate_limited.title": "Too many requests",
  "error.rate_limited.text": "The model is busy right now. Wait a little, then try again.",
  "error.internal.title": "The back end failed",
  "error.internal.text": "Your prompt is fine. Try again; if it fails again, tell the administrator.",
  "error.provider_misconfigured.title": "The model is not set up correctly",
  "error.provider_misconfigured.text": "The administrator has to check its key and settings.",
  "error.storage_failed.title": "The picture could not be stored",
  "error.storage_failed.text":
    "It was made, but could not be saved. Try again; if it fails again, tell the administrator.",
  "error.provider_error.title": "The model's provider failed",
  "error.provider_error.text": "Your prompt is fine. Try again in a moment.",
  "error.prompt_failed.title": "No prompt was written",
  "error.prompt_failed.text":
    "The prompt model refused or wrote nothing. Change the instructions, or choose Manual.",
  "error.bad_image.title": "The picture was broken",
  "error.bad_image.text": "The model sent something that is no usable picture.",
  "error.no_image.title": "The model sent no picture",
  "error.no_image.text": "It answered, but without an image. Try again, or word the prompt differently.",
  "error.no_image.no_longer_available.title": "The picture is gone",
  "error.no_image.no_longer_available.text":
    "The back end was interrupted while it worked on this, and the model's service no longer has the picture. Retry makes a new one, which may be paid again.",
  "error.overloaded.title": "The back end is busy",
  "error.overloaded.text": "Too many runs are waiting. Try again in a moment.",
  // "It" is the run.
  "error.timeout.title": "It took too long",
  "error.timeout.text":
    "The time limit was reached before the picture was ready. Try again, or choose a faster model.",
  "error.timeout.interrupted.title": "The back end was interrupted",
  "error.timeout.interrupted.text":
    "It stopped while it worked on this. If the picture was stored already, it appears here by itself.",
  "error.timeout.no_longer_available.title": "The picture is gone",
  "error.timeout.no_longer_available.text":
    "The back end was interrupted while it worked on this, and the model's service no longer has the picture. Retry makes a new one, which may be paid again.",
  // There was no connection to the back end: a noun.
  "error.network.title": "No connection",
  "error.network.text":
    "The back end could not be reached. The run may still go on; Retry fetches it without paying twice.",
  // The back end has not answered so far.
  "error.client_timeout.title": "No answer yet",
  "error.client_timeout.text": "The run may still go on. Retry fetches it without paying twice.",
  // The answer of the back end.
  "error.contract_violation.title": "The answer was not understood",
  "error.contract_violation.text":
    "The back end sent something that can't be read here. Tell the administrator.",
  "error.unsupported.title": "The back end can't do this",
  "error.unsupported.text": "It does not offer this operation.",
  "configForm.runFailed":
    "The run could not be started. The data of the nodes before this one could not be read.",
  "configForm.notConnected": "Nothing is connected that could run this node.",
  // {field} is the label of a field, {fault} a whole sentence: "Style: This style is not offered here."
  "configForm.faultAt": "{field}: {fault}",

  /* Below a field: what is wrong with its value. */
  "issue.other": "This value is not allowed here.",
  "issue.invalid_type": "A value is missing here.",
  "issue.invalid_value": "This choice is not available. Choose another.",
  "issue.too_small": "A value is missing here.",
  // {code} is a name of the back end for it, such as "style_unavailable"; it is not translated.
  "fault.unknown": "The back end refused this value ({code}).",
  // Comes after the sentence that names the fault. {suggestion} is the path of a variable; it is not translated.
  "fault.didYouMean": "Did you mean “{suggestion}”?",
  "fault.empty_prompt": "Write a prompt first.",
  "fault.too_long": "The prompt is too long for this image model.",
  // {count} is a number from 1 on.
  "fault.more_problems": {
    one: "There is {count} more problem.",
    other: "There are {count} more problems.",
  },
  "fault.prompt_too_long": "The prompt is too long for this image model.",
  "fault.unclosed_braces": "A variable is not closed.",
  "fault.empty_braces": "A variable has no name.",
  "fault.unsupported_expression": "A variable is written as a path, without code.",
  // {variable} is the path of a variable, such as agent.output.subject; it is not translated.
  "fault.missing_variable": "“{variable}” has no value in this run.",
  // {variable} is a path, as above. The same words as promptEditor.unknown_variable.
  "fault.unknown_variable": "“{variable}” is not a variable.",
  "fault.no_image_model": "This workspace has no image model.",
  "fault.no_prompt_model": "This workspace has no prompt model.",
  // {model} is the name of a model, such as "DALL·E 3".
  "fault.model_unavailable": "{model} is no longer offered. Choose another model.",
  "fault.mode_unavailable": "This mode is not offered here.",
  // {model} is the name of a model. "Shape" is the aspect ratio.
  "fault.ratio_unsupported": "{model} can't make this shape.",
  "fault.style_unavailable": "This style is not offered here.",
  "fault.no_upstream": "There is no node before this one. Connect one, or choose Manual.",
  // {path} is the path of a variable; it is not translated. The same words as fault.unknown_variable.
  "promptEditor.unknown_variable": "“{path}” is not a variable.",
} satisfies Record<string, Message>;
