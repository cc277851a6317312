import type { HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";

/** `GET /openapi.json`. Loaded only when asked for: the schema printer is large. */
export async function openapi({ publicUrl }: HandlerContext): Promise<Response> {
  const { openApiDocument } = await import("../../contract/openapi.js");
  return jsonResponse(openApiDocument({ serverUrl: publicUrl }));
}
