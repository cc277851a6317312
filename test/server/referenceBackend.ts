import { problemSchema } from "image-generation-node/contract";
import type { Reference } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import type { GenerateImageRequest, ImageModelEntry, ReferenceLimits } from "image-generation-node/server";
import { VARIABLES, body, createImage, createTestBackend } from "./testBackend.js";
import type { TestBackendOptions } from "./testBackend.js";

export const NAME = { context: {}, sha256: "00" };

/** A back end whose models take two pictures, one picture of one type, and none; `keep` stores a picture. */
export function createReferenceBackend({
  limits,
  ...options
}: Omit<TestBackendOptions, "limits"> & { limits?: Partial<ReferenceLimits> } = {}) {
  const asked: GenerateImageRequest[] = [];
  const model = {
    generate: (request: GenerateImageRequest) => {
      asked.push(request);
      return createImage(8, 8);
    },
  };
  const imageModels: Record<string, ImageModelEntry> = {
    taker: { label: "Taker", model, references: { max: 2, ...limits } },
    plain: { label: "Plain", model },
  };
  const storage = options.storage ?? memoryStorage();
  const backend = createTestBackend({ imageModels, references: true, ...options, storage });
  let count = 0;
  const keep = async (bytes: Uint8Array, scope = "workspace", name = "a.png") => {
    count += 1;
    const attachmentId = `att_${count}`;
    await storage.put(bytes, { ...NAME, scope, name, attachmentId });
    return attachmentId;
  };
  const generate = (
    references: readonly Reference[],
    rest: Record<string, unknown> = {},
    imageModel = "taker",
  ) => backend.post("/generations", body({ references, imageModel }, rest));
  return { ...backend, asked, keep, generate, storage };
}

export const problemOf = async (response: Response) => problemSchema.parse(await response.json());
export const idsOf = (asked: readonly GenerateImageRequest[]) =>
  asked.map(({ references }) => references?.map(({ attachmentId }) => attachmentId));

/** Variables of a node whose output holds `photo`. */
export const holding = (photo: unknown) => ({ variables: { ...VARIABLES, agent: { output: { photo } } } });
export const PHOTO = { value: "{{agent.output.photo}}" };
