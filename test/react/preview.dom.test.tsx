import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeProvider, Preview, useGeneration } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { renderPanel } from "./renderNode.js";
import { generationOf } from "./samples.js";
import { tinyPng } from "./tinyPng.js";
import { openActions, openDetails } from "./openFolds.js";

const config = createImageNodeConfig({ prompt: { template: "A cat" }, aspectRatio: "portrait" });
const preview = () => within(screen.getByRole("region", { name: "Preview" }));
const status = () => document.querySelector('[data-imagenode-part="preview-status"]');
const frame = () => document.querySelector('[data-imagenode-part="preview-frame"]');

/** A panel whose run is under way. */
async function renderRunning() {
  const view = renderPanel(config);
  await screen.findByText("Free demo");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(view.fake.runs).toHaveLength(1));
  return view;
}

describe("Preview", () => {
  it("has the box of the final ratio from the first moment", async () => {
    const { fake } = renderPanel(config);
    expect(frame()).toHaveAttribute("data-ratio", "portrait");
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(frame()).toHaveAttribute("data-ratio", "portrait");
  });

  it("shows one picture with its facts, stages and actions", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().succeed());
    const picture = await preview().findByRole("img");
    expect(preview().getAllByRole("img")).toHaveLength(1);
    expect(picture).toHaveAccessibleName("A noir illustration of a red fox under a full moon");
    for (const words of ["1536 × 864", "PNG, 245 kB", "Demo, no AI"]) {
      expect(preview().getByText(words)).toBeVisible();
    }
    // Six days are left of the link, and nobody has to know.
    expect(document.querySelector('[data-imagenode-part="preview-expiry"]')).toBeNull();
    await openActions();
    await openDetails();
    await preview().findByRole("button", { name: "Copy image" });
    for (const name of ["Download", "Copy image", "Open", "Use in a later node", "Regenerate"]) {
      expect(preview().getByRole("button", { name })).toBeEnabled();
    }
    expect(preview().queryByRole("button", { name: "Retry" })).toBeNull();
    const changed = () =>
      [...document.querySelectorAll('[data-stage="sent"] ins')].map((mark) => mark.textContent);
    await waitFor(() => expect(changed()).toEqual([". Style: watercolor, soft edges, paper texture"]));
  });

  it("says in one polite live region each stage and the end, never the seconds", async () => {
    const { fake } = await renderRunning();
    const region = document.querySelector('[data-imagenode-part="preview-announcer"]');
    expect(region).toHaveAttribute("aria-live", "polite");
    act(() => fake.run().options.onEvent?.({ event: "stage", data: { stage: "image", status: "started" } }));
    expect(region?.textContent).toBe("Drawing …");
    await act(() => new Promise((resolve) => setTimeout(resolve, 1100)));
    expect(region?.textContent).toBe("Drawing …");
    act(() => fake.run().succeed());
    await waitFor(() => expect(region?.textContent).toBe("The picture is ready."));
  });

  it("copies the variable by which later nodes get the picture", async () => {
    const user = userEvent.setup();
    const { fake } = await renderRunning();
    act(() => fake.run().succeed());
    await user.click(await preview().findByRole("button", { name: "Use in a later node" }));
    expect(await navigator.clipboard.readText()).toBe("{{image_gen.output.imageUrl}}");
    expect(await screen.findByText("Copied: paste it into a later node.")).toBeInTheDocument();
  });

  it("saves the picture under its own name", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().succeed());
    const fetchImage = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(tinyPng()));
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:picture");
    vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
    const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    await userEvent.click(await preview().findByRole("button", { name: "Download" }));
    await waitFor(() => expect(saved).toHaveBeenCalled());
    expect(saved.mock.contexts[0]).toHaveProperty(
      "download",
      "1795944719382-workflow_image_generation-demo.png",
    );
    expect(fetchImage.mock.lastCall?.[1]).toMatchObject({ credentials: "omit" });
    vi.restoreAllMocks();
  });

  it("renews a link once when the picture does not load, then offers to", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().succeed());
    fireEvent.error(await preview().findByRole("img"));
    await waitFor(() =>
      expect(preview().getByRole("img")).toHaveAttribute("src", "https://pictures.example/fresh.png"),
    );
    fireEvent.error(preview().getByRole("img"));
    expect(preview().queryByRole("img")).toBeNull();
    expect(fake.calls.refreshUrl).toBe(1);
    await userEvent.click(preview().getByRole("button", { name: "Get a fresh link" }));
    expect(await preview().findByRole("img")).toBeVisible();
    expect(fake.calls.refreshUrl).toBe(2);
  });

  it("renews a link that has ended before it is shown", async () => {
    const fake = createFakeClient();
    const old = generationOf({ image: { width: 1024, height: 1024, expiresAt: "2020-01-01T00:00:00Z" } });
    render(
      <ImageNodeProvider client={fake.client}>
        <Preview.Root generation={old}>
          <Preview.Image />
          <Preview.Expiry />
        </Preview.Root>
      </ImageNodeProvider>,
    );
    expect(await screen.findByRole("img")).toHaveAttribute("src", "https://pictures.example/fresh.png");
    expect(fake.calls.refreshUrl).toBe(1);
  });

  it("never renders a link that is not safe", () => {
    const bad = generationOf();
    bad.output.imageUrl = "javascript:alert(1)";
    render(
      <Preview.Root generation={bad}>
        <Preview.Image />
        <Preview.LinkNotice />
      </Preview.Root>,
    );
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.getByText(/not safe to show/)).toBeVisible();
  });

  it("says what is not as asked", () => {
    const other = generationOf({ image: { ...generationOf().image, width: 1536, height: 1024 } });
    render(
      <Preview.Root generation={other}>
        <Preview.Metadata />
      </Preview.Root>,
    );
    expect(screen.getByText("asked 16:9, got 3:2")).toBeVisible();
  });
});

describe("Preview.Error", () => {
  it("says of a kind that it does not know at least that there is no picture", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().fail(new ImageNodeError({ kind: "flux_capacitor_empty" })));
    expect(await preview().findByText("The picture could not be made", { selector: "strong" })).toBeVisible();
  });

  it("says whether an image was charged, and offers what helps", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false })));
    expect(await preview().findByText(/You were not charged for an image/, { selector: "p" })).toBeVisible();
    await userEvent.click(preview().getByRole("button", { name: "Edit prompt" }));
    expect(screen.getByRole("textbox", { name: "Prompt" })).toHaveFocus();
    expect(preview().queryByRole("button", { name: "Retry" })).toBeNull();
  });

  it.each(["unauthorized", "attachment_deleted", "invalid_json", "credits_exhausted", "contract_violation"])(
    "offers nothing that can't help after %s",
    async (kind) => {
      const { fake } = await renderRunning();
      act(() => fake.run().fail(new ImageNodeError({ kind, charged: false })));
      const find = () => document.querySelector('[data-imagenode-part="preview-error"]');
      await waitFor(() => expect(find()).toHaveAttribute("data-kind", kind));
      const card = find();
      expect(card?.querySelector("button")).toBeNull();
    },
  );

  it("tries again under a new key after a failure of the provider", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false })));
    await userEvent.click(await preview().findByRole("button", { name: "Retry" }));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    expect(fake.runs[1]?.options.idempotencyKey).not.toBe(fake.runs[0]?.options.idempotencyKey);
  });

  it("leads back into the mode that was run", async () => {
    const { fake } = await renderRunning();
    await userEvent.click(screen.getByRole("tab", { name: "Auto" }));
    act(() => fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false })));
    await userEvent.click(await preview().findByRole("button", { name: "Edit prompt" }));
    expect(screen.getByRole("textbox", { name: "Prompt" })).toHaveFocus();
  });

  it("holds Retry back as long as the back end asked for patience", async () => {
    const { fake } = await renderRunning();
    act(() =>
      fake.run().fail(new ImageNodeError({ kind: "rate_limited", charged: false, retryAfterMs: 1500 })),
    );
    const held = await preview().findByRole("button", { name: /Retry in [12] s/ });
    expect(held).toHaveAttribute("aria-disabled", "true");
    held.focus();
    await userEvent.click(held);
    expect(fake.runs).toHaveLength(1);
    const free = await preview().findByRole("button", { name: "Retry" });
    expect(free).not.toHaveAttribute("aria-disabled");
    // It is the same one: nobody who waited on it has lost the focus.
    expect(free).toHaveFocus();
  });

  it("keeps the last good picture in sight when the next run fails", async () => {
    const { fake } = await renderRunning();
    act(() => fake.run().succeed());
    await preview().findByRole("img");
    await userEvent.click(preview().getByRole("button", { name: "Regenerate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    act(() => fake.run().fail(new ImageNodeError({ kind: "timeout", charged: true })));
    expect(await preview().findByText(/An image was charged/, { selector: "p" })).toBeVisible();
    expect(preview().getByRole("img")).toHaveAttribute("data-state", "previous");
    expect(status()?.textContent).toMatch(/^Earlier picture/);
    expect(status()).toHaveAttribute("data-image", "previous");
  });
});

describe("useGeneration", () => {
  it("gives a run of its own for a client", async () => {
    const fake = createFakeClient();
    function Own() {
      const { store, state } = useGeneration({ client: fake.client });
      return <button onClick={() => void store.start({ config })}>{state.status}</button>;
    }
    render(<Own />);
    await userEvent.click(screen.getByRole("button", { name: "idle" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed());
    expect(await screen.findByRole("button", { name: "succeeded" })).toBeVisible();
  });

  it("says what is missing without a client", () => {
    const silence = vi.spyOn(console, "error").mockImplementation(() => undefined);
    function Lone() {
      useGeneration();
      return null;
    }
    expect(() => render(<Lone />)).toThrow(/ImageNodeProvider/);
    silence.mockReset();
  });
});
