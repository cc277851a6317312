import { generationSchema, generationStatusSchema } from "../../../contract/index.js";
import type { ErrorKind, GenerationRequest, Reference } from "../../../contract/index.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import { defineCase } from "../defineCase.js";
import type { CaseDefinition } from "../defineCase.js";
import { expectEqual, expectProblem, expectSchema, expectStatus, expectThat } from "../expectThat.js";
import { createPng } from "../../createPng.js";
import { referenceModel, sendPicture, twoPictures, uploadPicture } from "../uploadPicture.js";

const CLAUSE = "References";

const referenceCase = (definition: CaseDefinition) =>
  defineCase({ billable: true, ...definition, needs: ["references", ...(definition.needs ?? [])] });

/** Creates a request with these references, whose variable `conformance.output` holds a value. */
async function requestWith(
  client: ConformanceClient,
  references: readonly Reference[],
  output: unknown = {},
  more: Partial<GenerationRequest> = {},
): Promise<GenerationRequest> {
  const { id } = await referenceModel(client);
  return client.request({ imageModel: id, references }, { variables: { conformance: { output } }, ...more });
}

const VALUE = { value: "{{conformance.output}}" };
const fromUpload = ["uploads"] as const;

/** Generates with an uploaded picture; shared by all cases. */
const sample = (client: ConformanceClient) =>
  client.once("references", async () => {
    const [{ attachmentId }] = await twoPictures(client);
    return client.succeed(await requestWith(client, [{ attachmentId }]));
  });

/** References that are refused before anything is spent. */
const REFUSED: readonly (readonly [
  what: string,
  reference: Reference,
  output: unknown,
  kind: ErrorKind,
  code: string,
  needs: CaseDefinition["needs"],
])[] = [
  [
    "a variable that leads to a number",
    VALUE,
    5,
    "missing_variable",
    "missing_variable",
    ["server_templates"],
  ],
  [
    "a variable that leads to an address",
    VALUE,
    "http://127.0.0.1:9/a.png",
    "missing_variable",
    "missing_variable",
    ["server_templates"],
  ],
  [
    "a variable that leads to a file without an id",
    VALUE,
    { path: "/a.png" },
    "missing_variable",
    "missing_variable",
    ["server_templates"],
  ],
  [
    "a variable that is not there",
    { value: "{{conformance.gone}}" },
    {},
    "missing_variable",
    "missing_variable",
    ["server_templates"],
  ],
  [
    "text around a variable",
    { value: "see {{conformance.output}}" },
    "x",
    "invalid_request",
    "invalid_reference",
    ["server_templates"],
  ],
  ["a reference with neither member", {}, {}, "invalid_request", "invalid_reference", []],
  [
    "a picture that nobody has",
    { attachmentId: "att_conformance_none" },
    {},
    "not_found",
    "reference_not_found",
    [],
  ],
];

const refusedCases = REFUSED.map(([what, reference, output, kind, code, needs = []]) =>
  referenceCase({
    name: `POST /generations refuses ${what} as a reference`,
    clause: `${CLAUSE}: refused before anything is spent: ${kind}, #/config/references/<index>, ${code}`,
    needs,
    async run(client) {
      const response = await client.generate(await requestWith(client, [reference], output));
      const { errors, charged } = expectProblem(response, kind);
      const pointers = (errors ?? []).map((error) => [error.pointer, error.code]);
      expectEqual(pointers, [["#/config/references/0", code]], "the errors");
      expectEqual(charged, false, "charged");
    },
  }),
);

/** Cases of pictures that generations take in. */
export const referenceCases: readonly ConformanceCase[] = [
  referenceCase({
    name: "the catalog's references can be met",
    clause: "Operations, GET /catalog: references: {max, min, mimeTypes, maxBytes}",
    billable: false,
    async run(client) {
      if (!(await client.catalog()).imageModels.some(({ references }) => references))
        throw new NotApplicable("No image model takes references.");
      for (const { id, references } of (await client.catalog()).imageModels) {
        if (!references) continue;
        const { max, min = 0, mimeTypes, maxBytes } = references;
        const isCount = Number.isInteger(max) && max > 0 && Number.isInteger(min) && min <= max;
        const fits = isCount && mimeTypes.length > 0 && maxBytes > 0;
        expectThat(fits, `references of ${id} that a picture can meet`, references);
      }
    },
  }),
  referenceCase({
    name: "a generation names the pictures that it got, beside its output",
    clause: `${CLAUSE}: the answer's references, beside output and never in it`,
    needs: fromUpload,
    async run(client) {
      const [{ attachmentId }] = await twoPictures(client);
      const { generation } = await sample(client);
      expectEqual(
        generation.references?.map((each) => each.attachmentId),
        [attachmentId],
        "references",
      );
      expectThat(!("references" in generation.output), "an output without references", generation.output);
    },
  }),
  referenceCase({
    name: "a replay names the pictures too",
    clause: `${CLAUSE}: also in a replay`,
    needs: fromUpload,
    async run(client) {
      const { request, key, generation } = await sample(client);
      const response = await client.generate(request, { key });
      expectStatus(response, 200);
      const replayed = expectSchema(generationSchema, response.json, "the replay");
      expectEqual(replayed.references, generation.references, "references");
    },
  }),
  referenceCase({
    name: "the state of a run names the pictures too",
    clause: `${CLAUSE}: also in the state of a run`,
    level: "L2",
    needs: ["uploads", "runs"],
    async run(client) {
      const { generation } = await sample(client);
      const state = await client.get("generations", generation.id);
      const { references } = expectSchema(generationStatusSchema, state.json, "the state");
      expectEqual(references, generation.references, "references");
    },
  }),
  referenceCase({
    name: "the image of a step before is a reference by its output",
    clause: `${CLAUSE}: a variable leads to an object with an attachmentId`,
    needs: ["server_templates"],
    async run(client) {
      const { output } = (await client.sample()).generation;
      const { generation } = await client.succeed(await requestWith(client, [VALUE], output));
      expectEqual(
        generation.references?.map((each) => each.attachmentId),
        [output.attachmentId],
        "references",
      );
    },
  }),
  referenceCase({
    name: "a list of pictures is taken in its order",
    clause: `${CLAUSE}: a variable leads to a list of pictures`,
    needs: ["uploads", "server_templates"],
    async run(client) {
      if ((await referenceModel(client)).max < 2) throw new NotApplicable("The model takes one picture.");
      const ids = (await twoPictures(client)).map((each) => each.attachmentId).reverse();
      const { generation } = await client.succeed(await requestWith(client, [VALUE], ids));
      expectEqual(
        generation.references?.map((each) => each.attachmentId),
        ids,
        "references",
      );
    },
  }),
  ...([null, [], ""] as const).map((output) =>
    referenceCase({
      name: `a variable that holds ${JSON.stringify(output)} is no picture, with a warning`,
      clause: `${CLAUSE}: null and what is empty are no picture, with the warning reference_empty`,
      needs: ["server_templates"],
      async run(client) {
        const { generation } = await client.succeed(await requestWith(client, [VALUE], output));
        const codes = (generation.warnings ?? []).map(({ code }) => code);
        expectThat(codes.includes("reference_empty"), "the warning reference_empty", codes);
        expectEqual(generation.references ?? [], [], "references");
      },
    }),
  ),
  referenceCase({
    name: "pictures of the input replace those of the configuration",
    clause: `${CLAUSE}: input.references replaces config.references`,
    needs: fromUpload,
    async run(client) {
      const [{ attachmentId }] = await twoPictures(client);
      const request = await requestWith(client, [{ value: "%another.language%" }]);
      const input = { ...request.input, references: [{ attachmentId }] };
      const { generation } = await client.succeed({ ...request, input });
      expectEqual(
        generation.references?.map((each) => each.attachmentId),
        [attachmentId],
        "references",
      );
    },
  }),
  referenceCase({
    name: "POST /generations refuses more pictures than the model takes",
    clause: `${CLAUSE}: refused before anything is spent: too_many_references with its place`,
    needs: fromUpload,
    async run(client) {
      const { max } = await referenceModel(client);
      const [{ attachmentId }] = await twoPictures(client);
      const references = Array.from({ length: max + 1 }, () => ({ attachmentId }));
      const response = await client.generate(await requestWith(client, references));
      const { errors = [] } = expectProblem(response, "invalid_request");
      const found = errors.map(({ pointer, code }) => [pointer, code]);
      expectEqual(found, [[`#/config/references/${max}`, "too_many_references"]], "the errors");
    },
  }),
  referenceCase({
    name: "POST /generations refuses fewer pictures than the model needs",
    clause: `${CLAUSE}: refused before anything is spent: too_few_references at the list`,
    async run(client) {
      const { imageModels } = await client.catalog();
      const needing = imageModels.find(({ references }) => (references?.min ?? 0) > 0);
      if (!needing) throw new NotApplicable("Every image model draws without a picture.");
      const response = await client.generate(client.request({ imageModel: needing.id }));
      const { errors = [], charged } = expectProblem(response, "invalid_request");
      const found = errors.map(({ pointer, code }) => [pointer, code]);
      expectEqual(found, [["#/config/references", "too_few_references"]], "the errors");
      expectEqual(charged, false, "charged");
    },
  }),
  referenceCase({
    name: "POST /generations refuses pictures for a model that takes none",
    clause: `${CLAUSE}: refused before anything is spent: references_unsupported with its place`,
    async run(client) {
      await referenceModel(client);
      const plain = (await client.catalog()).imageModels.find(({ references }) => !references);
      if (!plain) throw new NotApplicable("Every image model takes references.");
      const request = client.request({ imageModel: plain.id, references: [{ attachmentId: "att_any" }] });
      const { errors = [] } = expectProblem(await client.generate(request), "invalid_request");
      const found = errors.map(({ pointer, code }) => [pointer, code]);
      expectEqual(found, [["#/config/references/0", "references_unsupported"]], "the errors");
    },
  }),
  ...refusedCases,
  referenceCase({
    name: "a picture of another workspace is refused as one that nobody has",
    clause: `${CLAUSE}: a picture that the caller's workspace does not have is not_found`,
    needs: ["uploads", "other_scope"],
    async run(client) {
      const headers = client.context.otherScopeHeaders ?? {};
      const isOffered = (await sendPicture(client, createPng(), { headers })).status === 201;
      if (!isOffered) throw new NotApplicable("The other workspace takes no uploads.");
      const { attachmentId } = await uploadPicture(client, createPng(), { headers });
      const response = await client.generate(await requestWith(client, [{ attachmentId }]));
      const { errors = [] } = expectProblem(response, "not_found");
      expectEqual(errors[0]?.pointer, "#/config/references/0", "the pointer");
    },
  }),
];
