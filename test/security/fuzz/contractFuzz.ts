import fc from "fast-check";
import {
  ImageNodeError,
  catalogSchema,
  createImageNodeConfig,
  generationRequestSchema,
  generationSchema,
  generationStatusSchema,
  imageNodeConfigSchema,
  listConfigReferences,
  matchRoute,
  outputSchema,
  parseImageNodeConfig,
  problemSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
  renameConfigReferences,
  routeUrl,
  streamEventSchema,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import { createClient, isSafeImageUrl } from "image-generation-node/client";
import { anyJson, createFuzz, hold } from "./Fuzz.js";
import type { Fuzz } from "./Fuzz.js";
import { anyTemplate } from "./templateFuzz.js";

const SCHEMAS = {
  catalogSchema,
  generationRequestSchema,
  generationSchema,
  generationStatusSchema,
  imageNodeConfigSchema,
  outputSchema,
  problemSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
  streamEventSchema,
};

/** Names that nodes of other editors have. */
const FOREIGN_KEYS =
  "prompt,input,parameters,options,settings,data,subBlocks,llm,instances,providerOptions,text,template,mode,model,modelId,size,image_size,aspect_ratio,width,height,style,seed,steps,quality,n,position,version,later".split(
    ",",
  );

const anySavedConfig = fc.oneof(
  anyJson,
  anyTemplate,
  fc.record(
    {
      version: anyJson,
      prompt: fc.oneof(
        anyJson,
        fc.record({ mode: anyJson, template: anyJson, instructions: anyJson }, { requiredKeys: [] }),
      ),
      imageModel: anyJson,
      promptModel: anyJson,
      aspectRatio: fc.oneof(anyJson, fc.constantFrom("16:9", "Landscape", "21:9")),
      style: fc.oneof(anyJson, fc.constantFrom("Oil Painting", "brand_2019")),
      later: anyJson,
    },
    { requiredKeys: [] },
  ),
  fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.dictionary(
      fc.constantFrom(...FOREIGN_KEYS),
      fc.oneof(
        anyJson,
        fc.constantFrom("=a {{ b }}", "1024x1536", "portrait_4_3", "promptAI", "-1", 0.5, 1792),
        tie("node"),
        fc.array(tie("node"), { maxLength: 2 }),
        fc.record({
          type: fc.constantFrom("mixed", "variable", "doc"),
          value: anyJson,
          content: fc.array(anyJson),
        }),
      ),
      { maxKeys: 6 },
    ),
  })).node,
);

const isSettings = (value: unknown) =>
  value === undefined || (typeof value === "object" && value !== null && !Array.isArray(value));
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What must hold of the contract's readers for any saved or received value. */
export const contractFuzz: readonly Fuzz[] = [
  createFuzz("every saved configuration is read, without loss and for good", anySavedConfig, (saved) => {
    const { config } = parseImageNodeConfig(saved);
    hold(same(parseImageNodeConfig(config).config, config), "reading it again changes nothing");
    hold(isSettings(config.settings), "its settings are an object");
    hold(Object.getPrototypeOf(config) === Object.prototype, "its prototype is an object's");
    if (
      typeof saved === "object" &&
      saved !== null &&
      Object.hasOwn(saved, "later") &&
      !Array.isArray(saved)
    ) {
      hold(same(config.later, (saved as { later: unknown }).later), "an unknown key is kept");
    }
    validateImageNodeConfig(config);
    listConfigReferences(config);
    renameConfigReferences(config, "a", "b");
  }),
  createFuzz("every schema answers for any value", anyJson, (value) => {
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const result = schema.safeParse(value);
      hold(!result.success || same(result.data, value), `${name} gives back what it accepted`);
    }
  }),
  createFuzz(
    "an id survives its way through a URL, and no other operation is reached by it",
    fc.tuple(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom("generations", "attachments")),
    ([id, family]) => {
      if (id === "." || id === "..") return;
      const { pathname } = new URL(routeUrl("https://example.test/api", family, id));
      const route = matchRoute(pathname);
      hold(route !== null && "id" in route && route.id === id, "the id is the same");
    },
  ),
  createFuzz("any path leads to an operation or to none", fc.webPath(), (path) => {
    matchRoute(path);
  }),
  createFuzz("no link with a script is shown", fc.oneof(fc.webUrl(), fc.string(), anyTemplate), (link) => {
    if (!isSafeImageUrl(link, "https://example.test")) return;
    hold(/^(?:https|blob|http):$/.test(new URL(link).protocol), "it is a picture's protocol");
  }),
  createFuzz(
    "whatever a server answers, the client resolves by the contract or rejects with its own error",
    fc.record({
      status: fc.constantFrom(200, 202, 204, 301, 400, 401, 409, 410, 422, 429, 500, 502, 503, 504),
      type: fc.constantFrom(
        "application/json",
        "application/problem+json",
        "text/event-stream",
        "text/html",
        "",
      ),
      body: fc.oneof(
        anyJson.map((value) => JSON.stringify(value)),
        fc.string({ unit: "binary" }),
        fc
          .tuple(fc.constantFrom("started", "stage", "result", "error", "odd"), anyJson)
          .map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      ),
    }),
    async ({ status, type, body }) => {
      const client = createClient({
        baseUrl: "https://example.test/api",
        maxRetries: 0,
        fetch: async () =>
          new Response(status === 204 ? null : body, {
            status,
            headers: type ? { "Content-Type": type } : {},
          }),
      });
      const request = { config: createImageNodeConfig({ prompt: { template: "A lamp" } }) };
      const outcome: unknown = await client.generate(request).catch((error: unknown) => error);
      hold(
        ImageNodeError.isInstance(outcome) || generationSchema.safeParse(outcome).success,
        "it is a generation or an ImageNodeError",
      );
    },
  ),
];
