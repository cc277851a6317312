import { ASPECT_RATIOS, catalogSchema, hasAspectRatio } from "../../../contract/index.js";
import { defineCase } from "../defineCase.js";
import {
  expectContractHeader,
  expectEqual,
  expectHeader,
  expectSchema,
  expectStatus,
  expectThat,
} from "../expectThat.js";
import { CLIENT_ACCEPT } from "../ConformanceClient.js";

const CATALOG = "Operations, GET /catalog";

/** Cases of the catalog: its content and its headers. */
export const catalogCases = [
  defineCase({
    name: "GET /catalog answers 200 with a catalog that fits its schema",
    clause: `${CATALOG}: {version, imageModels[], promptModels[], modes[], aspectRatios[], styles[], limits, features, defaults}`,
    async run(client) {
      const response = await client.catalogResponse();
      expectStatus(response, 200);
      expectSchema(catalogSchema, response.json, "the catalog");
    },
  }),
  defineCase({
    name: "GET /catalog is application/json",
    clause: `${CATALOG} answers JSON`,
    async run(client) {
      expectHeader(
        await client.catalogResponse(),
        "Content-Type",
        /^application\/json\b/i,
        "to be application/json",
      );
    },
  }),
  defineCase({
    name: "GET /catalog says the contract's version",
    clause: "Operations: every answer carries Image-Generation-Contract: 1",
    async run(client) {
      expectContractHeader(await client.catalogResponse());
    },
  }),
  defineCase({
    name: "GET /catalog is cached privately and always revalidated",
    clause: `${CATALOG}: Cache-Control: private, no-cache`,
    async run(client) {
      const response = await client.catalogResponse();
      expectHeader(response, "Cache-Control", /\bprivate\b/, "to hold private");
      expectHeader(response, "Cache-Control", /\bno-cache\b/, "to hold no-cache");
    },
  }),
  defineCase({
    name: "GET /catalog has an ETag",
    clause: `${CATALOG}: ETag`,
    async run(client) {
      expectHeader(await client.catalogResponse(), "ETag", /^(W\/)?"[^"]*"$/, "to be an entity tag");
    },
  }),
  defineCase({
    name: "GET /catalog answers 304 without a body to its own ETag",
    clause: `${CATALOG}: ETag (RFC 9110, If-None-Match)`,
    async run(client) {
      const tag = (await client.catalogResponse()).headers.get("ETag") ?? "";
      const response = await client.ask(["catalog"], { headers: { "If-None-Match": tag } });
      expectStatus(response, 304);
      expectEqual(response.text, "", "the body of a 304");
    },
  }),
  defineCase({
    name: "GET /catalog answers 200 to another ETag",
    clause: `${CATALOG}: ETag (RFC 9110, If-None-Match)`,
    async run(client) {
      expectStatus(await client.ask(["catalog"], { headers: { "If-None-Match": '"another"' } }), 200);
    },
  }),
  defineCase({
    name: "HEAD /catalog answers like GET, without a body",
    clause: `${CATALOG} (RFC 9110: HEAD wherever there is GET)`,
    async run(client) {
      const response = await client.ask(["catalog"], { method: "HEAD" });
      expectStatus(response, 200);
      expectEqual(response.bytes.length, 0, "the size of HEAD's body");
      expectContractHeader(response);
    },
  }),
  defineCase({
    name: "GET /catalog is JSON, though the client would rather have a stream",
    clause:
      "Operations: the client always sends Accept: text/event-stream, application/json;q=0.9; never 406",
    async run(client) {
      const response = await client.ask(["catalog"], { headers: { Accept: CLIENT_ACCEPT } });
      expectStatus(response, 200);
      expectHeader(response, "Content-Type", /^application\/json\b/i, "to be application/json");
    },
  }),
  defineCase({
    name: "the ids of the catalog are unique",
    clause: "Saved configuration: imageModel and promptModel are ids from the catalog",
    async run(client) {
      const { imageModels, promptModels, styles, aspectRatios } = await client.catalog();
      for (const list of [imageModels, promptModels, styles, aspectRatios]) {
        const ids = list.map(({ id }) => id);
        expectThat(new Set(ids).size === ids.length, "ids without doubles", ids);
      }
    },
  }),
  defineCase({
    name: "the catalog's defaults are models that it offers",
    clause: "Saved configuration: null means the catalog's default",
    async run(client) {
      const { defaults, imageModels, promptModels } = await client.catalog();
      for (const [id, models] of [
        [defaults.imageModel, imageModels],
        [defaults.promptModel, promptModels],
      ] as const) {
        expectThat(id == null || models.some((model) => model.id === id), "a default that is offered", id);
      }
    },
  }),
  defineCase({
    name: "the catalog offers the three aspect ratios",
    clause: "Saved configuration: aspectRatio is square, landscape or portrait",
    async run(client) {
      const ids = (await client.catalog()).aspectRatios.map(({ id }) => id);
      for (const id of ASPECT_RATIOS)
        expectThat(ids.includes(id), `the aspect ratio ${id} in the catalog`, ids);
    },
  }),
  defineCase({
    name: "each model's pixels have the shape of their aspect ratio",
    clause: `${CATALOG}: aspectRatios: {square: {width, height, fit}, …} are the delivered pixels`,
    async run(client) {
      for (const model of (await client.catalog()).imageModels) {
        for (const ratio of ASPECT_RATIOS) {
          const support = model.aspectRatios[ratio];
          if (!support || support.fit === "unsupported") continue;
          const fits = hasAspectRatio(support.width, support.height, ratio);
          expectThat(fits, `${model.id} to deliver ${ratio} pixels`, support);
        }
      }
    },
  }),
  defineCase({
    name: "the catalog offers the mode manual",
    clause: 'Saved configuration: "manual" is the default mode',
    async run(client) {
      const { modes } = await client.catalog();
      expectThat(modes.includes("manual"), "the mode manual", modes);
    },
  }),
  defineCase({
    name: "the catalog offers the style auto",
    clause: 'Saved configuration: style "auto" is the default',
    async run(client) {
      const ids = (await client.catalog()).styles.map(({ id }) => id);
      expectThat(ids.includes("auto"), "the style auto", ids);
    },
  }),
  defineCase({
    name: "the catalog's time limit is at most 60 seconds",
    clause: "Runs, time and money: the 60 s count from running over prompt and image stage",
    async run(client) {
      const { timeoutMs } = (await client.catalog()).limits;
      expectThat(timeoutMs > 0 && timeoutMs <= 60_000, "limits.timeoutMs between 1 and 60000", timeoutMs);
    },
  }),
];
