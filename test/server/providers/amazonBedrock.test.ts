import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { afterEach, describe, it, vi } from "vitest";
import { amazonBedrock } from "./cases/amazonBedrock.js";
import { expectUnsent } from "./expectUnsent.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(amazonBedrock);

const MODEL_ID = "amazon.nova-canvas-v1:0";

describe("@ai-sdk/amazon-bedrock", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["credentials", { region: "us-east-1" }],
    ["a region", { apiKey: "key" }],
  ])("sends nothing without %s", async (_, settings) => {
    for (const name of [
      "AWS_BEARER_TOKEN_BEDROCK",
      "AWS_ACCESS_KEY_ID",
      "AWS_SECRET_ACCESS_KEY",
      "AWS_REGION",
    ])
      vi.stubEnv(name, undefined);
    await expectUnsent(createAmazonBedrock(settings).image(MODEL_ID));
  });

  it("sends nothing while its credentials cannot be had", async () => {
    const credentialProvider = () => Promise.reject(new Error("The profile has run out."));
    await expectUnsent(createAmazonBedrock({ region: "us-east-1", credentialProvider }).image(MODEL_ID));
  });
});
