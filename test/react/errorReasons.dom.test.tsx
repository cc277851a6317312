import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageModelSelect } from "image-generation-node";
import { ImageNodeError } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat, generate } from "./formControls.js";
import { Node, renderPanel } from "./renderNode.js";

const originRefused = { kind: "forbidden", reason: "origin_refused", charged: false } as const;

/** Renders the panel, lets a run end with the error, and returns what the preview says. */
async function failWith(error: ConstructorParameters<typeof ImageNodeError>[0]) {
  const { fake } = renderPanel(cat());
  await userEvent.click(generate());
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  act(() => fake.run().fail(new ImageNodeError(error)));
  return within(await screen.findByRole("region", { name: "Preview" }));
}

describe("a reason that is narrower than the kind", () => {
  it("is worded in the preview and announced: the host has to allow the page's origin", async () => {
    const preview = await failWith(originRefused);
    const title = "The back end does not accept this page";
    expect(await preview.findByText(title)).toBeVisible();
    const advice = /has to allow the address of this page\. You were not charged/;
    expect(preview.getByText(advice, { selector: "p" })).toBeVisible();
    expect(preview.getByRole("status").textContent).toContain(title);
    expect(preview.getByRole("status").textContent).toMatch(advice);
    expect(preview.queryByText(/Your account can't/)).toBeNull();
  });

  it.each([
    [null, "Whether an image was charged is not known."],
    [false, "You were not charged for an image."],
  ])("tells an interruption with charged %s from a time limit", async (charged, words) => {
    const preview = await failWith({ kind: "timeout", reason: "interrupted", charged, id: "gen_1" });
    expect(await preview.findByText("The back end was interrupted")).toBeVisible();
    expect(preview.getByText(/It stopped while it worked/, { selector: "p" })).toHaveTextContent(words);
    expect(preview.getByRole("status")).toHaveTextContent(`interrupted. It stopped`);
    expect(preview.getByRole("status")).toHaveTextContent(words);
    expect(preview.queryByText("It took too long")).toBeNull();
    expect(preview.getByRole("button", { name: "Retry" })).toBeEnabled();
  });

  it.each(["no_image", "timeout"])(
    "says that the picture is gone, of %s, and that a repeat makes a new one under a new key",
    async (kind) => {
      const { fake } = renderPanel(cat());
      const get = vi.spyOn(fake.client, "get");
      await userEvent.click(generate());
      await waitFor(() => expect(fake.runs).toHaveLength(1));
      const gone = { kind, reason: "no_longer_available", charged: null, id: "gen_1" };
      act(() => fake.run().fail(new ImageNodeError(gone)));
      const preview = within(await screen.findByRole("region", { name: "Preview" }));
      expect(await preview.findByText("The picture is gone")).toBeVisible();
      const text = preview.getByText(/no longer has the picture/, { selector: "p" });
      expect(text).toHaveTextContent("Retry makes a new one, which may be paid again.");
      expect(text).toHaveTextContent("Whether an image was charged is not known.");
      expect(preview.queryByRole("button", { name: "Look now" })).toBeNull();
      await userEvent.click(preview.getByRole("button", { name: "Retry" }));
      await waitFor(() => expect(fake.runs).toHaveLength(2));
      const [first, second] = fake.runs.map(({ options }) => options.idempotencyKey);
      expect(second).not.toBe(first);
      expect(get).not.toHaveBeenCalled();
    },
  );

  it("is taken over from a later look at the run, which offers none after it", async () => {
    const { fake } = renderPanel(cat());
    const problem = {
      status: 504,
      kind: "timeout",
      reason: "no_longer_available",
      charged: null,
      id: "gen_1",
    };
    vi.spyOn(fake.client, "get").mockResolvedValue({ id: "gen_1", status: "failed", problem });
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    const error = { kind: "timeout", reason: "interrupted", charged: null, id: "gen_1" } as const;
    act(() => fake.run().fail(new ImageNodeError(error)));
    const preview = within(await screen.findByRole("region", { name: "Preview" }));
    await userEvent.click(await preview.findByRole("button", { name: "Look now" }));
    expect(await preview.findByText("The picture is gone")).toBeVisible();
    expect(preview.getByRole("status")).toHaveTextContent("The picture is gone");
    expect(preview.queryByRole("button", { name: "Look now" })).toBeNull();
    expect(preview.getByRole("button", { name: "Retry" })).toBeEnabled();
  });

  it("that nobody knows leaves the words of the kind", async () => {
    const preview = await failWith({ kind: "forbidden", reason: "full_moon" });
    expect(await preview.findByText(/Your account can't generate pictures/, { selector: "p" })).toBeVisible();
  });

  it.each([undefined, de])("is worded where the catalog was refused", async (messages) => {
    const fake = createFakeClient({ catalog: () => Promise.reject(new ImageNodeError(originRefused)) });
    renderPanel(cat(), { fake, ...(messages && { messages }) });
    const words = messages
      ? /nimmt nichts von dieser Seite an\. Die Verwaltung muss die Adresse dieser Seite erlauben/
      : /does not accept this page\. The administrator has to allow the address of this page/;
    expect(await screen.findByText(words)).toBeVisible();
  });

  it("names why a list of models is empty", async () => {
    const fake = createFakeClient({ catalog: () => Promise.reject(new ImageNodeError(originRefused)) });
    render(
      <Node fake={fake}>
        <ImageModelSelect.Root>
          <ImageModelSelect.Empty />
        </ImageModelSelect.Root>
      </Node>,
    );
    expect(await screen.findByText("The back end does not accept this page")).toBeVisible();
  });
});
