import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel } from "image-generation-node";
import type { ImageNodeScopeProps } from "image-generation-node";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";

async function contextOf(scope: Partial<ImageNodeScopeProps>) {
  const fake = createFakeClient();
  render(
    <Node fake={fake} {...scope}>
      <ImageNodePanel defaultValue={cat()} />
    </Node>,
  );
  await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  return fake.run().request.context;
}

describe("a context given to the scope", () => {
  it("is sent with a run, beside what names the node", async () => {
    expect(await contextOf({ context: { credentialId: "cred_7" } })).toEqual({
      nodeId: "n4",
      nodeSlug: "image_gen",
      credentialId: "cred_7",
    });
  });

  it("loses key by key to what getRunInput gives", async () => {
    const getRunInput = () => ({
      variables: {},
      context: { workflowRunId: "run_2", credentialId: "cred_8" },
    });
    const context = { credentialId: "cred_7", workflowId: "w1" };
    expect(await contextOf({ context, getRunInput })).toMatchObject({
      nodeId: "n4",
      credentialId: "cred_8",
      workflowId: "w1",
      workflowRunId: "run_2",
    });
  });

  it("is left out with a warning where it is no object", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const context = "cred_7" as unknown as Record<string, unknown>;
    expect(await contextOf({ context })).toEqual({ nodeId: "n4", nodeSlug: "image_gen" });
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('<ImageNodeScope> got the string "cred_7" as context'),
    );
    warn.mockRestore();
  });
});
