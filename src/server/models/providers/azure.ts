import type { Provider } from "./Provider.js";
import { openaiOptions, openaiReferences, openaiSizes } from "./openai.js";
import { readField } from "./readField.js";
import { PNG_OR_JPEG } from "./referencesFor.js";
import { THREE_SIZES, pixelsUnknown, pixelsKnown } from "./sizes.js";
import { someMember } from "./someMember.js";

/** Azure OpenAI: OpenAI's models behind deployments that may be called anything. */
export const azure: Provider = {
  name: "Azure OpenAI",
  packageName: "@ai-sdk/azure",
  matches: ({ provider }) => /^azure\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: (deployment) => {
    const name = modelOf(deployment);
    return name === undefined ? pixelsUnknown(THREE_SIZES) : pixelsKnown(openaiSizes(name));
  },
  options: (deployment) => openaiOptions(modelOf(deployment) ?? ""),
  references: (deployment) => {
    const limits = openaiReferences(modelOf(deployment) ?? "");
    return limits && { ...limits, mimeTypes: PNG_OR_JPEG };
  },
  // A deployment of another kind of model is the host's mistake.
  refusal: ({ hasCode }) =>
    hasCode(/^(?:OperationNotSupported|unknown_model|unavailable_model)$/)
      ? "provider_misconfigured"
      : undefined,
  waitMs: ({ body }) => {
    const { message } = Object(readField(body, "error") ?? body) as { message?: unknown };
    const seconds =
      typeof message === "string" &&
      /\b(?:retry after|try again in) (\d{1,5}) seconds?\b/i.exec(message)?.[1];
    return seconds ? Number(seconds) * 1000 : undefined;
  },
  isBlocked: (value) => someMember(value, (key, member) => key === "filtered" && member === true),
};

/** Finds the model that the name of a deployment tells. */
function modelOf(deployment: string): string | undefined {
  const name = /(?:gpt-image|dall-?e)-?\d.*/i.exec(deployment)?.[0].toLowerCase();
  return name?.replace(/^dall-?e-?/, "dall-e-");
}
