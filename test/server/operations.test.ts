import { describe, expect, it } from "vitest";
import { ROUTE_METHODS, matchRoute } from "image-generation-node/contract";
import { OPERATIONS, endpointOf, methodsOf } from "../../src/server/operations/operations.js";

describe("the table of operations", () => {
  it("takes the methods that the contract names, in their order", () => {
    const methods = Object.entries(OPERATIONS).map(([name, byMethod]) => [name, Object.keys(byMethod)]);
    expect(Object.fromEntries(methods)).toEqual(ROUTE_METHODS);
  });

  it.each([
    ["GET", "/catalog", "catalog"],
    ["HEAD", "/catalog", "catalog"],
    ["POST", "/prompts", "prompts"],
    ["POST", "/generations", "generate"],
    ["GET", "/generations/gen_1", "read"],
    ["HEAD", "/generations/gen_1", "read"],
    ["DELETE", "/generations/gen_1", "cancel"],
    ["GET", "/attachments/att_1", null],
    ["HEAD", "/attachments/att_1", null],
    ["POST", "/attachments/att_1/url", "refresh_url"],
    ["GET", "/openapi.json", null],
  ])("asks for the permission of %s %s: %s", (method, path, action) => {
    const route = matchRoute(path);
    expect(route && endpointOf(route, method)?.action).toBe(action);
  });

  it("takes no method that only an object's prototype has", () => {
    expect(endpointOf({ operation: "catalog" }, "toString")).toBeUndefined();
    expect(methodsOf({ operation: "generation", id: "gen_1" })).toEqual(["GET", "HEAD", "DELETE"]);
  });
});
