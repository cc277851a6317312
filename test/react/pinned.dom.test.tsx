import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Preview, usePreview } from "image-generation-node";
import { ImageNodeError } from "image-generation-node/contract";
import type { ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { config, generate, image, imageOf, notice, pinned, preview, renderHost } from "./pinnedHost.js";
import { Node } from "./renderNode.js";
import { openActions } from "./openFolds.js";

describe("a pinned image", () => {
  it("is shown where the node has none of its own in this page", async () => {
    renderHost({ pinned });
    expect(image()).toHaveAttribute("src", "https://pictures.example/gen_pinned.png");
    expect(image()).toHaveAttribute("data-state", "pinned");
    expect(preview().getByText("Pinned picture")).toBeVisible();
    await waitFor(() => expect(notice()).toHaveAttribute("data-state", "current"));
    expect(notice()).toHaveAttribute("data-settings", "same");
    expect(notice()).toHaveTextContent("Pinned. Test runs use this picture and pay nothing.");
    await openActions();
    expect(await screen.findByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
  });

  it("gives way to what Generate makes, and can be shown again although the history does not have it", async () => {
    const { fake } = renderHost({ pinned });
    await generate(fake, "gen_1");
    expect(fake.runs).toHaveLength(1);
    expect(image()).toHaveAttribute("src", "https://pictures.example/gen_1.png");
    expect(notice()).toHaveAttribute("data-state", "other");
    expect(notice()).toHaveTextContent("Test runs use the pinned picture and pay nothing.");
    await userEvent.click(screen.getByRole("button", { name: "Show it" }));
    expect(image()).toHaveAttribute("src", "https://pictures.example/gen_pinned.png");
    expect(image()).toHaveAttribute("data-state", "selected");
    expect(notice()).toHaveAttribute("data-state", "current");
    await userEvent.click(screen.getByRole("button", { name: "Show the newest" }));
    expect(image()).toHaveAttribute("src", "https://pictures.example/gen_1.png");
    await userEvent.click(screen.getByRole("button", { name: "Unpin" }));
    expect(notice()).toBeNull();
    expect(preview().getByRole("status")).toHaveTextContent("Unpinned.");
  });

  it("stays in view when the first run of the page fails", async () => {
    const { fake } = renderHost({ pinned });
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false })));
    await screen.findByText("Pinned picture");
    expect(image()).toHaveAttribute("data-state", "previous");
  });

  it("says when it was made with other settings than the form's, as they are changed", async () => {
    const { host } = renderHost({ pinned });
    await waitFor(() => expect(notice()).toHaveAttribute("data-settings", "same"));
    act(() => host.setConfig({ ...config, style: "sketch" }));
    await waitFor(() => expect(notice()).toHaveAttribute("data-settings", "other"));
    expect(notice()).toHaveTextContent("The pinned picture was made with other settings.");
    act(() => host.setConfig(config));
    await waitFor(() => expect(notice()).toHaveAttribute("data-settings", "same"));
    expect(notice()).not.toHaveTextContent("other settings");
  });

  it("claims nothing where its settings are not known", async () => {
    renderHost({ pinned: { generation: pinned.generation } });
    await waitFor(() => expect(notice()).not.toBeNull());
    expect(notice()).not.toHaveAttribute("data-settings");
  });

  it("is compared on a node's face with the configuration that the host gives", async () => {
    const face = (own?: ImageNodeConfig) => (
      <Node pinned={pinned}>
        <Preview.Root config={own}>
          <Preview.Pinned />
        </Preview.Root>
      </Node>
    );
    const { rerender } = render(face());
    await waitFor(() => expect(notice()).not.toBeNull());
    expect(notice()).not.toHaveAttribute("data-settings");
    rerender(face({ ...config, aspectRatio: "portrait" }));
    expect(notice()).toHaveAttribute("data-settings", "other");
    rerender(face(config));
    expect(notice()).toHaveAttribute("data-settings", "same");
  });

  it("gets a fresh link when its own has ended", async () => {
    const ended = { ...pinned, generation: imageOf("gen_pinned", "2026-01-01T00:00:00Z") };
    const { fake } = renderHost({ pinned: ended });
    await waitFor(() => expect(image()).toHaveAttribute("src", "https://pictures.example/fresh.png"));
    expect(fake.calls.refreshUrl).toBe(1);
  });

  it("says when it was deleted, and offers to generate another and to unpin it", async () => {
    const fake = createFakeClient();
    fake.client.refreshUrl = () => Promise.reject(new ImageNodeError({ kind: "attachment_deleted" }));
    const ended = { ...pinned, generation: imageOf("gen_gone", "2026-01-01T00:00:00Z") };
    const { onPinnedChange } = renderHost({ pinned: ended, fake });
    await waitFor(() => expect(notice()).toHaveAttribute("data-state", "deleted"));
    expect(notice()).toHaveTextContent("The pinned picture was deleted, so test runs fail.");
    const inside = within(notice() as HTMLElement);
    await userEvent.click(inside.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.config.prompt.template).toBe("A cat");
    expect(fake.run().options.pinned).toBeUndefined();
    act(() => fake.run().succeed(imageOf("gen_1")));
    await screen.findByText("Done");
    await userEvent.click(inside.getByRole("button", { name: "Unpin" }));
    expect(onPinnedChange).toHaveBeenLastCalledWith(null);
  });

  it("runs the host's own engine from a deleted one", async () => {
    const fake = createFakeClient();
    fake.client.refreshUrl = () => Promise.reject(new ImageNodeError({ kind: "attachment_deleted" }));
    const onGenerate = vi.fn();
    const ended = { ...pinned, generation: imageOf("gen_gone_too", "2026-01-01T00:00:00Z") };
    renderHost({
      pinned: ended,
      fake,
      children: (
        <ConfigForm.Root value={config} onGenerate={onGenerate}>
          <Preview.Root>
            <Preview.Pinned />
          </Preview.Root>
        </ConfigForm.Root>
      ),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Generate" }));
    await waitFor(() => expect(onGenerate).toHaveBeenCalledWith(config, { count: 1 }));
    expect(fake.runs).toHaveLength(0);
  });

  it("keeps its identity while the host makes the same anew", () => {
    const seen = new Set<unknown>();
    function Spy() {
      seen.add(usePreview().scope?.pinned);
      return null;
    }
    const node = () => (
      <Node pinned={JSON.parse(JSON.stringify(pinned)) as PinnedImage}>
        <Preview.Root>
          <Spy />
        </Preview.Root>
      </Node>
    );
    const { rerender } = render(node());
    rerender(node());
    rerender(node());
    expect(seen.size).toBe(1);
    expect([...seen][0]).toEqual(pinned);
  });

  it.each([{ generation: null }, { generation: { id: "gen_1" }, config }, 4, "pinned", []])(
    "that can't be read (%j) counts as none, and is told once",
    (value) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
      const node = (
        <Node pinned={value as unknown as PinnedImage}>
          <Preview.Root>
            <Preview.Empty />
            <Preview.Pinned />
          </Preview.Root>
        </Node>
      );
      const { rerender } = render(node);
      rerender(node);
      expect(screen.getByText("Your picture will appear here.")).toBeVisible();
      expect(warn).toHaveBeenCalledOnce();
      expect(warn.mock.lastCall?.[0]).toMatch(
        /<ImageNodeScope> got .* as pinned, and it expects what onPinnedChange gave/,
      );
      warn.mockRestore();
    },
  );

  it("speaks German", async () => {
    renderHost({ pinned, messages: de });
    await waitFor(() => expect(notice()).toHaveTextContent("Angeheftet. Testläufe nehmen dieses Bild"));
    await openActions();
    expect(await screen.findByRole("button", { name: "Anheften" })).toHaveAttribute("aria-pressed", "true");
  });

  it("takes the host's own content", async () => {
    render(
      <Node pinned={pinned} onPinnedChange={() => undefined}>
        <Preview.Root>
          <Preview.Pin>{({ content }) => <b>{content}!</b>}</Preview.Pin>
          <Preview.Pinned>{({ state }) => <i>kept: {state.state}</i>}</Preview.Pinned>
        </Preview.Root>
      </Node>,
    );
    expect(await screen.findByText("Pin!")).toBeVisible();
    expect(screen.getByText("kept: current")).toBeVisible();
  });
});
