import { ImageNodeError, isMadeWith, readPinnedImage, refreshedUrlSchema } from "../contract/index.js";
import type {
  Generation,
  GenerationRequest,
  ImageNodeConfig,
  PinnedImage,
  RefreshedUrl,
  Warning,
} from "../contract/index.js";
import { chosenConfigs } from "../internal/chosenConfigs.js";
import type { GenerateOptions } from "./types.js";
import type { ClientState } from "./wire/createClientState.js";
import { isMissingOperation } from "./wire/createUnsupportedError.js";
import { requestJson } from "./wire/requestJson.js";
import type { ApiRequest } from "./wire/sendRequest.js";

const OTHER_SETTINGS: Warning = {
  code: "pinned_other_settings",
  message: "The pinned picture was made with other settings.",
};

/** Reasons for which there is no fresh link, by the kind of the refusal. */
const WHY: Readonly<Record<string, string>> = {
  attachment_deleted: "The pinned image was deleted.",
  not_found: "The back end does not know the pinned image.",
};

/**
 * Creates what answers requests with a pinned image and asks no model. The link is fetched once, for the first request;
 * all others share it.
 */
export function createPinnedGenerate(
  state: ClientState,
  saved: unknown,
): (request: GenerationRequest, options?: GenerateOptions) => Promise<Generation> {
  const pinned = readPinnedImage(saved);
  let link: Promise<RefreshedUrl> | undefined;
  return async (request, o = {}) => {
    if (!pinned) {
      throw new ImageNodeError({
        kind: "contract_violation",
        message:
          "The pinned image that was given can't be read, so nothing was sent. Pin an image again, or unpin it to generate one.",
        charged: false,
      });
    }
    link ??= findLink(state, pinned, o);
    return answerWith(pinned, await link, request);
  };
}

/** Gets a fresh link. The saved one serves while it lasts where the back end gives none or can't be reached. */
async function findLink(
  state: ClientState,
  { generation: { output, image } }: PinnedImage,
  { signal, timeoutMs = state.shortTimeoutMs }: GenerateOptions,
): Promise<RefreshedUrl> {
  const call: ApiRequest = { method: "POST", path: ["attachments", output.attachmentId, "url"] };
  try {
    return await requestJson(state, call, refreshedUrlSchema, { signal }, { timeoutMs });
  } catch (error) {
    if (!ImageNodeError.isInstance(error)) throw error;
    const isMissing = isMissingOperation(error);
    const hasTime = Date.parse(image.expiresAt) > state.dependencies.now();
    if (hasTime && (isMissing || error.kind === "network"))
      return { imageUrl: output.imageUrl, expiresAt: image.expiresAt };
    throw isMissing ? createEndedError(error) : explain(error);
  }
}

function answerWith(pinned: PinnedImage, link: RefreshedUrl, request: GenerationRequest): Generation {
  const { timings: _, warnings = [], ...generation } = pinned.generation;
  const config = (chosenConfigs.get(request.config) as ImageNodeConfig | undefined) ?? request.config;
  const notes = warnings.filter(({ code }) => code !== OTHER_SETTINGS.code);
  if (isMadeWith(pinned, config) === false) notes.push(OTHER_SETTINGS);
  return {
    ...generation,
    output: { ...generation.output, imageUrl: link.imageUrl },
    image: { ...generation.image, expiresAt: link.expiresAt },
    warnings: notes,
    usage: { items: [] },
    pinned: true,
  };
}

/** Says of a refusal what it means for a pinned image. */
function explain(error: ImageNodeError): ImageNodeError {
  const why = WHY[error.kind];
  if (why === undefined) return error;
  const message = `${why} Unpin it, or generate a new one.`;
  return new ImageNodeError({ ...error, message, charged: false, cause: error });
}

function createEndedError(cause: ImageNodeError): ImageNodeError {
  return new ImageNodeError({
    kind: "link_expired",
    message:
      "The link of the pinned image has ended, and this back end gives no fresh ones. Unpin it, or generate a new one.",
    charged: false,
    cause,
  });
}
