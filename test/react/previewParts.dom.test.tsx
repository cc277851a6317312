import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Preview, usePreview } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfigOverrides } from "image-generation-node/contract";
import { useEffect } from "react";
import type { ReactElement, ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { Node, renderPanel } from "./renderNode.js";
import { generationOf } from "./samples.js";
import { openDetails } from "./openFolds.js";

const preview = () => within(screen.getByRole("region", { name: "Preview" }));

/** A panel that has made these pictures, one run each. */
async function renderAfter(ids: readonly string[], config: ImageNodeConfigOverrides = {}) {
  const view = renderPanel(createImageNodeConfig({ prompt: { template: "A cat" }, ...config }));
  for (const [index, id] of ids.entries()) {
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(view.fake.runs).toHaveLength(index + 1));
    const output = {
      ...generationOf().output,
      attachmentId: id,
      imageUrl: `https://pictures.example/${id}.png`,
    };
    act(() => view.fake.run().succeed(generationOf({ id, output })));
    await screen.findByText("Done");
  }
  return view;
}

describe("Preview.History", () => {
  it("shows nothing for one picture, and two of them from the second on", async () => {
    await renderAfter(["gen_1"]);
    expect(screen.queryByRole("group", { name: "Earlier pictures" })).toBeNull();
    expect(preview().getAllByRole("img")).toHaveLength(1);
  });

  it("shows an earlier picture, takes its settings back, and goes on with the next run", async () => {
    const { setFromHost, fake, onValueChange } = await renderAfter(["gen_1"], { style: "sketch" });
    act(() => setFromHost(createImageNodeConfig({ prompt: { template: "A dog" }, style: "anime" })));
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    act(() => fake.run().succeed(generationOf({ id: "gen_2" })));
    const earlier = await preview().findByRole("button", { name: /^Picture 1/ });
    expect(earlier).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(earlier);
    expect(earlier).toHaveAttribute("aria-pressed", "true");
    expect(preview().getByRole("img")).toHaveAttribute("src", "https://pictures.example/gen_1.png");
    expect(preview().getByText("Earlier picture")).toBeVisible();
    await userEvent.click(preview().getByRole("button", { name: "Use these settings" }));
    expect(onValueChange.mock.lastCall?.[0]).toMatchObject({
      style: "sketch",
      prompt: { template: "A cat" },
    });
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(preview().queryByText("Earlier picture")).toBeNull());
  });
});

describe("Preview.Usage", () => {
  it("tells what the provider says it took beside the price", () => {
    const items = [
      {
        kind: "image",
        model: "demo",
        amount: "0.04",
        currency: "USD",
        reported: { amount: "4160", unit: "tokens" },
      },
      { kind: "prompt", model: "writer" },
    ];
    render(
      <Node>
        <Preview.Root generation={generationOf({ usage: { items } })}>
          <Preview.Usage />
        </Preview.Root>
      </Node>,
    );
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Image · demo · 0.04 USD · 4,160 tokens by the provider's count",
      "Prompt · writer",
    ]);
  });
});

describe("Preview.Stages", () => {
  it("shows the host's rules as they are, and compares no step with them", async () => {
    const stages = {
      template: null,
      resolved: "a fox",
      guidance: "Write in French.",
      written: "a red fox",
      sent: "a red fox",
    };
    render(
      <Node>
        <Preview.Root generation={generationOf({ stages })}>
          <Preview.Stages />
        </Preview.Root>
      </Node>,
    );
    await waitFor(() => expect(document.querySelector("ins")).not.toBeNull());
    const texts = [...document.querySelectorAll("[data-stage]")].map((row) => [
      row.getAttribute("data-stage"),
      row.querySelector('[data-imagenode-part="preview-stage-text"]')?.textContent,
      row.querySelectorAll("ins, del").length,
    ]);
    expect(texts).toEqual([
      ["resolved", "a fox", 0],
      ["guidance", "Write in French.", 0],
      ["written", "a red fox", 1],
    ]);
  });

  it("takes a written prompt into Manual so that it stays as it is, and back again", async () => {
    const { fake, onValueChange } = renderPanel(
      createImageNodeConfig({ prompt: { mode: "auto", template: "mine" } }),
    );
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    const written = "A poster that says {{hello}}";
    act(() => fake.run().succeed(generationOf({ stages: { written, sent: written } })));
    await openDetails();
    await userEvent.click(await preview().findByRole("button", { name: "Use this prompt" }));
    expect(onValueChange.mock.lastCall?.[0].prompt).toMatchObject({
      mode: "manual",
      template: "A poster that says \\{{hello}}",
    });
    const undo = preview().getByRole("button", { name: "Undo" });
    expect(undo).toHaveFocus();
    await userEvent.click(undo);
    expect(onValueChange.mock.lastCall?.[0].prompt).toMatchObject({ mode: "auto", template: "mine" });
    expect(preview().getByRole("button", { name: "Use this prompt" })).toBeVisible();
  });
});

describe("Preview.PromptPreview", () => {
  it("has the prompt written without a run, then draws exactly that one", async () => {
    const fake = createFakeClient();
    const stages = { written: "A fox in the mist", sent: "A fox in the mist" };
    const previewPrompt = vi.spyOn(fake.client, "previewPrompt").mockResolvedValue({ stages });
    renderPanel(createImageNodeConfig({ prompt: { mode: "prompt_ai", instructions: "A fox" } }), { fake });
    await userEvent.click(await preview().findByRole("button", { name: "Preview prompt" }));
    expect(await preview().findByText("A fox in the mist")).toBeVisible();
    expect(previewPrompt.mock.lastCall?.[0].config.prompt.instructions).toBe("A fox");
    expect(fake.runs).toHaveLength(0);
    await userEvent.click(preview().getByRole("button", { name: "Draw this prompt" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.input).toEqual({ written: "A fox in the mist" });
  });

  it("says why it could not be written", async () => {
    const fake = createFakeClient();
    vi.spyOn(fake.client, "previewPrompt").mockRejectedValue(new ImageNodeError({ kind: "prompt_failed" }));
    renderPanel(createImageNodeConfig({ prompt: { mode: "auto" } }), { fake });
    await userEvent.click(await preview().findByRole("button", { name: "Preview prompt" }));
    const [note, aloud] = await preview().findAllByText("No prompt was written");
    expect(note).toBeVisible();
    expect(aloud?.closest('[role="status"]')).not.toBeNull();
    expect(preview().getByRole("button", { name: "Write again" })).toBeEnabled();
  });

  it.each([
    ["Not drawn yet.", "Not drawn yet. Writing it cost 0.04 USD."],
    ["Just a prompt", "Just a prompt. Writing it cost 0.04 USD."],
  ])("says what a prompt cost in a sentence of its own, after %s", async (ready, expected) => {
    const fake = createFakeClient();
    const usage = { items: [{ kind: "prompt", amount: "0.04", currency: "USD" }] };
    const stages = { written: "A fox", sent: "A fox" };
    vi.spyOn(fake.client, "previewPrompt").mockResolvedValue({ stages, usage });
    const messages = { words: { "promptPreview.ready": ready } };
    renderPanel(createImageNodeConfig({ prompt: { mode: "auto" } }), { fake, messages });
    await userEvent.click(await preview().findByRole("button", { name: "Preview prompt" }));
    expect(await preview().findByText(expected)).toBeVisible();
  });
});

describe("Preview.Late", () => {
  it("finds a picture that came after the time limit", async () => {
    const fake = createFakeClient();
    const { output, image } = generationOf();
    const late = { id: "gen_1", status: "failed" as const, late: { output, image } };
    const get = vi.spyOn(fake.client, "get").mockResolvedValueOnce({ id: "gen_1", status: "failed" });
    get.mockResolvedValue(late);
    renderPanel(createImageNodeConfig({ prompt: { template: "A cat" } }), { fake });
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind: "timeout", charged: true, id: "gen_1" })));
    await userEvent.click(await preview().findByRole("button", { name: "Look now" }));
    expect(await preview().findByText(/It has not come yet/)).toBeVisible();
    await userEvent.click(preview().getByRole("button", { name: "Look now" }));
    expect(await preview().findByRole("img")).toHaveAttribute("data-state", "late");
    // Aloud, and below the picture with what it cost.
    expect(preview().getByText("This picture came after the time limit.")).toBeInTheDocument();
    expect(preview().getByText(/came after the time limit. An image was charged.$/)).toBeVisible();
    expect(preview().getByText("Arrived late")).toBeVisible();
    expect(preview().queryByText("It took too long")).toBeNull();
    expect(preview().queryByRole("button", { name: "Retry" })).toBeNull();
  });
});

describe("Preview.Feedback", () => {
  it("says aloud that copying failed, and shows the text to copy by hand", async () => {
    const user = userEvent.setup();
    await renderAfter(["gen_1"]);
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("forbidden"));
    await user.click(preview().getByRole("button", { name: "Use in a later node" }));
    expect(await preview().findByDisplayValue("{{image_gen.output.imageUrl}}")).toBeVisible();
    const aloud = document.querySelector('[data-imagenode-part="preview-announcer"]');
    expect(aloud?.textContent).toBe("The variable could not be copied.");
    await user.click(preview().getByRole("button", { name: "Dismiss" }));
    expect(preview().queryByRole("textbox")).toBeNull();
    vi.restoreAllMocks();
  });

  it("leads to the picture where saving it failed", async () => {
    await renderAfter(["gen_1"]);
    const fetchImage = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("blocked"));
    await userEvent.click(preview().getByRole("button", { name: "Download" }));
    const link = await preview().findByRole("link");
    expect(link).toHaveAttribute("href", "https://pictures.example/gen_1.png");
    expect(link).toHaveAttribute("rel", "noreferrer");
    fetchImage.mockRestore();
  });
});

const two = [generationOf({ id: "gen_2" }), generationOf({ id: "gen_1" })].map((generation) => ({
  generation,
  config: createImageNodeConfig(),
  endedAt: 1_795_944_719_382,
}));
const showing = (part: ReactElement) => (
  <Node>
    <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt: { mode: "auto" } })}>
      <Preview.Root generation={two[0]?.generation} history={two} onConfigChange={() => undefined}>
        {part}
      </Preview.Root>
    </ConfigForm.Root>
  </Node>
);
/** After a run that took too long. */
const timedOut = (part: ReactElement) => {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({ config: createImageNodeConfig() });
  setTimeout(() => fake.run().fail(new ImageNodeError({ kind: "timeout", id: "gen_1" })), 0);
  return (
    <Node fake={fake}>
      <Preview.Root generation={store}>{part}</Preview.Root>
    </Node>
  );
};
/** A picture whose link ended a year ago, under a host without a client. */
const withDeadLink = (part: ReactElement) => {
  const generation = generationOf({ image: { width: 1, height: 1, expiresAt: "2020-01-01T00:00:00Z" } });
  const output = { ...generation.output, imageUrl: "javascript:alert(1)" };
  return <Preview.Root generation={{ ...generation, output }}>{part}</Preview.Root>;
};
/** With an earlier picture chosen, or something that did not work. */
function Chosen({ children }: { children: ReactNode }) {
  const { select } = usePreview();
  useEffect(() => select("gen_1"), [select]);
  return children;
}
function InTrouble({ children }: { children: ReactNode }) {
  const { setTrouble } = usePreview();
  useEffect(() => setTrouble({ words: "It failed." }), [setTrouble]);
  return children;
}
const ROOT = "Preview.Root";
const button = { child: "button" } as const;
const conforms = (
  name: keyof typeof Preview,
  part: string,
  more: { wrap?: (part: ReactElement) => ReactElement; child?: "button" } = {},
) => itConforms({ name: `Preview.${name}`, part, Part: Preview[name], root: ROOT, wrap: showing, ...more });
conforms("History", "preview-history");
conforms("Compare", "preview-compare");
conforms("CompareTrigger", "preview-compare-trigger", button);
conforms("ZoomTrigger", "preview-zoom-trigger", button);
conforms("CopyAttachmentId", "preview-copy-attachment-id", button);
conforms("Provenance", "preview-provenance");
conforms("PromptPreview", "preview-prompt-preview");
conforms("Late", "preview-late", { wrap: timedOut });
conforms("References", "preview-references");
conforms("LinkNotice", "preview-link-notice", { wrap: withDeadLink });
conforms("Restore", "preview-restore", { ...button, wrap: (part) => showing(<Chosen>{part}</Chosen>) });
conforms("Feedback", "preview-feedback", { wrap: (part) => showing(<InTrouble>{part}</InTrouble>) });
