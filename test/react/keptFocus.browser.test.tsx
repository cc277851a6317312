import { cleanup, render, screen } from "@testing-library/react";
import { ConfigForm, Preview } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { afterEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { Node, renderPanel } from "./renderNode.js";
import { catalog, generationOf } from "./samples.js";

afterEach(cleanup);

const cat = createImageNodeConfig({ prompt: { template: "A cat" } });
const named = (name: string) => screen.findByRole("button", { name });
const focused = () => document.activeElement?.textContent ?? "";
const region = () => document.querySelector('[data-imagenode-part="preview-announcer"]');

async function renderDrawn(options: Partial<ImageNodePanelProps> = {}) {
  const { fake } = renderPanel(cat, options);
  (await named("Generate")).click();
  await expect.poll(() => fake.runs.length).toBe(1);
  fake.run().succeed();
  await named("Regenerate");
  return fake;
}

it("keeps focus on what ends the run after Regenerate, and brings it back; announces the second run's end", async () => {
  const fake = await renderDrawn();
  await expect.poll(() => region()?.textContent).toBe("The picture is ready.");
  const first = region()?.firstElementChild;
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => fake.runs.length).toBe(2);
  await expect.poll(focused).toMatch(/^Cancel/);
  fake.run().succeed(generationOf({ id: "gen_2" }));
  await expect.poll(focused).toBe("Regenerate");
  await expect.poll(() => region()?.textContent).toBe("The picture is ready.");
  expect(region()?.firstElementChild).not.toBe(first);
});

/** Lets the back end tell that the model has been asked. */
function draw(fake: ReturnType<typeof createFakeClient>) {
  const { onEvent } = fake.run().options;
  onEvent?.({ event: "started", data: { id: "run_1" } } as never);
  onEvent?.({ event: "stage", data: { stage: "image" } } as never);
}

it("keeps focus when a run fails, is tried again, and its wait is stopped and taken up", async () => {
  const fake = await renderDrawn();
  // A wait that is taken up goes on.
  fake.client.rejoin = () => new Promise(() => undefined);
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toMatch(/^Cancel/);
  fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false }));
  await expect.poll(focused).toBe("Retry");
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toMatch(/^Cancel/);
  await expect.poll(() => fake.runs.length).toBe(3);
  draw(fake);
  (await named("Stop waiting")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Wait again");
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toMatch(/^Stop waiting|^Cancel/);
});

it("has one button that ends a run, and another once that may cost something", async () => {
  const { fake } = renderPanel(cat);
  (await named("Generate")).click();
  await expect.poll(() => fake.runs.length).toBe(1);
  await named("Cancel");
  const stop = () => screen.queryByRole("button", { name: "Stop waiting" });
  expect(stop()).toBeNull();
  draw(fake);
  await expect.poll(stop).not.toBeNull();
  expect(stop()?.getAttribute("aria-describedby")).not.toBeNull();
  const note = document.getElementById(stop()?.getAttribute("aria-describedby") ?? "");
  expect(note?.textContent).toContain("may already be charged");
});

it("has no other button where the back end can't end a run: it would do the same", async () => {
  const offered = { ...catalog, features: { ...catalog.features, runs: false } };
  const fake = createFakeClient({ catalog: () => Promise.resolve(offered) });
  renderPanel(cat, { fake });
  (await named("Generate")).click();
  await expect.poll(() => fake.runs.length).toBe(1);
  draw(fake);
  await screen.findAllByText("Drawing …");
  expect(screen.queryByRole("button", { name: "Stop waiting" })).toBeNull();
});

it("moves focus to the one action of a refusal", async () => {
  const fake = await renderDrawn();
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toMatch(/^Cancel/);
  fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false }));
  await expect.poll(focused).toBe("Edit prompt");
  expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
});

it("lends focus to the form while a run that the preview began has nothing there", async () => {
  const fake = createFakeClient();
  render(
    <Node fake={fake}>
      <ConfigForm.Root defaultValue={cat}>
        <ConfigForm.Generate />
        <Preview.Root data-testid="preview">
          <Preview.Error>
            <Preview.Retry />
          </Preview.Error>
        </Preview.Root>
      </ConfigForm.Root>
    </Node>,
  );
  (await named("Generate")).click();
  await expect.poll(() => fake.runs.length).toBe(1);
  fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false }));
  (await named("Retry")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toMatch(/^Cancel/);
  fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false }));
  await expect.poll(focused).toBe("Retry");
});

it("leaves focus alone that a person moved away", async () => {
  const fake = await renderDrawn();
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toMatch(/^Cancel/);
  const prompt = screen.getByRole("textbox", { name: "Prompt" });
  prompt.focus();
  fake.run().succeed(generationOf({ id: "gen_2" }));
  await named("Regenerate");
  expect(document.activeElement).toBe(prompt);
  prompt.blur();
  (await named("Regenerate")).click();
  await named("Cancel");
  expect(document.activeElement).toBe(document.body);
});

it("keeps focus on Generate while a host's own run is under way", async () => {
  let end: (value: unknown) => void = () => undefined;
  renderPanel(cat, { onGenerate: () => new Promise((resolve) => (end = resolve)) });
  (await named("Generate")).focus();
  await userEvent.keyboard("{Enter}");
  const button = await screen.findByRole("button", { name: "Cancel" });
  expect(document.activeElement).toBe(button);
  end(null);
  await named("Generate");
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(await named("Generate"));
});

it("runs once while Enter is held on Regenerate, and does not press what replaces it", async () => {
  const fake = await renderDrawn();
  const button = await named("Regenerate");
  button.focus();
  await userEvent.keyboard("{Enter>5/}");
  await expect.poll(() => fake.runs.length).toBe(2);
  await expect.poll(focused).toMatch(/^Cancel/);
  expect(fake.run().options.signal?.aborted).toBe(false);
});
