import type { Call, HandlerContext } from "../handlerContext.js";
import { jsonResponse } from "../jsonResponse.js";
import { linkTo } from "../linkTo.js";
import { refuse } from "../problemResponse.js";

/** `POST /attachments/{id}/url`: a fresh link to a picture of the caller's workspace. */
export async function attachmentUrl(
  handler: HandlerContext,
  { principal }: Call,
  id: string,
): Promise<Response> {
  const info = await handler.options.storage.stat(id);
  if (info?.scope !== principal.scope) throw refuse("not_found");
  if (info.deleted) throw refuse("attachment_deleted");
  return jsonResponse(await linkTo(handler, id));
}
