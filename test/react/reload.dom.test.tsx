import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { Preview } from "image-generation-node";
import { describe, expect, it } from "vitest";
import { createStorage } from "../client/generationStore.js";
import { Node, renderPanel } from "./renderNode.js";

const SECRET = "a fox of the node before";
const config = createImageNodeConfig({ prompt: { template: "Draw {{agent.output.structured.subject}}" } });
const getRunInput = () => ({ variables: { agent: { output: { structured: { subject: SECRET } } } } });
const preview = () => within(screen.getByRole("region", { name: "Preview" }));
const failed = new ImageNodeError({ kind: "no_image", charged: false });

/** A node whose run has ended, and whose page is then loaded again. */
async function renderReloaded(end: "image" | "error") {
  const storage = createStorage();
  const first = renderPanel(config, { storage, getRunInput });
  await screen.findByText("Free demo");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(first.fake.runs).toHaveLength(1));
  expect([...storage.entries.values()].join("")).toContain(SECRET);
  await act(async () => (end === "image" ? first.fake.run().succeed() : first.fake.run().fail(failed)));
  await waitFor(() => expect([...storage.entries.values()].join("")).not.toContain(SECRET));
  cleanup();
  return storage;
}

describe("a run with variables, after its page was loaded again", () => {
  it.each([
    ["image", "Regenerate"],
    ["error", "Retry"],
  ] as const)("that ended with an %s goes on with what the form says then: %s", async (end, name) => {
    const storage = await renderReloaded(end);
    const { fake } = renderPanel(config, { storage, getRunInput });
    await userEvent.click(await preview().findByRole("button", { name }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request).toMatchObject({ config, variables: getRunInput().variables });
  });

  it("offers no repeat where nobody says what to send", async () => {
    const storage = await renderReloaded("image");
    render(
      <Node storage={storage}>
        <Preview.Root>
          <Preview.Image />
          <Preview.Regenerate />
        </Preview.Root>
      </Node>,
    );
    expect(await screen.findByRole("img")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Regenerate" })).toBeNull();
  });
});
