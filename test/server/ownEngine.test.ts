import { describe, expect, it, vi } from "vitest";
import type { AttachmentDetails, AttachmentInfo, AttachmentStorage } from "image-generation-node/server";
import { VARIABLES, body, createTestBackend, succeed } from "./testBackend.js";

const BY_REFERENCE = { variables: null };

describe("a host that keeps the variables", () => {
  const loadVariables = vi.fn(
    async ({ scope, context }: { scope: string; context: { workflowRunId?: string } }) =>
      scope === "workspace" && context.workflowRunId === "run_1" ? VARIABLES : null,
  );
  const backend = createTestBackend({ loadVariables: loadVariables as never });

  it("is told whose run it is and what the template names", async () => {
    const config = {
      prompt: { template: '{{agent.output.structured.subject}} {{trigger["output"].style}}' },
    };
    const { output } = await succeed(await backend.post("/generations", body(config, BY_REFERENCE)));
    expect(output.prompt).toBe("a red fox noir");
    expect(loadVariables).toHaveBeenLastCalledWith({
      scope: "workspace",
      context: { workflowRunId: "run_1", nodeId: "n4" },
      slugs: ["agent", "trigger"],
    });
  });

  it("is asked for everything where a prompt model sees everything", async () => {
    await backend.post("/prompts", body({ prompt: { mode: "auto" } }, BY_REFERENCE));
    expect(loadVariables).toHaveBeenLastCalledWith(expect.objectContaining({ slugs: null }));
    expect(backend.prompts.at(-1)?.variables).toEqual(VARIABLES);
  });

  it("shows nothing of another workspace's run", async () => {
    const response = await backend.post("/generations", body({}, BY_REFERENCE), { "X-Scope": "another" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ code: "unknown_run" }], charged: false });
  });

  it.each([
    ["the text is resolved", {}, { resolved: "A fox" }],
    ["the prompt is written", { prompt: { mode: "auto" as const } }, { written: "A fox" }],
  ])("is not asked when %s already", async (_, config, input) => {
    loadVariables.mockClear();
    const request = body(config, { ...BY_REFERENCE, input });
    expect((await succeed(await backend.post("/generations", request))).output.prompt).toBe("A fox");
    expect(loadVariables).not.toHaveBeenCalled();
  });

  it("with a template language of its own is asked for everything", async () => {
    const resolveTemplate = vi.fn(async (text: string, variables: unknown) => ({
      text: text.replace("$STYLE", (variables as typeof VARIABLES).trigger.output.style),
      diagnostics: [],
    }));
    const own = createTestBackend({ loadVariables: loadVariables as never, resolveTemplate });
    const config = { prompt: { template: "A $STYLE fox" } };
    const { output, stages } = await succeed(await own.post("/generations", body(config, BY_REFERENCE)));
    expect(output.prompt).toBe("A noir fox");
    expect(stages).toMatchObject({ template: "A $STYLE fox", resolved: "A noir fox" });
    expect(loadVariables).toHaveBeenLastCalledWith(expect.objectContaining({ slugs: null }));
  });
});

describe("a template engine of the host's own", () => {
  const fault = (severity: "error" | "warning") => ({
    code: "missing_variable" as const,
    severity,
    range: { start: 2, end: 8 },
    message: "There is no $STYLE.",
    path: "STYLE",
    params: {},
  });

  it("refuses what it cannot resolve, before anything is spent", async () => {
    const backend = createTestBackend({
      resolveTemplate: () => ({ text: "A  fox", diagnostics: [fault("error")] }),
    });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({
      kind: "missing_variable",
      charged: false,
      errors: [{ pointer: "#/config/prompt/template", variable: "STYLE" }],
    });
    expect(backend.images).toEqual([]);
  });

  it("warns where that is enough", async () => {
    const backend = createTestBackend({
      resolveTemplate: () => ({ text: "A fox", diagnostics: [fault("warning")] }),
    });
    const { warnings } = await succeed(await backend.post("/generations", body()));
    expect(warnings).toMatchObject([{ code: "missing_variable", params: { variable: "STYLE" } }]);
  });
});

it("a storage that owns ids and paths is told everything it needs, and found by its own ids", async () => {
  const details: AttachmentDetails[] = [];
  const files = new Map<string, { bytes: Uint8Array; info: AttachmentInfo }>();
  const storage: AttachmentStorage = {
    put: async (bytes, given) => {
      details.push(given);
      const { scope, name, sha256 } = given;
      files.set("file-7", {
        bytes,
        info: { scope, name, sha256, sizeInBytes: bytes.length, deleted: false },
      });
      return { attachmentId: "file-7", path: "/workspace/7", imagePath: "7.png" };
    },
    stat: async (id) => files.get(id)?.info ?? null,
    read: async (id) => files.get(id)?.bytes ?? null,
  };
  const backend = createTestBackend({ storage });
  const { output, image } = await succeed(await backend.post("/generations", body()));
  expect(output).toMatchObject({ attachmentId: "file-7", path: "/workspace/7", imagePath: "7.png" });
  expect(output._metadata.attachmentId).toBe("file-7");
  expect(details).toMatchObject([
    {
      scope: "workspace",
      context: { workflowRunId: "run_1", nodeId: "n4" },
      name: output._metadata.name,
      sha256: image.sha256,
    },
  ]);
  expect((await backend.get(output.imageUrl)).status).toBe(200);
  expect((await backend.post("/attachments/file-7/url", "")).status).toBe(200);
  const stranger = await backend.post("/attachments/file-7/url", "", { "X-Scope": "another" });
  expect(stranger.status).toBe(404);
});
