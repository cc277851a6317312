import { answerImage } from "./answerImage.js";
import { answerPrompt, promptText } from "./answerPrompt.js";
import { jsonResponse, providerError } from "./providerError.js";

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
 * Creates a provider that speaks OpenAI's format for images, chat completions and responses. A marker in the prompt, such
 * as `[[moderation]]` or `[[slow:3000]]`, chooses the outcome. `GET /calls` lists the calls, `DELETE /calls` clears them.
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
    const body = await readBody(request);
    if (!body) return providerError(400, "invalid_request_error", "invalid_json", "The body is not JSON");
    if (!/^Bearer \S+/.test(request.headers.get("Authorization") ?? "")) {
      return providerError(401, "invalid_request_error", "missing_api_key", "No API key was provided");
    }
    const model = typeof body.model === "string" ? body.model : "";
    const at = new Date().toISOString();
    if (pathname.endsWith("/images/generations")) {
      const prompt = typeof body.prompt === "string" ? body.prompt : "";
      const size = typeof body.size === "string" ? body.size : undefined;
      const settings = settingsOf(body);
      calls.push({ kind: "image", model, prompt, size, settings, marker: markerOf(prompt), at });
      return answerImage({ prompt, size, settings }, request.signal);
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
