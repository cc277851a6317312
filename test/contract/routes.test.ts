import { matchRoute, routeUrl } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";

describe("matchRoute", () => {
  it.each([
    ["/catalog", { operation: "catalog" }],
    ["/api/v2/image-node/catalog/", { operation: "catalog" }],
    ["/x/prompts", { operation: "prompts" }],
    ["/x/generations", { operation: "generations" }],
    ["/x/generations/gen_1", { operation: "generation", id: "gen_1" }],
    ["/x/attachments/att_1", { operation: "attachment", id: "att_1" }],
    ["/x/attachments/att_1/url", { operation: "attachmentUrl", id: "att_1" }],
    ["/x/attachments/att%2F1", { operation: "attachment", id: "att/1" }],
    ["/x/openapi.json", { operation: "openapi" }],
    ["/api/generations/catalog", { operation: "catalog" }],
    ["/api/generations/generations", { operation: "generations" }],
    ["/api/generations/generations/gen_1", { operation: "generation", id: "gen_1" }],
    ["/api/attachments/prompts", { operation: "prompts" }],
    ["/api/attachments/attachments/att_1", { operation: "attachment", id: "att_1" }],
  ])("finds the operation of %s", (path, expected) => {
    expect(matchRoute(path)).toEqual(expected);
  });

  it.each(["/", "", "/catalogue", "/x/attachments/%E0%A4%A", "/x/constructor", "/x/attachments//url"])(
    "finds none in %s",
    (path) => {
      expect(matchRoute(path)).toBeNull();
    },
  );
});

describe("routeUrl", () => {
  it("joins whatever the base URL ends with and encodes ids", () => {
    expect(routeUrl("/api/image-node/", "attachments", "a/b?c", "url")).toBe(
      "/api/image-node/attachments/a%2Fb%3Fc/url",
    );
  });
});
