import { guidanceOption, negativePromptOption, qualityOption, seedOption } from "./commonOptions.js";
import type { Provider } from "./Provider.js";
import { optionsFor } from "./ProviderOption.js";
import type { OptionsTable, ProviderOptions } from "./ProviderOption.js";
import { readField } from "./readField.js";
import { pixelsKnown, sizes } from "./sizes.js";

const NAME = "amazonBedrock";
const OPTIONS: OptionsTable = [
  [/nova-canvas/, describeOptions(858_993_459, 1024)],
  [/titan-image/, describeOptions(2_147_483_646, 512)],
];

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
  options: (modelId) => optionsFor(modelId, OPTIONS),
  // Sent with the text as an IMAGE_VARIATION. Transparent pixels are refused; a JPEG has none.
  references: (modelId) =>
    /nova-canvas/.test(modelId)
      ? {
          max: 5,
          mimeTypes: ["image/jpeg"],
          maxBytes: 3_500_000,
          maxPixels: 4_190_000,
          minSide: 320,
          maxSide: 4_096,
        }
      : undefined,
  optionNames: [NAME, "bedrock"],
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

/** The package passes over a seed of 0. */
function describeOptions(maxSeed: number, maxLength: number): ProviderOptions {
  return {
    quality: qualityOption(NAME, ["standard", "premium"]),
    seed: seedOption({ minimum: 1, maximum: maxSeed }),
    negative_prompt: negativePromptOption(NAME, "negativeText", maxLength),
    guidance: guidanceOption(NAME, "cfgScale", { minimum: 1.1, maximum: 10 }),
  };
}
