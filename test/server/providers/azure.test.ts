import { createAzure } from "@ai-sdk/azure";
import { describe, it } from "vitest";
import { azure } from "./cases/azure.js";
import { expectUnsent } from "./expectUnsent.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(azure);

describe("@ai-sdk/azure", () => {
  it.each(["CredentialUnavailableError", "AggregateAuthenticationError"])(
    "sends nothing while its token ends in a %s",
    async (name) => {
      const tokenProvider = () => Promise.reject(Object.assign(new Error("No identity."), { name }));
      await expectUnsent(createAzure({ resourceName: "house", tokenProvider }).image("gpt-image-1"));
    },
  );
});
