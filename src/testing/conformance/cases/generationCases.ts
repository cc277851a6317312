import { hasAspectRatio } from "../../../contract/index.js";
import { defineCase } from "../defineCase.js";
import { expectContractHeader, expectEqual, expectHeader, expectStatus, expectThat } from "../expectThat.js";
import { CLIENT_ACCEPT } from "../ConformanceClient.js";
import { FOREIGN_TEXT, FOREIGN_VALUES } from "./foreignText.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import type { CaseDefinition } from "../defineCase.js";

const ANSWER = "Operations, answer 200";
const OUTPUT_MEMBERS = [
  "_metadata",
  "aspectRatio",
  "attachmentId",
  "imagePath",
  "imageUrl",
  "path",
  "prompt",
];
const METADATA_MEMBERS = ["attachmentId", "mimeType", "name", "sizeInKb"];

const billableCase = (definition: CaseDefinition) => defineCase({ billable: true, ...definition });

/** Cases of a generation's JSON response. */
export const generationCases: readonly ConformanceCase[] = [
  billableCase({
    name: "POST /generations answers 200 with a generation that fits its schema",
    clause: `${ANSWER}: required: id, status, output, image {width, height, expiresAt}`,
    async run(client) {
      const { response } = await client.sample();
      expectHeader(response, "Content-Type", /^application\/json\b/i, "to be application/json");
    },
  }),
  billableCase({
    name: "a generation says the contract's version",
    clause: "Operations: every answer carries Image-Generation-Contract: 1",
    async run(client) {
      expectContractHeader((await client.sample()).response);
    },
  }),
  billableCase({
    name: "a generation is not stored by caches",
    clause: `${ANSWER}: Cache-Control: no-store`,
    async run(client) {
      expectHeader((await client.sample()).response, "Cache-Control", /\bno-store\b/, "to be no-store");
    },
  }),
  billableCase({
    name: "the client's Accept is answered by a stream or by JSON",
    clause:
      "Operations: the client always sends Accept: text/event-stream, application/json;q=0.9 and reads what comes; never 406",
    async run(client) {
      const response = await client.generate(client.request(), { accept: CLIENT_ACCEPT });
      expectStatus(response, 200);
      expectHeader(
        response,
        "Content-Type",
        /^(application\/json|text\/event-stream)\b/i,
        "to be JSON or a stream",
      );
    },
  }),
  billableCase({
    name: "output has exactly the documented members",
    clause: `${ANSWER}: output is exactly the node's documented output; all else stands beside it`,
    async run(client) {
      const { output } = (await client.sample()).generation;
      expectEqual(Object.keys(output).sort(), OUTPUT_MEMBERS, "the members of output");
      expectEqual(Object.keys(output._metadata).sort(), METADATA_MEMBERS, "the members of output._metadata");
    },
  }),
  billableCase({
    name: "both attachment ids are the same",
    clause: `${ANSWER}: _metadata.attachmentId and attachmentId`,
    async run(client) {
      const { output } = (await client.sample()).generation;
      expectEqual(output._metadata.attachmentId, output.attachmentId, "_metadata.attachmentId");
    },
  }),
  billableCase({
    name: "the file's name has the documented form",
    clause: `${ANSWER}: 1795944719382-workflow_image_generation-openai.png`,
    async run(client) {
      const { name } = (await client.sample()).generation.output._metadata;
      expectThat(
        /^\d+-workflow_image_generation-.+\.png$/.test(name),
        "<digits>-workflow_image_generation-<provider>.png",
        name,
      );
    },
  }),
  billableCase({
    name: "the path ends with the file's name",
    clause: `${ANSWER}: path /mnt/data/<name>`,
    async run(client) {
      const { path, _metadata } = (await client.sample()).generation.output;
      expectThat(path.endsWith(`/${_metadata.name}`), `a path that ends with ${_metadata.name}`, path);
    },
  }),
  billableCase({
    name: "output.prompt is the resolved prompt without the style's words",
    clause: `${ANSWER}: output.prompt is the prompt without style words`,
    async run(client) {
      const { request, generation } = await client.sample();
      const wanted = request.config.prompt.template.replace(
        "{{conformance.output.thing}}",
        "plain grey circle",
      );
      expectEqual(generation.output.prompt, wanted, "output.prompt");
    },
  }),
  billableCase({
    name: "output.aspectRatio is what was asked",
    clause: `${ANSWER}: output.aspectRatio`,
    async run(client) {
      expectEqual((await client.sample()).generation.output.aspectRatio, "square", "output.aspectRatio");
    },
  }),
  billableCase({
    name: "stages.sent is the prompt with the style's words",
    clause: `${ANSWER}: stages.sent is the exact text that the image model got`,
    async run(client) {
      const { generation, request } = await client.sample();
      const sent = generation.stages?.sent ?? "";
      expectThat(sent.includes(generation.output.prompt), "stages.sent to hold the prompt", sent);
      if (request.config.style === "auto") throw new NotApplicable("The catalog has no style watercolor.");
      expectThat(/water\s?colou?r/i.test(sent), "stages.sent to name the style", sent);
    },
  }),
  billableCase({
    name: "stages.template is the template as configured",
    clause: `${ANSWER}: stages {template, resolved, written, sent, revised}`,
    async run(client) {
      const { generation, request } = await client.sample();
      expectEqual(generation.stages?.template, request.config.prompt.template, "stages.template");
    },
  }),
  billableCase({
    name: "a manual generation has no written prompt and pays no prompt model",
    clause: "Operations: in manual no prompt model is called and usage.items holds no prompt line",
    async run(client) {
      const { stages, usage } = (await client.sample()).generation;
      expectThat(stages?.written == null, "stages.written to be null", stages?.written);
      expectEqual(usage?.items.filter(({ kind }) => kind === "prompt") ?? [], [], "usage lines of a prompt");
    },
  }),
  billableCase({
    name: "a generation has a usage line of its image",
    clause: `${ANSWER}: usage {items: [{kind: "image", …}]}`,
    async run(client) {
      const { usage } = (await client.sample()).generation;
      expectThat(
        usage?.items.some(({ kind }) => kind === "image") === true,
        "a usage line of an image",
        usage,
      );
    },
  }),
  ...(["square", "landscape", "portrait"] as const).map((aspectRatio) =>
    billableCase({
      name: `a ${aspectRatio} image has that shape`,
      clause: "Saved configuration: square 1:1, landscape 16:9, portrait 9:16",
      async run(client) {
        const { imageModels, defaults } = await client.catalog();
        const id = client.context.imageModel ?? defaults.imageModel ?? imageModels[0]?.id;
        const support = imageModels.find((model) => model.id === id)?.aspectRatios[aspectRatio];
        if (!support || support.fit === "unsupported")
          throw new NotApplicable(`The model has no ${aspectRatio}.`);
        const { generation } =
          aspectRatio === "square"
            ? await client.sample()
            : await client.succeed(client.request({ aspectRatio }));
        const { width, height } = generation.image;
        expectThat(hasAspectRatio(width, height, aspectRatio), `a ${aspectRatio} image`, generation.image);
        expectEqual(generation.output.aspectRatio, aspectRatio, "output.aspectRatio");
      },
    }),
  ),
  billableCase({
    name: "images made at once have names of their own",
    clause: `${ANSWER}: the digits are unique within the scope: twenty at once must not collide`,
    async run(client) {
      const made = await Promise.all(Array.from({ length: 4 }, () => client.succeed(client.request())));
      const paths = made.map(({ generation }) => generation.output.path);
      expectThat(new Set(paths).size === paths.length, "four paths", paths);
    },
  }),
  billableCase({
    name: "a generation ignores members that nobody knows",
    clause: "Operations: both sides ignore members, events and warnings that they do not know",
    async run(client) {
      const request = client.request({}, { context: { nodeId: "n1", tomorrow: true } });
      await client.succeed({ ...request, config: { ...request.config, tomorrow: { is: 1 } }, tomorrow: 1 });
    },
  }),
  billableCase({
    name: "a generation does not look at the prompt model in manual",
    clause: "Saved configuration: promptModel is kept, and never validated, in manual",
    async run(client) {
      await client.succeed(client.request({ promptModel: "conformance/no-such-model" }));
    },
  }),
  billableCase({
    name: "input.resolved is drawn literally",
    clause: "Operations: input: literal text, never parsed: resolved replaces template resolution",
    async run(client) {
      const resolved = `${FOREIGN_TEXT} ${client.nonce()}`;
      const request = client.request(
        { prompt: { template: "{{conformance.output.absent}}" } },
        { variables: FOREIGN_VALUES, input: { resolved } },
      );
      expectEqual((await client.succeed(request)).generation.output.prompt, resolved, "output.prompt");
    },
  }),
  billableCase({
    name: "a prompt keeps emoji, right-to-left and combining text",
    clause: `${ANSWER}: output.prompt is the prompt`,
    async run(client) {
      const template = `🦊 שלום e\u0301 ${client.nonce()}`;
      expectEqual(
        (await client.succeed(client.request({ prompt: { template } }))).generation.output.prompt,
        template,
        "output.prompt",
      );
    },
  }),
];
