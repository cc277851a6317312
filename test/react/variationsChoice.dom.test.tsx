import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Panel, Preview } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { createPortal } from "react-dom";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createFakeBackend, picture, pictureNamed, renderSeveral, request } from "./severalPictures.js";
import { openDetails } from "./openFolds.js";

/** Four pictures in two rows, of which the last was the first to arrive. */
async function renderFour(options: Parameters<typeof renderSeveral>[0] = {}) {
  const view = await renderSeveral(options);
  for (const number of [4, 1, 2, 3]) await view.fake.succeed(number);
  return view;
}

/** Lets the cells stand in rows: jsdom lays nothing out. */
function layOut(columns: number) {
  const place = vi.spyOn(HTMLElement.prototype, "offsetTop", "get").mockImplementation(function (
    this: HTMLElement,
  ) {
    return Math.floor([...(this.parentElement?.children ?? [])].indexOf(this) / columns) * 100;
  });
  onTestFinished(() => place.mockRestore());
}

/** Lets dialogs open and close, which jsdom does not. */
function stubDialogs() {
  const { prototype } = HTMLDialogElement;
  const set = (open: boolean) =>
    function (this: HTMLDialogElement) {
      this.open = open;
    };
  Object.assign(prototype, { showModal: set(true), close: set(false) });
  onTestFinished(() => {
    cleanup();
    Reflect.deleteProperty(prototype, "showModal");
    Reflect.deleteProperty(prototype, "close");
  });
}

const pressed = () =>
  screen
    .getAllByRole("button", { name: /^Picture \d of 4$/, pressed: true })
    .map((button) => button.ariaLabel);
const part = (name: string) => document.querySelector(`[data-imagenode-part="${name}"]`)?.textContent;
const earlier = () => within(screen.getByRole("group", { name: "Earlier pictures" }));

describe("choosing one of several pictures", () => {
  it("begins with the first that arrived, and follows a click, Enter and a digit, which keep the focus", async () => {
    const { store } = await renderFour();
    expect(pressed()).toEqual(["Picture 4 of 4"]);
    await userEvent.click(picture(2));
    expect(pressed()).toEqual(["Picture 2 of 4"]);
    expect(picture(2)).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}{Enter}");
    expect(pressed()).toEqual(["Picture 1 of 4"]);
    expect(picture(1)).toHaveFocus();
    await userEvent.keyboard("3");
    expect(pressed()).toEqual(["Picture 3 of 4"]);
    expect(picture(3)).toHaveFocus();
    expect(store.getSnapshot()).toMatchObject({ chosen: 2, generation: { id: "gen_3" } });
    await userEvent.keyboard("9");
    expect(pressed()).toEqual(["Picture 3 of 4"]);
    fireEvent.keyDown(picture(3), { key: "1", ctrlKey: true });
    expect(pressed()).toEqual(["Picture 3 of 4"]);
  });

  it("moves with the arrow keys in rows, to the ends, and not beyond them", async () => {
    layOut(2);
    await renderFour();
    act(() => picture(1).focus());
    for (const [key, number] of [
      ["ArrowUp", 1],
      ["ArrowLeft", 1],
      ["ArrowDown", 3],
      ["ArrowDown", 3],
      ["ArrowRight", 4],
      ["ArrowRight", 4],
      ["ArrowUp", 2],
      ["End", 4],
      ["Home", 1],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      expect(picture(number), key).toHaveFocus();
    }
    expect(pressed()).toEqual(["Picture 4 of 4"]);
  });

  it("mirrors the arrow keys from right to left", async () => {
    await renderFour({
      children: (
        <div style={{ direction: "rtl" }}>
          <Panel.Preview />
        </div>
      ),
    });
    act(() => picture(1).focus());
    await userEvent.keyboard("{ArrowLeft}");
    expect(picture(2)).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    expect(picture(1)).toHaveFocus();
  });

  it("passes over no cell that has no button, and chooses none without an image", async () => {
    const { fake, store } = await renderSeveral({ count: 3 });
    await fake.succeed(1);
    await fake.fail(2, { kind: "unauthorized", charged: false });
    await fake.succeed(3);
    act(() => picture(1, 3).focus());
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("group", { name: "Picture 2 of 3" })).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    expect(picture(3, 3)).toHaveFocus();
    await userEvent.keyboard("2");
    expect(store.getSnapshot().chosen).toBe(0);
  });

  it("works in a closed shadow root", async () => {
    const host = document.body.appendChild(document.createElement("div"));
    onTestFinished(() => host.remove());
    const root = host.attachShadow({ mode: "closed" });
    const place = root.appendChild(document.createElement("div"));
    const fake = createFakeBackend();
    const store = createGeneration(fake.client);
    await renderSeveral({ fake, store, children: createPortal(<Panel.Preview />, place) });
    act(() => void store.start(request, { count: 2 }));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    await fake.succeed(1);
    await fake.succeed(2);
    const [first, second] = await within(place).findAllByRole("button", { name: /^Picture \d of 2$/ });
    act(() => first?.focus());
    fireEvent.keyDown(first as Element, { key: "ArrowRight" });
    expect(root.activeElement).toBe(second);
    fireEvent.keyDown(second as Element, { key: "2" });
    expect(store.getSnapshot().chosen).toBe(1);
  });

  it("leaves keys to a field that a host puts over the chosen picture", async () => {
    const { store } = await renderFour({
      children: (
        <Preview.Root>
          <Preview.Variations>
            <input aria-label="Note" />
          </Preview.Variations>
        </Preview.Root>
      ),
    });
    const field = screen.getByRole("textbox", { name: "Note" });
    await userEvent.type(field, "12");
    expect(field).toHaveValue("12");
    expect(store.getSnapshot().chosen).toBe(3);
  });
});

describe("the chosen picture of several", () => {
  it("is what all parts speak of, also while others are made", async () => {
    const { fake, store } = await renderSeveral();
    await fake.succeed(4);
    await fake.succeed(2);
    await openDetails();
    await waitFor(() => expect(part("preview-stages")).toBeTruthy());
    const speaksOf = (number: number) => {
      expect(part("preview-metadata")).toContain(`${1000 + number} × 864`);
      expect(part("preview-stages")).toContain(`Sent for gen_${number}`);
    };
    speaksOf(4);
    await userEvent.click(picture(2));
    speaksOf(2);
    expect(part("preview-status")).toBe("Running 2 of 4 ready");
    await fake.succeed(1);
    await fake.fail(3, { kind: "no_image", charged: false });
    speaksOf(2);
    expect(store.getSnapshot().generation?.id).toBe("gen_2");
    expect(part("preview-status")).not.toContain("of 4 ready");
    expect(earlier().getByRole("button", { pressed: true })).toHaveAccessibleName(/Prompt of gen_2$/);
  });

  it("has its time where the host keeps the history, and tools over it that act on it", async () => {
    const { fake } = await renderSeveral({
      children: (
        <Preview.Root history={[]}>
          <Preview.Provenance />
          <Preview.Variations>
            <Preview.CopyAttachmentId />
          </Preview.Variations>
        </Preview.Root>
      ),
    });
    await fake.succeed(1);
    await fake.succeed(2);
    expect(part("preview-origin-time")).toBeTruthy();
    const user = userEvent.setup();
    await user.click(picture(2));
    await user.click(screen.getByRole("button", { name: "Copy attachment id" }));
    expect(await navigator.clipboard.readText()).toBe("att_gen_2");
  });

  it("is chosen in the history too", async () => {
    const { store } = await renderFour();
    await userEvent.click(earlier().getByRole("button", { name: /Prompt of gen_1$/ }));
    expect(pressed()).toEqual(["Picture 1 of 4"]);
    expect(store.getSnapshot().chosen).toBe(0);
  });

  it("is chosen by a press and opens large by a double click, and stays open while others arrive", async () => {
    stubDialogs();
    const { fake } = await renderSeveral();
    await fake.succeed(1);
    await userEvent.click(picture(1));
    expect(screen.queryByRole("dialog")).toBeNull();
    await userEvent.dblClick(picture(1));
    const window = await screen.findByRole("dialog");
    await fake.succeed(2);
    await fake.fail(3, { kind: "no_image", charged: false });
    await fake.succeed(4);
    expect(window).toBeInTheDocument();
    expect(within(window).getByRole("img")).toHaveAttribute("src", "https://pictures.example/gen_1.png");
  });

  it("is a late one where no other came, and opens large too", async () => {
    stubDialogs();
    const fake = createFakeBackend();
    const { output, image } = pictureNamed("gen_1");
    fake.client.get = async (id: string) => ({ id, status: "failed", late: { output, image } });
    await renderSeveral({ fake, count: 2 });
    await fake.send(1, "started", { id: "gen_1" });
    await fake.fail(1, { kind: "timeout", charged: null, id: "gen_1" });
    await fake.fail(2, { kind: "no_image", charged: false });
    // In the cell, and below for the node.
    for (const look of screen.getAllByRole("button", { name: "Look now" })) await userEvent.click(look);
    await userEvent.dblClick(await screen.findByRole("button", { name: "Picture 1 of 2", pressed: true }));
    expect(await screen.findByRole("dialog")).toBeInTheDocument();
  });

  it("gives way to an older picture, which hides the grid until one of them is chosen", async () => {
    const { fake, store } = await renderSeveral({ count: 2 });
    await fake.succeed(1);
    await fake.succeed(2);
    act(() => void store.start(request, { count: 4 }));
    await waitFor(() => expect(fake.runs).toHaveLength(6));
    for (const number of [1, 2, 3, 4]) await fake.succeed(number, `new_${number}`);
    expect(earlier().getAllByRole("button")).toHaveLength(6);
    await userEvent.click(earlier().getByRole("button", { name: /Prompt of gen_1$/ }));
    expect(screen.queryByRole("group", { name: /to choose from/ })).toBeNull();
    expect(screen.getByRole("img")).toHaveAttribute("src", "https://pictures.example/gen_1.png");
    await userEvent.click(earlier().getByRole("button", { name: /Prompt of new_3$/ }));
    expect(pressed()).toEqual(["Picture 3 of 4"]);
  });

  it("can be compared with any other", async () => {
    await renderFour({
      children: (
        <Preview.Root>
          <Preview.Variations />
          <Preview.Compare />
        </Preview.Root>
      ),
    });
    const choose = await screen.findByRole("group", { name: "First picture" });
    await userEvent.click(within(choose).getByRole("button", { name: /Prompt of gen_2$/ }));
    const sides = () =>
      [
        ...document.querySelectorAll<HTMLImageElement>(
          '[data-imagenode-part="preview-compare"] img[alt]:not([alt=""])',
        ),
      ].map(({ src }) => /gen_\d/.exec(src)?.[0]);
    expect(sides()).toEqual(["gen_2", "gen_4"]);
    await userEvent.click(picture(3));
    expect(sides()).toEqual(["gen_2", "gen_3"]);
  });
});
