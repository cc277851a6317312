import { cleanup, render, screen } from "@testing-library/react";
import { ConfigForm, Preview } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { afterEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { Node, renderPanel } from "./renderNode.js";
import { generationOf } from "./samples.js";

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

it("keeps focus on what replaces Regenerate, and announces the second run's end", async () => {
  const fake = await renderDrawn();
  const first = region()?.firstElementChild;
  expect(region()?.textContent).toBe("The picture is ready.");
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => fake.runs.length).toBe(2);
  await expect.poll(focused).toBe("Stop waiting");
  fake.run().succeed(generationOf({ id: "gen_2" }));
  await expect.poll(focused).toBe("Regenerate");
  await expect.poll(() => region()?.textContent).toBe("The picture is ready.");
  expect(region()?.firstElementChild).not.toBe(first);
});

it("keeps focus when a run fails, is tried again, and its wait is stopped and taken up", async () => {
  const fake = await renderDrawn();
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Stop waiting");
  fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false }));
  await expect.poll(focused).toBe("Retry");
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Stop waiting");
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Wait again");
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Stop waiting");
});

it("moves focus to the one action of a refusal", async () => {
  const fake = await renderDrawn();
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Stop waiting");
  fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false }));
  await expect.poll(focused).toBe("Edit prompt");
  expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
});

it("keeps focus near a control that goes without a successor", async () => {
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
  await expect.poll(() => document.activeElement).toBe(screen.getByTestId("preview"));
});

it("leaves focus alone that a person moved away", async () => {
  const fake = await renderDrawn();
  (await named("Regenerate")).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Stop waiting");
  const prompt = screen.getByRole("textbox", { name: "Prompt" });
  prompt.focus();
  fake.run().succeed(generationOf({ id: "gen_2" }));
  await named("Regenerate");
  expect(document.activeElement).toBe(prompt);
  prompt.blur();
  (await named("Regenerate")).click();
  await named("Stop waiting");
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
  await expect.poll(focused).toBe("Stop waiting");
  expect(fake.run().options.signal?.aborted).toBe(false);
});
