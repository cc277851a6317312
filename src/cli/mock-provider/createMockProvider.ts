import { answerImage } from "./answerImage.js";
import { answerPrompt, promptText } from "./answerPrompt.js";
import { jsonResponse, providerError } from "./providerError.js";
import { readEdit } from "./readEdit.js";

/** Picture that an image call was given. */
export interface MockPicture {
  readonly mimeType: string;
  readonly sizeInBytes: number;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
}

/** Call that the provider received. */
export interface MockCall {
  readonly kind: "image" | "prompt";
  readonly model: string;
  /** Exact text of an image call; the whole input of a prompt model, as text. */
  readonly prompt: string;
  /** Size of the image, such as "1024x1024"; image calls only. */
  readonly size?: string | undefined;
  /** Other members of an image call by name, such as `quality`, `background` and `seed`. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Pictures of an image call in order; image calls with some only. */
  readonly images?: readonly MockPicture[] | undefined;
  /** Marker that chose the outcome. */
  readonly marker: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** Provider without AI. */
export interface MockProvider {
  handler: (request: Request) => Promise<Response>;
  readonly calls: readonly MockCall[];
}

type Body = Record<string, unknown>;

/**
 * Creates a provider that speaks OpenAI's format for images, edits of images, chat completions and responses. A marker in the
 * prompt, such as `[[moderation]]` or `[[slow:3000]]`, chooses the outcome. `GET /calls` lists the calls, `DELETE /calls` clears them.
 */
export function createMockProvider(): MockProvider {
  const calls: MockCall[] = [];

  const handler = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith("/calls")) {
      if (request.method === "DELETE") calls.length = 0;
      return jsonResponse({ calls });
    }
    if (request.method !== "POST")
      return providerError(404, "invalid_request_error", "unknown_url", "Unknown request URL");
    const isEdit = pathname.endsWith("/images/edits");
    const edit = isEdit ? await readEdit(request) : null;
    const body = isEdit ? (edit?.body ?? null) : await readBody(request);
    if (!body && isEdit)
      return providerError(400, "invalid_request_error", "invalid_form", "The body is not multipart");
    if (!body) return providerError(400, "invalid_request_error", "invalid_json", "The body is not JSON");
    if (!/^Bearer \S+/.test(request.headers.get("Authorization") ?? "")) {
      return providerError(401, "invalid_request_error", "missing_api_key", "No API key was provided");
    }
    const model = typeof body.model === "string" ? body.model : "";
    const at = new Date().toISOString();
    if (isEdit || pathname.endsWith("/images/generations")) {
      const prompt = typeof body.prompt === "string" ? body.prompt : "";
      const size = typeof body.size === "string" ? body.size : undefined;
      const settings = settingsOf(body);
      const images = edit?.pictures.map(({ mimeType, bytes, sha256 }) => ({
        mimeType,
        sizeInBytes: bytes.byteLength,
        sha256,
      }));
      const marker = markerOf(prompt);
      calls.push({ kind: "image", model, prompt, size, settings, ...(images && { images }), marker, at });
      return answerImage({ prompt, size, settings, pictures: edit?.pictures }, request.signal);
    }
    const format = pathname.endsWith("/chat/completions")
      ? "chat"
      : pathname.endsWith("/responses")
        ? "responses"
        : null;
    if (!format) return providerError(404, "invalid_request_error", "unknown_url", "Unknown request URL");
    const prompt = promptText(body);
    calls.push({ kind: "prompt", model, prompt, marker: markerOf(prompt), at });
    return answerPrompt(format, model, prompt, request.signal);
  };

  return { handler, calls };
}

/** Members of an image call that are no setting. */
const FIXED: ReadonlySet<string> = new Set(["model", "prompt", "size", "n", "response_format", "user"]);

function settingsOf(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !FIXED.has(name)));
}

async function readBody(request: Request): Promise<Body | null> {
  try {
    const body: unknown = await request.json();
    return typeof body === "object" && body !== null ? (body as Body) : null;
  } catch {
    return null;
  }
}

function markerOf(prompt: string): string | null {
  return /\[\[([\w:-]+)\]\]/.exec(prompt)?.[1] ?? null;
}
