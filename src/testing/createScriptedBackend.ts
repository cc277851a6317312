import { matchRoute, ROUTE_METHODS } from "../contract/index.js";
import type { Problem } from "../contract/index.js";
import { fixtures } from "./fixtures/fixtures.js";
import { createProblem } from "./fixtures/problemFixtures.js";
import { createScriptedAttachments } from "./scripted/createScriptedAttachments.js";
import { createScriptedRuns } from "./scripted/createScriptedRuns.js";
import { describeRequest } from "./scripted/describeRequest.js";
import { jsonResponse, problemResponse } from "./scripted/jsonResponse.js";
import { previewPrompt } from "./scripted/previewPrompt.js";
import { takeUpload } from "./scripted/takeUpload.js";
import type { Script, ScriptedRequest } from "./scripted/Script.js";

/** Back end whose outcomes a script decides. */
export interface ScriptedBackend {
  /** Answers a request; pass it to {@link inProcessFetch}, or mount it on a server. */
  handler: (request: Request) => Promise<Response>;
  /** Every request so far, oldest first. */
  readonly requests: readonly ScriptedRequest[];
  /** Changes parts of the script; runs that have begun keep theirs. */
  change(script: Script): void;
}

/**
 * Creates a back end for tests and stories whose every outcome is scripted: success as JSON or stream, every kind of
 * error, partial images, slow stages, silence, lost connections, responses that break the contract, catalogs of every
 * sort, runs (202, GET, DELETE), uploads, links that end and images that are gone. It keeps the contract's rules for keys and
 * runs, so a response lost on the way is found again with the same key. It needs no server and no model.
 *
 * @example
 * const { handler, requests } = createScriptedBackend({ runs: [{ end: "rate_limited" }, { end: "succeeded" }] });
 * const client = createClient({ baseUrl: "http://localhost/api/image-node", fetch: inProcessFetch(handler) });
 */
export function createScriptedBackend(script: Script = {}): ScriptedBackend {
  let current = script;
  const getScript = () => current;
  const requests: ScriptedRequest[] = [];
  const attachments = createScriptedAttachments(getScript, () => (current.now ?? Date.now)());
  const runs = createScriptedRuns(getScript, attachments);

  const handler = async (request: Request): Promise<Response> => {
    const { pathname, origin } = new URL(request.url);
    const route = matchRoute(pathname);
    const bytes = new Uint8Array(request.method === "POST" ? await request.arrayBuffer() : []);
    // A picture is no text.
    const text = route?.operation === "attachments" ? "" : new TextDecoder().decode(bytes);
    requests.push(describeRequest(request, pathname, route?.operation ?? null, text));
    if (!route) return problemResponse(createProblem("not_found"));
    if (!ROUTE_METHODS[route.operation].includes(request.method)) {
      return problemResponse(createProblem("method_not_allowed"));
    }
    const baseUrl =
      origin +
      pathname.replace(/(?<!\/)\/+(catalog|prompts|generations|attachments|openapi\.json)(\/.*)?$/, "");
    switch (route.operation) {
      case "catalog":
        return catalogResponse(current.catalog ?? fixtures.catalog);
      case "prompts":
        return previewPrompt(current, text);
      case "generations":
        return runs.generate(request, text, baseUrl);
      case "generation":
        return runs.answer(route.id, request);
      case "attachments":
        return takeUpload(current, request, bytes, baseUrl, attachments);
      case "attachment":
        return attachments.serve(route.id, request);
      case "attachmentUrl":
        if (!attachments.has(route.id)) return problemResponse(createProblem("not_found"));
        if (current.deleted) return problemResponse(createProblem("attachment_deleted"));
        return jsonResponse(attachments.link(route.id, baseUrl, true));
      case "openapi":
        return problemResponse(createProblem("not_found"));
    }
  };

  return {
    handler,
    requests,
    change(next) {
      if (next.runs !== undefined) runs.restart();
      current = { ...current, ...next };
    },
  };
}

function catalogResponse(body: object): Response {
  if ("kind" in body) return problemResponse(body as Problem);
  return jsonResponse(body, 200, { "Cache-Control": "private, no-cache", ETag: '"scripted"' });
}
