import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as runModule from "../../src/react/config-form/run/index.js";
import type * as clientModule from "../../src/react/provider/client/index.js";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import type { LateCode } from "./lateCode.js";
import { renderPanel } from "./renderNode.js";

const { clientCode, runCode } = await vi.hoisted(async () => {
  const { createLateCode } = await import("./lateCode.js");
  return {
    clientCode: createLateCode(() => import("../../src/react/provider/client/index.js")) as LateCode<
      typeof clientModule
    >,
    runCode: createLateCode(() => import("../../src/react/config-form/run/index.js")) as LateCode<
      typeof runModule
    >,
  };
});
vi.mock("../../src/react/provider/clientCode.js", () => ({ clientCode }));
vi.mock("../../src/react/config-form/runCode.js", () => ({ runCode }));

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const arrive = async () => {
  for (const code of [clientCode, runCode]) await act(() => code.arrive());
  await settle();
};

beforeEach(() => {
  clientCode.forget();
  runCode.forget();
});

it("a press that waits for its code runs no other node", async () => {
  const fake = createFakeClient();
  const node = (nodeId: string, text: string) => (
    <ImageNodeProvider client={fake.client}>
      <ImageNodeScope nodeId={nodeId} nodeSlug="image_gen">
        <ImageNodePanel value={createImageNodeConfig({ prompt: { template: text } })} />
      </ImageNodeScope>
    </ImageNodeProvider>
  );
  const { rerender } = render(node("n4", "A cat"));
  const generate = () => screen.getByRole("button", { name: /^Generate/ });
  await userEvent.click(generate());
  rerender(node("n5", "A dog"));
  await arrive();
  expect(fake.runs).toEqual([]);
  await userEvent.click(generate());
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  expect(fake.run().request.config.prompt.template).toBe("A dog");
});

describe("a run that an earlier page left", () => {
  /** Runs a node of an earlier page to its end, and shows the node anew. */
  async function showEarlier(end: (run: ReturnType<ReturnType<typeof createFakeClient>["run"]>) => void) {
    const entries = new Map<string, string>();
    const storage = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    };
    const earlier = createFakeClient();
    void createGeneration(earlier.client, { storage, slot: "n4" }).start({ config: cat(), variables: {} });
    await settle();
    end(earlier.run());
    await settle();
    const outside = document.body.appendChild(document.createElement("button"));
    outside.focus();
    renderPanel(cat(), { storage });
    await settle();
    await arrive();
    return outside;
  }

  it("takes no focus and marks no field, where it had failed", async () => {
    const errors = [{ pointer: "#/config/prompt/template", code: "missing_variable", detail: "x" }];
    const outside = await showEarlier((run) =>
      run.fail(new ImageNodeError({ kind: "missing_variable", charged: false, errors })),
    );
    expect(await screen.findByText("A variable has no value")).toBeVisible();
    expect(outside).toHaveFocus();
    expect(screen.getByRole("textbox", { name: "Prompt" })).not.toHaveAttribute("aria-invalid");
    outside.remove();
  });

  it("is not announced, where it had succeeded", async () => {
    const outside = await showEarlier((run) => run.succeed());
    // All of the preview is there, and with it the region that says what happens.
    expect(await screen.findByRole("button", { name: /^Download/ })).toBeVisible();
    const said = screen.getAllByRole("status").map((region) => region.textContent);
    expect(said.join("")).not.toMatch(/ready/i);
    outside.remove();
  });
});
