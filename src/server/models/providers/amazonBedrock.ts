import type { Provider } from "./Provider.js";
import { readField } from "./readField.js";
import { pixelsKnown, sizes } from "./sizes.js";

/** Amazon Bedrock: one POST by model; Nova Canvas and Titan take the body that the package sends. */
export const amazonBedrock: Provider = {
  name: "Amazon Bedrock",
  packageName: "@ai-sdk/amazon-bedrock",
  matches: ({ provider }) => /^(?:amazon-)?bedrock\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (modelId) =>
    pixelsKnown(
      /titan-image/.test(modelId) ? sizes("1024x1024", "1152x640") : sizes("1024x1024", "1280x720"),
    ),
  refusal: ({ header, hasCode, says }) => {
    // The name of the exception stands in a header; what follows its colon is an address.
    const exception = header("x-amzn-errortype")?.split(":")[0] ?? "";
    const isNamed = (pattern: RegExp) => pattern.test(exception) || hasCode(pattern);
    if (says(/\bResponsible AI Policy\b/i)) return "content_blocked";
    if (says(/\bINVALID_PAYMENT_INSTRUMENT\b/)) return "credits_exhausted";
    if (isNamed(/^(?:Throttling|TooManyRequests|ServiceQuotaExceeded|ModelNotReady)/)) return "rate_limited";
    return isNamed(
      /^(?:AccessDenied|UnrecognizedClient|ExpiredToken|InvalidSignature|IncompleteSignature|MissingAuthentication|ResourceNotFound)/,
    ) || says(/model identifier is invalid|on-demand throughput isn.t supported/i)
      ? "provider_misconfigured"
      : undefined;
  },
  unsent: /^AWS (?:SigV4 authentication requires|credential provider failed)\b/,
  isBlocked: (value) =>
    readField(value, "status") === "Request Moderated" ||
    /\bblocked by our content filters?\b|\bResponsible AI Policy\b/i.test(
      String(readField(value, "error") ?? ""),
    ),
};
