import type { AuthorizedCall } from "./Call.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { createImageUrl } from "../storage/createImageUrl.js";
import { createProblem } from "../http/createProblem.js";

/** `POST /attachments/{id}/url`: a fresh link to an image of the caller's workspace. */
export async function attachmentUrl(
  handler: HandlerContext,
  { principal }: AuthorizedCall,
  id: string,
): Promise<Response> {
  const info = await handler.options.storage.stat(id);
  if (info?.scope !== principal.scope) throw createProblem("not_found");
  if (info.deleted) throw createProblem("attachment_deleted");
  return jsonResponse(await createImageUrl(handler, id));
}
