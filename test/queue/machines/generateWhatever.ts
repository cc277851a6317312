import { createPng } from "image-generation-node/testing";
import { generationStatusSchema, problemSchema, uploadSchema } from "image-generation-node/contract";
import type { GenerationStatus } from "image-generation-node/contract";
import { body, readEvents } from "../../server/testBackend.js";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A generation as the caller saw it end. */
export interface SeenEnd {
  readonly key: string;
  readonly prompt: string;
  readonly id: string;
  /** Picture that it was given. */
  readonly picture: string | null;
  /** How many of its generations ended before it with nothing charged. */
  readonly repeats: number;
}

/**
 * A caller that wants its image whatever happens to the back end: the same key again when there was no answer, by the
 * id when it is under way, the same key again when nothing was charged.
 */
export async function generateWhatever(
  bases: readonly string[],
  index: number,
  models: readonly string[] = [],
): Promise<SeenEnd> {
  const imageModel = models[index % models.length];
  const key = `key-${index}`;
  const prompt = `Picture number ${index}`;
  let repeats = 0;
  for (let turn = index; ; turn += 1) {
    const base = bases[turn % bases.length] ?? "";
    const answer = await ask(base, key, { prompt, imageModel }, index).catch(() => null);
    // An error without an id says nothing of a generation: the back end could not look.
    const seen = answer?.id === "" && answer.charged !== false ? null : answer;
    if (seen?.charged === false) repeats += 1;
    else if (seen) return { key, prompt, id: seen.id, picture: seen.picture ?? null, repeats };
    await wait(100);
  }
}

/** Width of the picture that a generation is given; `null` where it gets none, as three of four do. */
export const widthOf = (index: number): number | null => (index % 4 === 3 ? 8 + (index % 100) : null);

/** Uploads the picture of a generation, under the same key however often. */
async function uploadPicture(base: string, index: number, width: number): Promise<string> {
  const headers = { "Content-Type": "image/png", "Idempotency-Key": `picture-${index}` };
  const sent = { method: "POST", headers, body: createPng({ width, height: 8 }) };
  const response = await fetch(`${base}/attachments`, sent);
  return uploadSchema.parse(await response.json()).attachmentId;
}

interface Outcome {
  readonly picture?: string | null;
  readonly id: string;
  readonly charged: boolean | null;
}

async function ask(
  base: string,
  key: string,
  { prompt, imageModel }: { readonly prompt: string; readonly imageModel: string | undefined },
  index: number,
): Promise<Outcome> {
  // Only the models of one answer take a picture each.
  const width = imageModel === undefined ? widthOf(index) : null;
  const picture = width === null ? null : await uploadPicture(base, index, width);
  const references = picture === null ? {} : { references: [{ attachmentId: picture }] };
  const accept = ["application/json", "text/event-stream"][index % 2] ?? "";
  const response = await fetch(`${base}/generations`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": key,
      Accept: accept,
      ...(index % 4 === 2 ? { Prefer: "respond-async" } : {}),
    },
    body: JSON.stringify(
      body({
        prompt: { template: prompt },
        ...references,
        ...(imageModel === undefined ? {} : { imageModel }),
      }),
    ),
  });
  return { ...(await readEnd(base, response)), picture };
}

/** Reads how a generation ended, whatever kind its answer is. */
async function readEnd(base: string, response: Response): Promise<Outcome> {
  if (response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    const events = await readEvents(response);
    const ends = events.filter(({ event }) => event === "result" || event === "error");
    if (ends.length !== 1) throw new Error(`The stream had ${ends.length} ends.`);
    return outcomeOf(ends[0]?.data);
  }
  const answer: unknown = await response.json();
  const { id, kind } = answer as { id?: string; kind?: string };
  if (id !== undefined && (response.status === 202 || kind === "idempotency_in_progress"))
    return poll(base, id);
  return outcomeOf(answer);
}

async function poll(base: string, id: string): Promise<Outcome> {
  for (;;) {
    const status = await readStatus(base, id);
    if (status.status !== "queued" && status.status !== "running") return outcomeOf(status.problem ?? status);
    await wait(200);
  }
}

function outcomeOf(end: unknown): Outcome {
  const { status, id } = end as { status: unknown; id: string };
  if (status === "succeeded") return { id, charged: true };
  const problem = problemSchema.parse(end);
  return { id: problem.id ?? "", charged: problem.charged ?? null };
}

/** Reads a run, by the contract. */
export async function readStatus(base: string, id: string): Promise<GenerationStatus> {
  const response = await fetch(`${base}/generations/${id}`);
  return generationStatusSchema.parse(await response.json());
}
