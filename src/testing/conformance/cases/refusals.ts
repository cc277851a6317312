import type { ErrorKind, ImageNodeConfigOverrides } from "../../../contract/index.js";
import type { AskOptions, ConformanceClient } from "../ConformanceClient.js";
import { NotApplicable } from "../ConformanceCase.js";

/** Request that has to be refused, and the problem that refuses it. */
export interface Refusal {
  what: string;
  clause: string;
  kinds: readonly ErrorKind[];
  /** Whether a back end that does not refuse it could generate an image, so that the case is billable. */
  drawable?: boolean;
  needsPromptModel?: boolean;
  needsSettings?: boolean;
  /** Whether only a back end whose clients resolve templates has to refuse it. */
  needsClientTemplates?: boolean;
  /** Pointer that one of the errors has to name. */
  pointer?: string;
  code?: string;
  variable?: string;
  body?: (client: ConformanceClient) => unknown;
  /** Makes the body, and the pointer where it depends on the catalog. */
  prepare?: (client: ConformanceClient) => Promise<{ body: unknown; pointer?: string }>;
  /** Sent instead of the body. */
  options?: (client: ConformanceClient) => AskOptions | Promise<AskOptions>;
}

const REQUEST = "Operations, request of POST /generations and /prompts";
/** Beginning of the clauses that only a back end which resolves templates can break. */
export const TEMPLATE = "The template language";
const UNRESOLVED =
  "Operations, GET /catalog: with features.templates client, a text without input.resolved is refused before anything is spent";
const manual = (template: string) => (client: ConformanceClient) => client.request({ prompt: { template } });

/** Requests that `POST /generations` and `POST /prompts` both refuse. */
export const refusals: readonly Refusal[] = [
  {
    what: "a body that is not JSON",
    clause: "Errors: invalid_json is 400",
    kinds: ["invalid_json"],
    options: () => ({ text: '{"config":' }),
  },
  {
    what: "an empty body",
    clause: "Errors: invalid_json is 400",
    kinds: ["invalid_json"],
    options: () => ({ text: "" }),
  },
  {
    what: "a JSON body with a charset, still read as JSON,",
    clause: "Errors: invalid_json is 400 (RFC 9110: parameters of a media type)",
    kinds: ["invalid_json"],
    options: () => ({ text: "{", headers: { "Content-Type": "application/json; charset=utf-8" } }),
  },
  {
    what: "a body of another media type",
    clause: "Errors: unsupported_media_type is 415",
    kinds: ["unsupported_media_type"],
    options: () => ({ text: "config=1", headers: { "Content-Type": "application/x-www-form-urlencoded" } }),
  },
  {
    what: "a body above limits.maxBodyBytes",
    clause: "Errors: payload_too_large is 413",
    kinds: ["payload_too_large"],
    options: async (client) => {
      const { maxBodyBytes } = (await client.catalog()).limits;
      if (maxBodyBytes > 16 * 1024 * 1024) throw new NotApplicable("The body bound is above 16 MB.");
      return { text: `{"config":"${"x".repeat(maxBodyBytes)}` };
    },
  },
  { what: "an array", clause: `${REQUEST}: an object`, kinds: ["invalid_request"], body: () => [] },
  {
    what: "a body without config",
    clause: `${REQUEST}: config is an ImageNodeConfig`,
    kinds: ["invalid_request"],
    pointer: "#/config",
    body: () => ({ variables: {} }),
  },
  {
    what: "an aspect ratio that does not exist",
    clause: "Saved configuration: aspectRatio is square, landscape or portrait",
    kinds: ["invalid_request"],
    pointer: "#/config/aspectRatio",
    body: (client) => withConfig(client, { aspectRatio: "diagonal" }),
  },
  {
    what: "a mode that does not exist",
    clause: "Saved configuration: mode is manual, prompt_ai or auto",
    kinds: ["invalid_request"],
    pointer: "#/config/prompt/mode",
    body: (client) => withConfig(client, { prompt: { mode: "telepathy", template: "", instructions: "" } }),
  },
  {
    what: "a configuration of another version",
    clause: 'Saved configuration: "version": 1',
    kinds: ["invalid_request"],
    pointer: "#/config/version",
    body: (client) => withConfig(client, { version: 99 }),
  },
  {
    what: "variables that are no object",
    clause: `${REQUEST}: variables is an object or null`,
    kinds: ["invalid_request"],
    pointer: "#/variables",
    body: (client) => ({ ...client.request({ prompt: { template: "" } }), variables: ["noir"] }),
  },
  {
    what: "JSON nested deeper than 64",
    clause: "Who may do what: JSON depth ≤ 64",
    kinds: ["invalid_request", "invalid_json"],
    options: () => ({ text: `{"config":${"[".repeat(100)}${"]".repeat(100)}}` }),
  },
  {
    what: "an empty prompt",
    clause: "Errors: empty_prompt is 422",
    kinds: ["empty_prompt"],
    pointer: "#/config/prompt/template",
    body: manual(" \n "),
  },
  {
    what: "an empty text that its client has resolved",
    clause: "Operations: input: literal text: resolved replaces template resolution, an empty one too",
    kinds: ["empty_prompt"],
    drawable: true,
    body: (client) => client.request({ prompt: { template: "A circle" } }, { input: { resolved: "" } }),
  },
  {
    what: "a variable without a value",
    clause: `${TEMPLATE}: null, undefined, absent: missing_variable before anything is spent`,
    kinds: ["missing_variable"],
    drawable: true,
    pointer: "#/config/prompt/template",
    code: "missing_variable",
    variable: "conformance.output.absent",
    body: manual("A {{conformance.output.absent}} circle"),
  },
  {
    what: "a variable that is null",
    clause: `${TEMPLATE}: null, undefined, absent: missing_variable before anything is spent`,
    kinds: ["missing_variable"],
    drawable: true,
    variable: "conformance.output.nothing",
    body: (client) =>
      client.request(
        { prompt: { template: "A {{conformance.output.nothing}} circle" } },
        { variables: { conformance: { output: { nothing: null } } } },
      ),
  },
  ...["__proto__", "constructor", "toString", "hasOwnProperty"].map((name): Refusal => ({
    what: `the inherited property ${name}`,
    clause: `${TEMPLATE}: __proto__, constructor, prototype, inherited properties: never read`,
    kinds: ["missing_variable"],
    drawable: true,
    body: (client) =>
      client.request(
        { prompt: { template: `A {{conformance.output.${name}}} circle` } },
        { variables: { conformance: { output: {} } } },
      ),
  })),
  {
    what: "the length of a list",
    clause: `${TEMPLATE}: a path walks the JSON data model (no length, nothing of strings)`,
    kinds: ["missing_variable"],
    drawable: true,
    body: (client) =>
      client.request(
        { prompt: { template: "{{conformance.output.list.length}} circles" } },
        { variables: { conformance: { output: { list: [1, 2] } } } },
      ),
  },
  {
    what: "unclosed braces",
    clause: `${TEMPLATE}: unclosed {{: unclosed_braces`,
    kinds: ["invalid_template"],
    drawable: true,
    pointer: "#/config/prompt/template",
    code: "unclosed_braces",
    body: manual("A circle {{conformance.output"),
  },
  {
    what: "code in braces",
    clause: `${TEMPLATE}: anything that is not a path: unsupported_expression; code is never evaluated`,
    kinds: ["invalid_template"],
    drawable: true,
    code: "unsupported_expression",
    body: manual("{{ 6 * 7 }} circles"),
  },
  {
    what: "a text that its client has not resolved",
    clause: UNRESOLVED,
    kinds: ["invalid_template"],
    drawable: true,
    needsClientTemplates: true,
    body: (client) => unresolved(client, { prompt: { template: "A <start.input> circle" } }),
  },
  {
    what: "instructions that its client has not resolved",
    clause: UNRESOLVED,
    kinds: ["invalid_template"],
    drawable: true,
    needsPromptModel: true,
    needsClientTemplates: true,
    body: (client) => unresolved(client, { prompt: { mode: "prompt_ai", instructions: "A <start.input>" } }),
  },
  {
    what: "an image model that is not offered",
    clause: "Errors: model_unavailable is 422; ids are never replaced silently",
    kinds: ["model_unavailable"],
    drawable: true,
    pointer: "#/config/imageModel",
    body: (client) => client.request({ imageModel: "conformance/no-such-model" }),
  },
  {
    what: "a prompt model that is not offered",
    clause: "Errors: model_unavailable is 422; ids are never replaced silently",
    kinds: ["model_unavailable"],
    drawable: true,
    needsPromptModel: true,
    pointer: "#/config/promptModel",
    body: (client) =>
      client.request({
        promptModel: "conformance/no-such-model",
        prompt: { mode: "prompt_ai", instructions: "A plain circle" },
      }),
  },
  {
    what: "a prompt above the model's maxPromptLength",
    clause: "Operations, GET /catalog: maxPromptLength (code points); Errors: prompt_too_long is 422",
    kinds: ["prompt_too_long"],
    drawable: true,
    options: async (client) => {
      const max = await maxPromptLength(client);
      return { text: JSON.stringify(client.request({ prompt: { template: "x".repeat(max + 1) } })) };
    },
  },
];

/** Makes a request as a client does that does not know its part. */
function unresolved(client: ConformanceClient, overrides: ImageNodeConfigOverrides): unknown {
  const { input: _resolved, ...request } = client.request(overrides);
  return request;
}

function withConfig(client: ConformanceClient, members: Record<string, unknown>): unknown {
  const request = client.request({ prompt: { template: "" } });
  return { ...request, config: { ...request.config, ...members } };
}

/** Returns the `maxPromptLength` of the model that is used. */
export async function maxPromptLength(client: ConformanceClient): Promise<number> {
  const { imageModels, defaults, limits } = await client.catalog();
  const id = client.context.imageModel ?? defaults.imageModel ?? imageModels[0]?.id;
  const max = imageModels.find((model) => model.id === id)?.maxPromptLength;
  if (max === undefined || max > limits.maxBodyBytes / 8) {
    throw new NotApplicable("The model says no maxPromptLength that a body can reach.");
  }
  return max;
}
