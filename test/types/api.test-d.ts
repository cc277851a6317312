import type {
  Catalog,
  Generation,
  GenerationRequest,
  GenerationStatus,
  ImageNodeConfig,
  PromptPreview,
  ValidateImageNodeConfigOptions,
} from "image-generation-node/contract";
import {
  ASPECT_RATIOS,
  ImageNodeError,
  createImageNodeConfig,
  listConfigReferences,
  parseImageNodeConfig,
  renameConfigReferences,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import { openApiDocument, outputJsonSchema } from "image-generation-node/contract/openapi";
import { createClient, createGeneration } from "image-generation-node/client";
import type { PrepareRequestOptions } from "image-generation-node/client";
import { createDemoBackend } from "image-generation-node/demo";
import { createImageNodeHandler, fileStorage, memoryStorage } from "image-generation-node/server";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import {
  createPathLanguage,
  createVariableIndex,
  diagnoseTemplate,
  formatPath,
  listReferences,
  outputVariables,
  parsePath,
  parseTemplate,
  pickVariables,
  renameReferences,
  resolveTemplate,
  schemaFromType,
  sourcesFromPaths,
} from "image-generation-node/template";
import type {
  Diagnostic,
  JSONSchema,
  ResolvedText,
  TemplateLanguage,
  TemplateReference,
  Variable,
  VariableSource,
} from "image-generation-node/template";
import { describe, expectTypeOf, it } from "vitest";

describe("image-generation-node/template", () => {
  it("has the documented signatures", () => {
    expectTypeOf(parseTemplate).parameter(0).toEqualTypeOf<string>();
    expectTypeOf(parseTemplate("").diagnostics).toEqualTypeOf<readonly Diagnostic[]>();
    expectTypeOf(resolveTemplate).parameters.toEqualTypeOf<[text: string, variables: unknown]>();
    expectTypeOf(resolveTemplate("", {}).text).toEqualTypeOf<string>();
    expectTypeOf(resolveTemplate("", {}).references).toEqualTypeOf<readonly TemplateReference[]>();
    expectTypeOf(listReferences).returns.toEqualTypeOf<readonly TemplateReference[]>();
    expectTypeOf(renameReferences).toBeCallableWith("{{a.b}}", "a", "c");
    expectTypeOf(pickVariables).returns.toEqualTypeOf<Record<string, unknown>>();
    expectTypeOf(formatPath).toBeCallableWith(["trigger", 0, "odd key"]);
    expectTypeOf(parsePath).returns.toEqualTypeOf<readonly (string | number)[] | null>();
    expectTypeOf(outputVariables).returns.toEqualTypeOf<VariableSource>();
    expectTypeOf(sourcesFromPaths).returns.toEqualTypeOf<VariableSource[]>();
    expectTypeOf(sourcesFromPaths).toBeCallableWith(
      ["a.b", ["a", 0], { path: "a.c", schema: { type: "number" } }],
      {
        nodes: { a: { label: "A", nodeId: "1", distance: 1, sensitive: false } },
      },
    );
    expectTypeOf(schemaFromType).returns.toEqualTypeOf<JSONSchema>();
    expectTypeOf(schemaFromType).toBeCallableWith({ title: "string", items: ["{ id: number }"] });
    expectTypeOf(createPathLanguage).toBeCallableWith({ open: "<", close: ">" });
    expectTypeOf(createPathLanguage).returns.toEqualTypeOf<TemplateLanguage>();
    const index = createVariableIndex([], { maxLeaves: 10, maxDepth: 2 });
    expectTypeOf(index.search("", { limit: 5, type: "string" }).items).toEqualTypeOf<readonly Variable[]>();
    expectTypeOf(diagnoseTemplate("", index)).toEqualTypeOf<readonly Diagnostic[]>();
  });
});

describe("image-generation-node/contract", () => {
  it("has the documented signatures", () => {
    expectTypeOf(ASPECT_RATIOS).toEqualTypeOf<readonly ["square", "landscape", "portrait"]>();
    expectTypeOf(createImageNodeConfig()).toEqualTypeOf<ImageNodeConfig>();
    expectTypeOf(parseImageNodeConfig(null).config).toEqualTypeOf<ImageNodeConfig>();
    expectTypeOf(parseImageNodeConfig(null).notes).toEqualTypeOf<readonly string[]>();
    expectTypeOf(validateImageNodeConfig).toBeCallableWith({}, { variables: [] });
    const language = {} as TemplateLanguage;
    expectTypeOf(parseImageNodeConfig).toBeCallableWith("", { language });
    expectTypeOf(validateImageNodeConfig).toBeCallableWith({}, { language });
    expectTypeOf(renameConfigReferences).toBeCallableWith(createImageNodeConfig(), "a", "b", { language });
    expectTypeOf(listConfigReferences).toBeCallableWith(createImageNodeConfig(), { language: undefined });
    expectTypeOf<"readsTemplate">().not.toExtend<keyof ValidateImageNodeConfigOptions>();
    expectTypeOf(renameConfigReferences).returns.toEqualTypeOf<ImageNodeConfig>();
    expectTypeOf(listConfigReferences).returns.toEqualTypeOf<readonly TemplateReference[]>();
    expectTypeOf(outputJsonSchema()).toExtend<object>();
    expectTypeOf(openApiDocument({ serverUrl: "/" })).toExtend<object>();
  });

  it("narrows an unknown error by its brand", () => {
    const error: unknown = null;
    if (ImageNodeError.isInstance(error)) expectTypeOf(error).toEqualTypeOf<ImageNodeError>();
  });
});

describe("image-generation-node/client", () => {
  const client = createClient({
    baseUrl: "/api/image-node",
    headers: { "x-team": "a" },
    timeoutMs: 1,
    maxRetries: 0,
  });

  it("prepares a request in a host's language", () => {
    expectTypeOf<PrepareRequestOptions["language"]>().toEqualTypeOf<TemplateLanguage | undefined>();
  });

  it("has the documented operations", () => {
    expectTypeOf(client.catalog()).resolves.toEqualTypeOf<Catalog>();
    expectTypeOf(client.generate).parameter(0).toEqualTypeOf<GenerationRequest>();
    expectTypeOf(client.generate).returns.resolves.toEqualTypeOf<Generation>();
    expectTypeOf(client.previewPrompt).returns.resolves.toEqualTypeOf<PromptPreview>();
    expectTypeOf(client.get).returns.resolves.toEqualTypeOf<GenerationStatus>();
    expectTypeOf(client.cancel).returns.resolves.toBeVoid();
    expectTypeOf(client.refreshUrl("att_1")).resolves.toHaveProperty("imageUrl");
  });

  it("gives a store that React can read", () => {
    const store = createGeneration(client);
    expectTypeOf(store.subscribe).returns.toEqualTypeOf<() => void>();
    expectTypeOf(store.getSnapshot().status).toExtend<string>();
    for (const verb of [
      "start",
      "retry",
      "regenerate",
      "stopWaiting",
      "rejoin",
      "cancel",
      "reset",
    ] as const) {
      expectTypeOf(store[verb]).toBeFunction();
    }
  });
});

describe("image-generation-node/server", () => {
  it("takes a language's resolve as its template engine", () => {
    type Engine = ImageNodeHandlerOptions["resolveTemplate"];
    expectTypeOf<TemplateLanguage["resolve"]>().toExtend<Engine>();
    // What hosts have written for it before.
    expectTypeOf<(text: string, variables: unknown) => Promise<ResolvedText>>().toExtend<Engine>();
    expectTypeOf<ImageNodeHandlerOptions["templates"]>().toEqualTypeOf<"server" | "client" | undefined>();
  });

  it("requires authorize, or says aloud that anyone may call", () => {
    const rest = {
      imageModels: { m: { model: { generate: async () => new Uint8Array() } } },
      storage: memoryStorage(),
      signingSecret: "x".repeat(32),
      publicUrl: "http://127.0.0.1/api",
    };
    expectTypeOf(createImageNodeHandler).toBeCallableWith({
      ...rest,
      authorize: () => ({ scope: "s", subject: "u" }),
    });
    expectTypeOf(createImageNodeHandler).returns.toEqualTypeOf<(request: Request) => Promise<Response>>();
    expectTypeOf(fileStorage).parameter(0).toEqualTypeOf<string>();
    expectTypeOf(createDemoBackend({}).handler).toEqualTypeOf<(request: Request) => Promise<Response>>();
  });
});
