import {
  contractJsonSchemas,
  openApiDocument,
  outputJsonSchema,
} from "image-generation-node/contract/openapi";
import { ERROR_KINDS } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";

interface Operation {
  operationId?: string;
  responses?: Record<string, { description: string }>;
}
type Paths = Record<string, Record<string, Operation>>;

describe("openApiDocument", () => {
  const document = openApiDocument({ serverUrl: "/api/image-node" });
  const paths = document.paths as Paths;

  it("names every operation of the contract", () => {
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => key !== "parameters")
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.sort()).toEqual([
      "DELETE /generations/{id}",
      "GET /attachments/{id}",
      "GET /catalog",
      "GET /generations/{id}",
      "POST /attachments/{id}/url",
      "POST /generations",
      "POST /prompts",
    ]);
  });

  it("lists every kind that has a status under the status of its table row", () => {
    const responses = paths["/generations"]?.post?.responses ?? {};
    for (const [kind, { status }] of Object.entries(ERROR_KINDS)) {
      if (status !== null) expect(responses[String(status)]?.description).toContain(kind);
    }
  });

  it("resolves each of its references", () => {
    const schemas = (document.components as { schemas: object }).schemas;
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(schemas).toHaveProperty(String(name));
  });

  it("is plain JSON with the server that it was asked for", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.servers).toEqual([{ url: "/api/image-node" }]);
  });
});

describe("JSON Schemas", () => {
  it("describe the documented output: its keys, all required, PNG always", () => {
    const schema = outputJsonSchema() as {
      required: string[];
      properties: { _metadata: { properties: { mimeType: { const: string } } } };
    };
    expect(schema.required.sort()).toEqual(
      ["_metadata", "aspectRatio", "attachmentId", "imagePath", "imageUrl", "path", "prompt"].sort(),
    );
    expect(schema.properties._metadata.properties.mimeType.const).toBe("image/png");
  });

  it("let unknown keys of a saved configuration pass", () => {
    expect(contractJsonSchemas().ImageNodeConfig?.additionalProperties).not.toBe(false);
  });
});
