import { uploadSchema } from "../../contract/index.js";
import type { CatalogImageModel, Upload } from "../../contract/index.js";
import { createPng } from "../createPng.js";
import { NotApplicable } from "./ConformanceCase.js";
import type { ConformanceClient } from "./ConformanceClient.js";
import { expectSchema, expectStatus } from "./expectThat.js";
import type { RecordedResponse } from "./RecordedResponse.js";

/** Options of an upload. */
interface UploadOptions {
  /** Idempotency key; `null` sends none. @default a new random key */
  key?: string | null | undefined;
  /** @default "image/png" */
  type?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Sends `POST /attachments`. Throws `NotApplicable` where the catalog offers none. */
export async function sendPicture(
  client: ConformanceClient,
  bytes: Uint8Array<ArrayBuffer>,
  options: UploadOptions = {},
): Promise<RecordedResponse> {
  const { features } = await client.catalog();
  if (features.uploads !== true) throw new NotApplicable("The catalog offers no uploads.");
  const key = options.key === undefined ? `conformance-${crypto.randomUUID()}` : options.key;
  const headers = {
    "Content-Type": options.type ?? "image/png",
    ...(key !== null && { "Idempotency-Key": key }),
    ...options.headers,
  };
  return client.ask(["attachments"], { method: "POST", headers, body: bytes });
}

/** Uploads a picture and expects that it is kept. */
export async function uploadPicture(
  client: ConformanceClient,
  bytes: Uint8Array<ArrayBuffer> = createPng(),
  options: UploadOptions = {},
): Promise<Upload> {
  const response = await sendPicture(client, bytes, options);
  expectStatus(response, 201);
  return expectSchema(uploadSchema, response.json, "the upload");
}

/** Two pictures of the caller's workspace, shared by all cases. */
export function twoPictures(client: ConformanceClient): Promise<readonly [Upload, Upload]> {
  return client.once("pictures", async () => [
    await uploadPicture(client, createPng({ width: 48, height: 32 })),
    await uploadPicture(client, createPng({ width: 32, height: 48 })),
  ]);
}

/**
 * Finds the model whose references are tested: the one that the context names, else the first that takes some and draws
 * without. Throws `NotApplicable` where there is none.
 */
export async function referenceModel(client: ConformanceClient): Promise<{ id: string; max: number }> {
  const { imageModels } = await client.catalog();
  const { imageModel } = client.context;
  const takes = ({ id, references }: CatalogImageModel) =>
    (references?.max ?? 0) > 0 &&
    (references?.min ?? 0) === 0 &&
    (imageModel === undefined || id === imageModel);
  const model = imageModels.find(takes);
  if (!model) throw new NotApplicable("No image model takes references and draws without.");
  return { id: model.id, max: model.references?.max ?? 1 };
}
