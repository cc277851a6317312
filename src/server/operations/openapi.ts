import type { HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";

/** Everybody may ask for a document, so it is made once. */
const documents = new WeakMap<HandlerContext, Promise<unknown>>();

/** `GET /openapi.json`. Loaded only when asked for: the schema printer is large. */
export async function openapi(handler: HandlerContext): Promise<Response> {
  const known = documents.get(handler) ?? makeDocument(handler.publicUrl);
  documents.set(handler, known);
  try {
    return jsonResponse(await known);
  } catch (error) {
    documents.delete(handler);
    throw error;
  }
}

async function makeDocument(publicUrl: string): Promise<unknown> {
  const { openApiDocument } = await import("../../contract/openapi.js");
  return openApiDocument({ serverUrl: publicUrl });
}
