import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Panel } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { describe, expect, it, vi } from "vitest";
import { createStorage } from "../client/generationStore.js";
import { cell, createFakeBackend, picture, pictureNamed, renderSeveral, states } from "./severalPictures.js";

const said = () => document.querySelector('[data-imagenode-part="preview-announcer"]');

/** Collects what a screen reader would say: the text of every node that is added to the region. */
function listen() {
  const heard: string[] = [];
  const region = said();
  if (!region) throw new Error("There is no live region.");
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const { textContent } of addedNodes) if (textContent?.trim()) heard.push(textContent);
  });
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}

describe("<Preview.Variations /> while pictures are made", () => {
  it("shows each with its own stage, partial image and end", async () => {
    const { fake } = await renderSeveral();
    expect(states()).toEqual(["running", "running", "running", "running"]);
    await fake.send(1, "stage", { stage: "image" });
    await fake.send(2, "stage", { stage: "store" });
    await fake.send(3, "partial_image", { index: 0, b64: "AAAA", mimeType: "image/png" });
    expect(cell(1).getByText("Drawing …")).toBeInTheDocument();
    expect(cell(2).getByText("Storing …")).toBeInTheDocument();
    const partial = document.querySelectorAll('[data-imagenode-part="preview-partial-image"]');
    expect(partial).toHaveLength(1);
    expect(cell(3).getByRole("group")).toContainElement(partial[0] as HTMLElement);
    await fake.succeed(4);
    await fake.fail(1, { kind: "content_blocked", charged: false });
    expect(states()).toEqual(["failed", "running", "running", "succeeded"]);
    expect(cell(1).getByText("The model refused this prompt")).toBeInTheDocument();
    expect(screen.getByText("1 of 4 ready")).toBeInTheDocument();
  });

  it("asks again only for the one that failed, and keeps the focus in its cell", async () => {
    const { fake } = await renderSeveral();
    await fake.succeed(1);
    await fake.fail(3, { kind: "no_image", charged: false });
    await fake.fail(2, { kind: "no_image", charged: false });
    await userEvent.click(cell(3).getByRole("button", { name: "Retry, picture 3" }));
    expect([1, 2, 3, 4].map(fake.countOf)).toEqual([1, 1, 2, 1]);
    expect(states()).toEqual(["succeeded", "failed", "running", "running"]);
    await waitFor(() => expect(cell(3).getByRole("button", { name: "Cancel, picture 3" })).toHaveFocus());
    await fake.succeed(3);
    await waitFor(() => expect(picture(3)).toHaveFocus());
    await fake.succeed(4);
    expect(picture(1)).toHaveAttribute("aria-pressed", "true");
  });

  it("cancels one alone", async () => {
    const { fake } = await renderSeveral();
    await fake.send(2, "started", { id: "gen_2" });
    await userEvent.click(cell(2).getByRole("button", { name: "Cancel, picture 2" }));
    await waitFor(() => expect(states()).toEqual(["running", "cancelled", "running", "running"]));
    expect(fake.cancelled).toEqual(["gen_2"]);
    await waitFor(() => expect(cell(2).getByRole("button", { name: "Retry, picture 2" })).toHaveFocus());
  });

  it("moves the focus to the place of a picture whose cell offers nothing any more", async () => {
    const { fake } = await renderSeveral();
    await fake.succeed(1);
    act(() => cell(2).getByRole("button").focus());
    await fake.fail(2, { kind: "unauthorized", charged: false });
    await waitFor(() => expect(cell(2).getByRole("group", { name: "Picture 2 of 4" })).toHaveFocus());
  });

  it("waits again for the one whose wait was ended", async () => {
    const { fake, store } = await renderSeveral();
    await fake.send(4, "started", { id: "gen_4" });
    act(() => store.getVariation(3)?.stopWaiting());
    expect(states()).toEqual(["running", "running", "running", "waiting"]);
    await userEvent.click(cell(4).getByRole("button", { name: "Wait again, picture 4" }));
    expect(fake.rejoined).toEqual(["gen_4"]);
    expect(states().at(-1)).toBe("running");
    await fake.arrive("gen_4");
    expect(states()).toEqual(["running", "running", "running", "succeeded"]);
    expect([1, 2, 3, 4].map(fake.countOf)).toEqual([1, 1, 1, 1]);
  });

  it("names the button that counts down by its picture, and by the words that it shows", async () => {
    const { fake } = await renderSeveral();
    await fake.fail(2, { kind: "overloaded", charged: false, retryAfterMs: 60_000 });
    const retry = cell(2).getByRole("button", { name: /^Retry in \d+ s Picture 2 of 4$/ });
    expect(retry).toHaveAttribute("aria-disabled", "true");
  });

  it("names each way out by its picture and its words", async () => {
    const { fake } = await renderSeveral({
      children: (
        <Panel.Root>
          <Panel.Form />
          <Panel.Preview />
        </Panel.Root>
      ),
    });
    await fake.fail(1, { kind: "content_blocked", charged: false });
    await fake.fail(2, { kind: "model_unavailable", charged: false });
    for (const button of document.querySelectorAll(
      '[data-imagenode-part="preview-variation-actions"] button',
    ))
      expect(button.getAttribute("aria-label")).toMatch(new RegExp(`^${button.textContent}, picture \\d$`));
    expect(cell(1).getByRole("button")).toHaveAccessibleName("Edit prompt, picture 1");
    expect(cell(2).getByRole("button")).toHaveAccessibleName("Choose another model, picture 2");
  });

  it("is a group of a list whose items have names", async () => {
    const { fake } = await renderSeveral({ count: 2 });
    await fake.succeed(1);
    const grid = within(screen.getByRole("group", { name: "2 pictures to choose from" }));
    expect(grid.getAllByRole("listitem")).toHaveLength(2);
    expect(grid.getByRole("button", { name: "Picture 1 of 2", pressed: true })).toBeInTheDocument();
    expect(grid.getByRole("group", { name: "Picture 2 of 2" })).toBeInTheDocument();
  });
});

describe("what is announced of several pictures", () => {
  it("is the end of each, once, in the order of arrival, with the deeds between", async () => {
    const { fake } = await renderSeveral();
    const heard = listen();
    await fake.send(3, "stage", { stage: "image" });
    await fake.succeed(3);
    await fake.fail(1, { kind: "content_blocked", charged: false });
    await fake.succeed(4);
    await userEvent.click(picture(4));
    await fake.succeed(2);
    await userEvent.click(picture(2));
    await waitFor(() =>
      expect(heard).toEqual([
        "Picture 3 is ready.",
        "Picture 1: The model refused this prompt. Its safety check blocked the text. Word it differently. You were not charged for an image.",
        "Picture 4 is ready.",
        "Picture 4 is the picture of the node now.",
        "Picture 2 is ready.",
        "Picture 2 is the picture of the node now.",
      ]),
    );
  });

  it("says the second end of one that was asked for again, though it is the same, and of no other", async () => {
    const { fake } = await renderSeveral({ count: 2 });
    await fake.succeed(1);
    await fake.fail(2, { kind: "no_image", charged: false });
    const heard = listen();
    await userEvent.click(cell(2).getByRole("button"));
    await fake.fail(2, { kind: "no_image", charged: false });
    await waitFor(() => expect(heard).toEqual([expect.stringMatching(/^Picture 2: /)]));
    await userEvent.click(cell(2).getByRole("button"));
    await fake.succeed(2);
    await waitFor(() => expect(heard).toEqual([expect.any(String), "Picture 2 is ready."]));
  });

  it("is nothing of a place that was never asked for", async () => {
    const { fake, store } = await renderSeveral({ count: 2 });
    await fake.succeed(1);
    act(() => store.getVariation(1)?.reset());
    expect(said()?.textContent?.trim()).toBe("Picture 1 is ready.");
  });
});

describe("a picture of several that comes after its time limit", () => {
  it("goes to the history of the node, is announced, and is shown on a press", async () => {
    const fake = createFakeBackend();
    const { output, image } = pictureNamed("gen_2");
    const get = vi.fn(async (id: string) => ({ id, status: "failed" as const, late: { output, image } }));
    fake.client.get = get as never;
    await renderSeveral({ fake });
    await fake.succeed(1);
    await fake.send(2, "started", { id: "gen_2" });
    await fake.fail(2, { kind: "timeout", charged: null, id: "gen_2" });
    const heard = listen();
    await userEvent.click(cell(2).getByRole("button", { name: "Look now" }));
    await waitFor(() => expect(heard).toEqual(["Picture 2 is ready."]));
    expect(get).toHaveBeenCalledOnce();
    await fake.succeed(3);
    await fake.succeed(4);
    expect(get).toHaveBeenCalledOnce();
    expect(picture(2)).toHaveAttribute("aria-pressed", "false");
    const earlier = within(screen.getByRole("group", { name: "Earlier pictures" }));
    expect(earlier.getAllByRole("button")).toHaveLength(4);
    await userEvent.click(picture(2));
    expect(screen.getByRole("img")).toHaveAttribute("src", output.imageUrl);
    expect(screen.queryByRole("group", { name: /to choose from/ })).toBeNull();
    expect(document.body).not.toHaveFocus();
  });
});

describe("several pictures after a reload", () => {
  it("are all there, with the choice and their history", async () => {
    const storage = createStorage();
    const { fake } = await renderSeveral({ storage });
    for (const number of [1, 2, 3]) await fake.succeed(number);
    await fake.fail(4, { kind: "content_blocked", charged: false });
    await userEvent.click(picture(3));
    cleanup();
    const next = createFakeBackend();
    await renderSeveral({
      fake: next,
      storage,
      store: createGeneration(next.client, { storage, slot: "n4" }),
    });
    await screen.findByRole("button", { name: "Picture 3 of 4", pressed: true });
    expect(states()).toEqual(["succeeded", "succeeded", "succeeded", "failed"]);
    expect(next.runs).toEqual([]);
    expect(
      within(screen.getByRole("group", { name: "Earlier pictures" })).getAllByRole("button"),
    ).toHaveLength(3);
    expect(cell(4).queryByRole("button", { name: /^Retry/ })).toBeNull();
  });
});
