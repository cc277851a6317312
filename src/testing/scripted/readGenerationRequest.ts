import { generationRequestSchema } from "../../contract/index.js";
import type { Catalog, GenerationRequest, Problem } from "../../contract/index.js";
import { resolveTemplate } from "../../template/index.js";
import { createProblem } from "../fixtures/problemFixtures.js";

/** Reads the body of a generation as it was sent, or the problem that refuses it. */
export function readGenerationRequest(text: string): { request: GenerationRequest } | { problem: Problem } {
  try {
    const body: unknown = JSON.parse(text);
    const { error } = generationRequestSchema.safeParse(body);
    // The schema's own output would lack a setting named __proto__, which has to be refused.
    if (!error) return { request: body as GenerationRequest };
    const errors = error.issues.map(({ path, code, message }) => ({
      pointer: ["#", ...path.map(String)].join("/"),
      code,
      detail: message,
    }));
    return { problem: createProblem("invalid_request", { errors }) };
  } catch {
    return { problem: createProblem("invalid_json") };
  }
}

/** Resolves the prompt that the image is made of, or the problem that refuses it. */
export function resolvePrompt(
  { config, variables, input }: GenerationRequest,
  { features }: Pick<Catalog, "features">,
): string | Problem {
  const { mode } = config.prompt;
  // Nobody writes in manual, so there is no written text to take either.
  if (mode !== "manual" && input?.written !== undefined) return orEmpty(input.written);
  if (mode === "auto") return "An image that an earlier node might need";
  if (input?.resolved !== undefined) return orEmpty(input.resolved);
  const template = mode === "manual" ? config.prompt.template : config.prompt.instructions;
  if (features.templates === "client" && template.trim() !== "") {
    const detail = "The client resolves templates, and has sent no input.resolved.";
    const errors = [{ pointer: "#/input/resolved", code: "unresolved_template", detail }];
    return createProblem("invalid_template", { errors });
  }
  const { text, diagnostics } = resolveTemplate(template, variables ?? {});
  const missing = diagnostics.find((diagnostic) => diagnostic.code === "missing_variable");
  if (missing) {
    const pointer = "#/config/prompt/template";
    const detail = missing.message;
    return createProblem("missing_variable", {
      errors: [{ pointer, code: "missing_variable", variable: missing.path ?? "", detail }],
    });
  }
  return orEmpty(text);
}

function orEmpty(text: string): string | Problem {
  return text.trim() === "" ? createProblem("empty_prompt") : text;
}
