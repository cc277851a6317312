import * as z from "zod/mini";
import type { GenerationRequest, ProblemError } from "../../contract/index.js";
import { generationRequestSchema } from "../../contract/index.js";
import { createProblem } from "./createProblem.js";

/** Checks a body against the contract. Returns the very value that came in: nothing is filled in or dropped. */
export function parseGenerationRequest(value: unknown): GenerationRequest {
  const parsed = z.safeParse(generationRequestSchema, value, { error: (issue) => sentenceOf(issue) });
  if (parsed.success) return value as GenerationRequest;
  const errors = parsed.error.issues.map((issue): ProblemError => ({
    pointer: toPointer(issue.path),
    code: issue.code,
    detail: issue.message,
  }));
  throw createProblem("invalid_request", { errors });
}

/** Converts a path to a JSON pointer in a URI fragment. */
export function toPointer(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1"));
  return ["#", ...parts].join("/");
}

function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `Missing; expected ${issue.expected}.`
        : `Expected ${issue.expected}.`;
    case "invalid_value":
      return `Expected ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}.`;
    case "too_small":
      return `Expected at least ${String(issue.minimum)}${issue.origin === "string" ? " characters" : ""}.`;
    case "too_big":
      return `Expected at most ${String(issue.maximum)}.`;
    default:
      return "This value does not fit the contract.";
  }
}
