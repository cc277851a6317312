import type * as z from "zod/mini";
import { CONTRACT_HEADER, CONTRACT_VERSION, ERROR_KINDS, problemSchema } from "../../contract/index.js";
import type { ErrorKind, ErrorKindInfo, Problem } from "../../contract/index.js";
import type { RecordedResponse } from "./RecordedResponse.js";

/** A clause that does not hold. */
export class Unmet extends Error {
  override readonly name = "Unmet";
}

/** Fails unless `condition` holds, saying what was expected and what came. */
export function expectThat(condition: boolean, expected: string, got: unknown): asserts condition {
  if (!condition) throw new Unmet(`Expected ${expected}; got ${show(got)}.`);
}

export function expectEqual(got: unknown, expected: unknown, what: string): void {
  expectThat(JSON.stringify(got) === JSON.stringify(expected), `${what} to be ${show(expected)}`, got);
}

export function expectStatus(answer: RecordedResponse, status: number): void {
  expectThat(answer.status === status, `status ${status} from ${answer.asked}`, describe(answer));
}

export function expectHeader(answer: RecordedResponse, name: string, pattern: RegExp, meaning: string): void {
  const value = answer.headers.get(name);
  expectThat(
    value !== null && pattern.test(value),
    `the header ${name} ${meaning} from ${answer.asked}`,
    value,
  );
}

export function expectContractHeader(answer: RecordedResponse): void {
  const value = answer.headers.get(CONTRACT_HEADER);
  expectThat(
    value === String(CONTRACT_VERSION),
    `the header ${CONTRACT_HEADER}: ${CONTRACT_VERSION} from ${answer.asked}`,
    value,
  );
}

/** Fails unless the value fits the schema; names the first fault. */
export function expectSchema<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Unmet(
    `Expected ${what} to fit its schema; at /${issue?.path.map(String).join("/") ?? ""}: ${issue?.message ?? "invalid"}; got ${show(value)}.`,
  );
}

/** Fails unless the answer is a problem of one of these kinds, with the status that the table gives it. */
export function expectProblem(answer: RecordedResponse, ...kinds: readonly ErrorKind[]): Problem {
  const problem = readProblem(answer);
  const wanted = kinds.join(" or ");
  expectThat(
    kinds.some((kind) => kind === problem.kind),
    `the problem ${wanted} from ${answer.asked}`,
    describe(answer),
  );
  const { status }: ErrorKindInfo = ERROR_KINDS[problem.kind as ErrorKind];
  expectThat(answer.status === status, `status ${status} for the problem ${problem.kind}`, answer.status);
  return problem;
}

/** Fails unless the answer is a problem document of any kind. */
export function readProblem(answer: RecordedResponse): Problem {
  const type = answer.headers.get("Content-Type") ?? "";
  expectThat(
    answer.status >= 400 && type.includes("application/problem+json"),
    `a refusal as application/problem+json from ${answer.asked}`,
    describe(answer),
  );
  return expectSchema(problemSchema, answer.json, "the problem document");
}

/** An answer in a line. */
export function describe(answer: RecordedResponse): string {
  const type = answer.headers.get("Content-Type") ?? "no content type";
  return `${answer.status} ${type} ${answer.text.slice(0, 300)}`;
}

function show(value: unknown): string {
  if (typeof value === "string") return value.length > 400 ? `${value.slice(0, 400)}…` : value;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
