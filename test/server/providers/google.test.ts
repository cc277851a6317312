import { createGoogle } from "@ai-sdk/google";
import { describe, expect, it } from "vitest";
import { google as provider } from "../../../src/server/models/providers/google.js";
import { findProvider } from "../../../src/server/models/providers/providers.js";
import { google } from "./cases/google.js";
import { expectUnsent } from "./expectUnsent.js";
import { API_KEY } from "./ProviderCase.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(google);

describe("@ai-sdk/google", () => {
  it("sends nothing for a model that the package no longer takes", async () => {
    await expectUnsent(createGoogle({ apiKey: API_KEY }).image("imagen-4.0-generate-001"));
  });

  it("is known under the name that a host gives it", () => {
    const model = createGoogle({ apiKey: API_KEY, name: "pictures" }).image("gemini-2.5-flash-image");
    expect(findProvider(model)).toBe(provider);
  });
});
