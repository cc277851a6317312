import { afterAll, expect, it } from "vitest";
import { catalogSchema, matchRoute } from "image-generation-node/contract";
import { openApiDocument } from "image-generation-node/contract/openapi";
import { describeConformance } from "image-generation-node/testing/vitest";
import { startBackend } from "./startBackend.js";

const given = { provider: true, otherScope: true, noCredits: true, authentication: true };
const endsSoon = "a link that has ended is link_expired";

type Document = { paths: Record<string, Record<string, { responses?: Record<string, object> }>> };
const { paths } = openApiDocument() as unknown as Document;
const seen = new Set<string>();

/** Notes what the document does not list: an answer's status and type, by method and path. */
function notes(handler: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const response = await handler(request);
    const path = matchRoute(new URL(request.url).pathname);
    const template =
      path && Object.keys(paths).find((each) => matchRoute(each)?.operation === path.operation);
    const method = request.method.toLowerCase();
    const operation = template ? paths[template]?.[method] : undefined;
    const listed = operation?.responses?.[String(response.status)];
    // HEAD names the type of a body that it does not have.
    const type = (method === "head" ? "" : response.headers.get("Content-Type")?.split(";")[0]) ?? "";
    // What is no operation is none of the document's affair.
    if (operation && (!listed || (type !== "" && !JSON.stringify(listed).includes(type)))) {
      seen.add(`${request.method} ${String(template)} ${response.status} ${type}`);
    }
    return response;
  };
}

const backend = await startBackend({ break: notes });
const resolved = await startBackend({ handler: { templates: "client" } });
const alone = await startBackend({ handler: { promptModels: {} } });
const shortLinks = await startBackend({ handler: { limits: { urlTtlSeconds: 1 } } });
afterAll(() => Promise.all([backend, alone, resolved, shortLinks].map((each) => each.close())));

describeConformance("our handler with the SDK's models, over HTTP", {
  ...given,
  context: backend.context,
  concurrent: true,
  filter: ({ name, needs }) => name !== endsSoon && !needs.includes("client_templates"),
});

describeConformance("our handler where the host resolves, over HTTP", {
  ...given,
  context: resolved.context,
  concurrent: true,
  filter: ({ name, needs }) => name !== endsSoon && !needs.includes("server_templates"),
});

const aloneCatalog = catalogSchema.parse(
  await (await fetch(`${alone.baseUrl}/catalog`, { headers: alone.context.headers ?? {} })).json(),
);
describeConformance("our handler without prompt models, over HTTP", {
  ...given,
  catalog: aloneCatalog,
  context: alone.context,
  concurrent: true,
  level: "L1",
  filter: ({ name, needs }) =>
    /\/prompts|prompt/i.test(name) && !needs.includes("client_templates") && !needs.includes("provider"),
});

describeConformance("our handler with links that end after a second", {
  ...given,
  context: shortLinks.context,
  filter: ({ name }) => name === endsSoon,
});

it("answers nothing that the OpenAPI document does not list", () => {
  expect([...seen].sort()).toEqual([]);
});
