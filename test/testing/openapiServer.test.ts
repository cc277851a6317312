import { readFileSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, describe, expect, it } from "vitest";
import { catalogSchema } from "image-generation-node/contract";
import { openApiDocument } from "image-generation-node/contract/openapi";
import { describeConformance } from "image-generation-node/testing/vitest";
import { createApp } from "../fixtures/openapi-server/createApp.js";

let origin = "";
const server = createApp(() => origin).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const catalog = catalogSchema.parse(await (await fetch(`${origin}/catalog`)).json());
afterAll(() => void server.close());

const notOffered =
  /^(a link that has ended|an image of the reference form|HEAD of a link|a link (with|made)|a setting that only another|one image's signature|sha256)/;

describeConformance("a server written from the OpenAPI document alone", {
  catalog,
  level: "L0",
  context: { fetch, baseUrl: origin },
  filter: ({ name }) => !notOffered.test(name),
});

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(
      openApiDocument({ serverUrl: "https://images.example.com/v1" }),
    );
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it("would be found invalid if it were", async () => {
    const document = { ...openApiDocument(), paths: { "/catalog": { get: { responses: { "200": {} } } } } };
    expect((await new Validator().validate(document)).valid).toBe(false);
  });

  it("is all that the server was written from: it imports nothing of ours", () => {
    const directory = new URL("../fixtures/openapi-server/", import.meta.url);
    for (const file of readdirSync(directory)) {
      const source = readFileSync(new URL(file, directory), "utf8");
      expect(source).not.toMatch(/from "(image-generation-node|.*\/src\/)/);
    }
  });
});
