import { promptPreviewSchema } from "../../../contract/index.js";
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
import type { ConformanceClient } from "../ConformanceClient.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import { FOREIGN_TEXT, FOREIGN_VALUES } from "./foreignText.js";
import { preview } from "./preview.js";

const PROMPTS = "Operations, POST /prompts";

const writtenPreview = (client: ConformanceClient) =>
  client.once("written", () =>
    preview(
      client,
      client.request({ prompt: { mode: "prompt_ai", instructions: "A plain grey circle on white" } }),
    ),
  );

/** Cases of the prompt stage on its own. */
export const promptCases: readonly ConformanceCase[] = [
  ...[
    defineCase({
      name: "POST /prompts answers the prompt's stages",
      clause: `${PROMPTS}: answers {stages, warnings, usage}`,
      level: "L1",
      async run(client) {
        const request = client.request();
        const response = await client.preview(request);
        expectStatus(response, 200);
        expectContractHeader(response);
        expectHeader(response, "Content-Type", /^application\/json\b/i, "to be application/json");
        const { stages, warnings, usage } = expectSchema(
          promptPreviewSchema,
          response.json,
          "the prompt preview",
        );
        expectThat(warnings !== undefined && usage !== undefined, "warnings and usage", response.json);
        expectEqual(stages.template, request.config.prompt.template, "stages.template");
      },
    }),
    defineCase({
      name: "POST /prompts needs no idempotency key",
      clause: `${PROMPTS}: the prompt stage only; the key is required of POST /generations`,
      level: "L1",
      async run(client) {
        expectStatus(await client.preview(client.request(), { key: null }), 200);
      },
    }),
    defineCase({
      name: "POST /prompts is JSON, though the client would rather have a stream",
      clause:
        "Operations: the client always sends Accept: text/event-stream, application/json;q=0.9; never 406",
      level: "L1",
      async run(client) {
        const response = await client.preview(client.request(), { accept: CLIENT_ACCEPT });
        expectStatus(response, 200);
        expectHeader(response, "Content-Type", /^application\/json\b/i, "to be application/json");
      },
    }),
    defineCase({
      name: "POST /prompts pays no image",
      clause: `${PROMPTS}: no image paid`,
      level: "L1",
      async run(client) {
        const { usage } = await preview(client, client.request());
        const images = usage?.items.filter(({ kind }) => kind === "image") ?? [];
        expectEqual(images, [], "usage lines of an image");
      },
    }),
    defineCase({
      name: "manual writes nothing and pays no prompt model",
      clause: "Operations: in manual no prompt model is called and usage.items holds no prompt line",
      level: "L1",
      async run(client) {
        const { usage, stages } = await preview(client, client.request());
        expectThat(stages.written == null, "stages.written to be null", stages.written);
        expectEqual(
          usage?.items.filter(({ kind }) => kind === "prompt") ?? [],
          [],
          "usage lines of a prompt",
        );
      },
    }),
    defineCase({
      name: "an object in prose is said by a warning",
      clause: `The template language: objects and arrays also warn (object_in_text)`,
      level: "L1",
      needs: ["server_templates"],
      async run(client) {
        const request = client.request(
          { prompt: { template: "A {{conformance.output}} cat" } },
          { variables: { conformance: { output: { style: "noir" } } } },
        );
        const { warnings } = await preview(client, request);
        expectThat(
          warnings?.some(({ code }) => code === "object_in_text") === true,
          "the warning object_in_text",
          warnings,
        );
      },
    }),
    defineCase({
      name: "input.resolved replaces the template and is never parsed",
      clause: "Operations: input: literal text, never parsed: resolved replaces template resolution",
      level: "L1",
      async run(client) {
        const resolved = "A {{not.a.variable}} {{ cat";
        const request = client.request(
          { prompt: { template: "{{conformance.output.absent}}" } },
          { input: { resolved } },
        );
        expectEqual((await preview(client, request)).stages.resolved, resolved, "stages.resolved");
      },
    }),
    defineCase({
      name: "input.resolved keeps what other editors would read as a variable",
      clause:
        "Operations: input: literal text, never parsed: a resolved text is not read again in any language",
      level: "L1",
      async run(client) {
        const request = client.request(
          { prompt: { template: "<start.input>" } },
          { variables: FOREIGN_VALUES, input: { resolved: FOREIGN_TEXT } },
        );
        const { stages } = await preview(client, request);
        expectEqual(stages.resolved, FOREIGN_TEXT, "stages.resolved");
        expectThat(
          stages.sent?.startsWith(FOREIGN_TEXT) === true,
          "stages.sent to begin with it",
          stages.sent,
        );
      },
    }),
    defineCase({
      name: "input.written replaces the prompt stage",
      clause: "Operations: input: literal text, never parsed: written replaces the prompt stage",
      level: "L1",
      // In manual there is no prompt stage to replace.
      needs: ["prompt_model"],
      async run(client) {
        const written = `A {{literal}} circle ${client.nonce()}`;
        const request = client.request(
          { prompt: { mode: "prompt_ai", instructions: "Anything" } },
          { input: { written } },
        );
        const { stages, usage } = await preview(client, request);
        expectThat(stages.sent?.includes(written) === true, `stages.sent to hold ${written}`, stages.sent);
        expectEqual(
          usage?.items.filter(({ kind }) => kind === "prompt") ?? [],
          [],
          "usage lines of a prompt",
        );
      },
    }),
    defineCase({
      name: "the style's words are in the sent prompt only",
      clause: "Operations: output.prompt is the prompt without style words; stages.sent is the exact text",
      level: "L1",
      async run(client) {
        const request = client.request({ prompt: { template: "A circle" }, style: "watercolor" });
        const { stages } = await preview(client, request);
        expectEqual(stages.resolved, "A circle", "stages.resolved");
        expectThat(
          stages.sent?.startsWith("A circle") === true,
          "stages.sent to begin with the prompt",
          stages.sent,
        );
        expectThat(/water\s?colou?r/i.test(stages.sent ?? ""), "stages.sent to name the style", stages.sent);
      },
    }),
  ].map((found): ConformanceCase => ({ ...found, needs: ["prompts", "image_model", ...found.needs] })),
  defineCase({
    name: "Prompt AI writes a prompt",
    clause: `${PROMPTS}: the prompt stage only; stages.written`,
    level: "L1",
    needs: ["prompts", "prompt_model"],
    billable: true,
    async run(client) {
      const { stages } = await writtenPreview(client);
      expectThat(Boolean(stages.written?.trim()), "stages.written", stages.written);
    },
  }),
  defineCase({
    name: "Prompt AI's writing has a usage line",
    clause: "Operations: usage.items by kind; a prompt line where a prompt model was called",
    level: "L1",
    needs: ["prompts", "prompt_model"],
    billable: true,
    async run(client) {
      const { usage } = await writtenPreview(client);
      expectThat(
        usage?.items.some(({ kind }) => kind === "prompt") === true,
        "a usage line of a prompt",
        usage,
      );
    },
  }),
  defineCase({
    name: "Auto writes a prompt from the outputs of earlier nodes",
    clause: "The template language and modes: Prompt AI and Auto send all upstream outputs",
    level: "L1",
    needs: ["prompts", "prompt_model"],
    billable: true,
    async run(client) {
      const request = client.request(
        { prompt: { mode: "auto" } },
        { variables: { agent: { output: { structured: { subject: "a grey circle" } } } } },
      );
      const { stages } = await preview(client, request);
      expectThat(Boolean(stages.written?.trim()), "stages.written", stages.written);
    },
  }),
  defineCase({
    name: "what was seen is what is drawn",
    clause: `${PROMPTS}: its stages.written may be sent back as input.written`,
    level: "L1",
    needs: ["prompts", "prompt_model"],
    billable: true,
    async run(client) {
      const written = (await writtenPreview(client)).stages.written ?? "";
      const request = client.request(
        { prompt: { mode: "prompt_ai", instructions: "Anything else" } },
        { input: { written } },
      );
      expectEqual((await client.succeed(request)).generation.output.prompt, written, "output.prompt");
    },
  }),
];
