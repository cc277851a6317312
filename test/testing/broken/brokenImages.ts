import { broken } from "./brokenBackend.js";
import type { BrokenBackend } from "./brokenBackend.js";
import { bodies, header, inOutput, json } from "../spoil.js";
import type { Json } from "../spoil.js";

/** What is drawn from what: prompts, models, the output, its links. */
export const brokenImages: readonly BrokenBackend[] = [
  broken(
    "draws an empty text for a missing variable",
    "POST /prompts refuses a variable without a value as missing_variable",
    bodies((text) => text.replaceAll("{{conformance.output.absent}}", "")),
  ),
  broken(
    "evaluates code",
    "POST /prompts refuses code in braces as invalid_template",
    bodies((text) => text.replaceAll("{{ 6 * 7 }}", "42")),
  ),
  broken(
    "expands values again",
    "a template fills in a value with braces literally",
    bodies((text) => text.replaceAll("{{conformance.output.braces}}", "{{conformance.output.text}}")),
  ),
  broken(
    "replaces a model in silence",
    "POST /generations refuses an image model that is not offered as model_unavailable",
    bodies((text) => text.replace('"imageModel":"conformance/no-such-model"', '"imageModel":null')),
  ),
  broken(
    "lets caches keep generations",
    "a generation is not stored by caches",
    header("Cache-Control", "private"),
  ),
  broken(
    "adds to the documented output",
    "output has exactly the documented members",
    json(inOutput((output) => ({ ...output, width: 1024 }))),
  ),
  broken(
    "rounds the size down",
    "sizeInKb is the image's size rounded up",
    json(inOutput((output) => ({ ...output, _metadata: { ...(output._metadata as Json), sizeInKb: 0 } }))),
  ),
  broken(
    "assumes the image's size",
    "width and height are those of the PNG",
    json((body) => (body.image ? { ...body, image: { ...(body.image as Json), width: 1000 } } : body)),
  ),
  broken(
    "puts the style into output.prompt",
    "output.prompt is the resolved prompt without the style's words",
    json(inOutput((output) => ({ ...output, prompt: `${String(output.prompt)}, watercolor` }))),
  ),
  broken(
    "wants credentials for a link",
    "imageUrl works without headers",
    () => (good) => async (request) =>
      request.url.includes("sig=") && !request.headers.has("Authorization")
        ? new Response(null, { status: 401 })
        : good(request),
  ),
  broken(
    "lets browsers guess the type",
    "an image of the reference form is served with nosniff",
    header("X-Content-Type-Options", null),
  ),
  broken("does not look at signatures", "a link with a changed signature is bad_signature", () => {
    const links = new Map<string, string>();
    return (good) => async (request) => {
      const { pathname } = new URL(request.url);
      const response = await good(new Request(links.get(pathname) ?? request.url, request));
      if (!/json/.test(response.headers.get("Content-Type") ?? "")) return response;
      const text = await response.text();
      const link = /"imageUrl":"([^"]+)"/.exec(text)?.[1];
      if (link) links.set(new URL(link).pathname, link);
      return new Response(text, { status: response.status, headers: response.headers });
    };
  }),
];
