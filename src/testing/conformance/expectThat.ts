import type * as z from "zod/mini";
import { CONTRACT_HEADER, CONTRACT_VERSION, ERROR_KINDS, problemSchema } from "../../contract/index.js";
import type { ErrorKind, ErrorKindInfo, Problem } from "../../contract/index.js";
import type { RecordedResponse } from "./RecordedResponse.js";

/** Error of an expectation that is not met. */
export class Unmet extends Error {
  override readonly name = "Unmet";
}

/** Throws unless the condition holds, with the expectation and the actual value. */
export function expectThat(condition: boolean, expected: string, got: unknown): asserts condition {
  if (!condition) throw new Unmet(`Expected ${expected}; got ${show(got)}.`);
}

export function expectEqual(got: unknown, expected: unknown, what: string): void {
  expectThat(JSON.stringify(got) === JSON.stringify(expected), `${what} to be ${show(expected)}`, got);
}

export function expectStatus(response: RecordedResponse, status: number): void {
  expectThat(response.status === status, `status ${status} from ${response.request}`, describe(response));
}

export function expectHeader(
  response: RecordedResponse,
  name: string,
  pattern: RegExp,
  meaning: string,
): void {
  const value = response.headers.get(name);
  expectThat(
    value !== null && pattern.test(value),
    `the header ${name} ${meaning} from ${response.request}`,
    value,
  );
}

export function expectContractHeader(response: RecordedResponse): void {
  const value = response.headers.get(CONTRACT_HEADER);
  expectThat(
    value === String(CONTRACT_VERSION),
    `the header ${CONTRACT_HEADER}: ${CONTRACT_VERSION} from ${response.request}`,
    value,
  );
}

/** Throws unless the value fits the schema; names the first fault. */
export function expectSchema<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Unmet(
    `Expected ${what} to fit its schema; at /${issue?.path.map(String).join("/") ?? ""}: ${issue?.message ?? "invalid"}; got ${show(value)}.`,
  );
}

/** Throws unless the response is a problem of one of these kinds, with the status of the error table. */
export function expectProblem(response: RecordedResponse, ...kinds: readonly ErrorKind[]): Problem {
  const problem = readProblem(response);
  const wanted = kinds.join(" or ");
  expectThat(
    kinds.some((kind) => kind === problem.kind),
    `the problem ${wanted} from ${response.request}`,
    describe(response),
  );
  const { status }: ErrorKindInfo = ERROR_KINDS[problem.kind as ErrorKind];
  expectThat(response.status === status, `status ${status} for the problem ${problem.kind}`, response.status);
  return problem;
}

/** Throws unless the response is a problem document of any kind. */
export function readProblem(response: RecordedResponse): Problem {
  const type = response.headers.get("Content-Type") ?? "";
  expectThat(
    response.status >= 400 && type.includes("application/problem+json"),
    `a refusal as application/problem+json from ${response.request}`,
    describe(response),
  );
  return expectSchema(problemSchema, response.json, "the problem document");
}

/** Formats a response in one line. */
export function describe(response: RecordedResponse): string {
  const type = response.headers.get("Content-Type") ?? "no content type";
  return `${response.status} ${type} ${response.text.slice(0, 300)}`;
}

function show(value: unknown): string {
  if (typeof value === "string") return value.length > 400 ? `${value.slice(0, 400)}…` : value;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
