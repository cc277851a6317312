import type { GenerationRequest } from "image-generation-node/contract";
import { resolveTemplate } from "image-generation-node/template";
import { broken } from "./brokenBackend.js";
import type { BrokenBackend } from "./brokenBackend.js";
import { bodies, json } from "../spoil.js";
import type { Json } from "../spoil.js";

const KEEPS = "input.resolved keeps what other editors would read as a variable";
const DRAWS = "input.resolved is drawn literally";

/** Reads a text again that was resolved. */
const rereading = (read: (text: string, variables: Json, template: string) => string) =>
  bodies((body) => {
    if (!body.includes('"resolved"')) return body;
    const request = JSON.parse(body) as GenerationRequest;
    const { template } = request.config.prompt;
    const resolved = read(request.input?.resolved ?? "", request.variables ?? {}, template);
    return JSON.stringify({ ...request, input: { ...request.input, resolved } });
  });

/** Fills in the tokens of one spelling. */
const filling = (token: RegExp) =>
  rereading((text, variables) =>
    text.replace(token, (_, path: string) => {
      const value = path
        .split(".")
        .reduce<unknown>((from, name) => (from as Json | undefined)?.[name], variables);
      return typeof value === "string" ? value : "";
    }),
  );

/** Says that clients resolve, whoever does. */
const promises = json((body) =>
  body.features ? { ...body, features: { ...(body.features as Json), templates: "client" } } : body,
);

/** What becomes of a text that somebody else has resolved, or nobody. */
export const brokenTemplates: readonly BrokenBackend[] = [
  ...[
    ["{{ }}", rereading((text, variables) => resolveTemplate(text, variables).text)],
    ["escapes", rereading((text) => text.replaceAll("\\{{", "{{"))],
    ["doubled backslashes", rereading((text) => text.replaceAll("\\\\", "\\"))],
    ["< >", filling(/<([\w.]+)>/g)],
    ["{{# #}}", filling(/\{\{#([\w.]+)#\}\}/g)],
    ["expressions", filling(/\{\{ ([$\w.]+) \}\}/g)],
    ["${ }", filling(/\$\{([\w.]+)\}/g)],
    ["plain slots", filling(/(?<![{$])\{(\w+)\}/g)],
    ["percent signs", filling(/%(\w+)%/g)],
  ].flatMap(([spelling, spoil]) =>
    [KEEPS, DRAWS].map((caughtBy) =>
      broken(`reads ${String(spelling)} of a resolved text again`, caughtBy, spoil as typeof promises),
    ),
  ),
  broken(
    "shows another text than it sends",
    KEEPS,
    json((body) =>
      body.stages
        ? { ...body, stages: { ...(body.stages as Json), resolved: "A circle: read again" } }
        : body,
    ),
  ),
  ...["generations", "prompts"].map((operation) =>
    broken(
      `reads the template where a resolved text is empty at /${operation}`,
      `POST /${operation} refuses an empty text that its client has resolved as empty_prompt`,
      rereading((text, variables, template) => text || resolveTemplate(template, variables).text),
    ),
  ),
  ...["generations", "prompts"].flatMap((operation) =>
    ["a text", "instructions"].map((what) =>
      broken(
        `takes ${what} that nobody resolved at /${operation}`,
        `POST /${operation} refuses ${what} that its client has not resolved as invalid_template`,
        promises,
      ),
    ),
  ),
];
