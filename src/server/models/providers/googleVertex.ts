import type { Provider } from "./Provider.js";
import {
  googleOptions,
  googleReferences,
  googleShapes,
  isBlockedByGoogle,
  readGoogleRefusal,
} from "./google.js";

/** Google Vertex AI: Google's models, asked with the credentials of a cloud project or with a key. */
export const googleVertex: Provider = {
  name: "Google Vertex AI",
  packageName: "@ai-sdk/google-vertex",
  matches: ({ provider }) => /^google\.vertex\b/.test(provider),
  delivers: "bytes",
  polls: false,
  shapes: googleShapes,
  options: (modelId) => googleOptions(modelId, "googleVertex"),
  references: googleReferences,
  optionNames: ["googleVertex", "vertex"],
  refusal: readGoogleRefusal,
  unsent: /^(?:Could not load the default credentials|Unable to detect a Project Id|invalid_grant\b)/,
  isBlocked: isBlockedByGoogle,
};
