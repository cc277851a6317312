import { createGoogleVertex } from "@ai-sdk/google-vertex";
import { describe, expect, it } from "vitest";
import { googleVertex as provider } from "../../../src/server/models/providers/googleVertex.js";
import { findProvider } from "../../../src/server/models/providers/providers.js";
import { googleVertex } from "./cases/googleVertex.js";
import { expectUnsent } from "./expectUnsent.js";
import { API_KEY } from "./ProviderCase.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(googleVertex);

const MODEL_ID = "gemini-2.5-flash-image";

describe("@ai-sdk/google-vertex", () => {
  const withCredentials = (credentials: Record<string, string>) =>
    createGoogleVertex({ project: "project", location: "global", googleAuthOptions: { credentials } });

  it.each([
    ["a private key that is none", { client_email: "robot@example.test", private_key: "none" }],
    ["credentials without an address", { private_key: "none" }],
  ])("sends nothing with %s", async (_, credentials) => {
    await expectUnsent(withCredentials(credentials).image(MODEL_ID));
  });

  it("sends nothing while its token cannot be had", async () => {
    const headers = () => Promise.reject(new Error("invalid_grant: Bad Request"));
    await expectUnsent(createGoogleVertex({ apiKey: API_KEY, headers }).image(MODEL_ID));
  });

  it("sends nothing with a key that resolves to none", async () => {
    await expectUnsent(createGoogleVertex({ apiKey: () => Promise.resolve("") }).image(MODEL_ID));
  });

  it("is told from the Gemini API, for language models too", () => {
    const vertex = createGoogleVertex({ apiKey: API_KEY });
    expect(findProvider(vertex.image(MODEL_ID))).toBe(provider);
    expect(findProvider(vertex("gemini-2.5-flash"))).toBe(provider);
  });
});
