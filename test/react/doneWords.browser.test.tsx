import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { render, screen, within } from "@testing-library/react";
import { ImageNodePanel, Panel, Preview } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { pictureOf } from "./pictureOf.js";
import { Node, renderPanel } from "./renderNode.js";

const config = createImageNodeConfig({ prompt: { template: "A cat" } });
const ALL = [
  ["Download", "Saved"],
  ["Use in a later node", "Copied"],
  ["Copy image", "Copied"],
  ["Copy the text: As sent", "Copied"],
  ["Copy {{image_gen.output.imagePath}}", "Copied"],
] as const;

beforeEach(() => {
  vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  vi.spyOn(navigator.clipboard, "write").mockResolvedValue();
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
});

async function showPanel() {
  const fake = createFakeClient();
  renderPanel(config, { fake });
  await userEvent.click(await screen.findByRole("button", { name: "Generate" }));
  await expect.poll(() => fake.runs.length).toBe(1);
  fake.run().succeed(pictureOf("gen_1"));
  await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
  await userEvent.click(screen.getByText("Details"));
}

const done = (button: HTMLElement) =>
  button.querySelector<HTMLElement>('[data-imagenode-part="feedback-done"]');
const isSeen = (element: HTMLElement | null) =>
  element?.checkVisibility({ visibilityProperty: true }) ?? false;

it.each(ALL)(
  "shows a tick after %s and the word “%s”, in the place of its own words",
  async (name, words) => {
    await showPanel();
    const button = await screen.findByRole("button", { name });
    const { width, height } = button.getBoundingClientRect();
    expect(isSeen(done(button))).toBe(false);
    button.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => isSeen(done(button))).toBe(true);
    expect(done(button)?.innerText.trim()).toBe(words);
    expect(done(button)?.querySelector("svg")).toBeVisible();
    const before = button.querySelector('[data-imagenode-part="feedback-before"]');
    expect(getComputedStyle(before ?? button).opacity).toBe("0");
    const now = button.getBoundingClientRect();
    expect([now.width, now.height]).toEqual([width, height]);
    expect(button).toHaveAccessibleName(name);
    expect(button).toHaveFocus();
    await expect.poll(() => isSeen(done(button))).toBe(false);
    expect(getComputedStyle(before ?? button).opacity).toBe("1");
  },
);

it("says it in a row of one's own words, with an icon alone, and in a host's element", async () => {
  render(
    <Node>
      <Preview.Root generation={pictureOf("gen_1")}>
        <Panel.Tools />
        <Preview.CopyAttachmentId>Take the id</Preview.CopyAttachmentId>
        <Preview.CopyReference asChild>
          <button />
        </Preview.CopyReference>
        <Preview.Download>{({ content }) => <b>{content}</b>}</Preview.Download>
      </Preview.Root>
    </Node>,
  );
  const own = screen.getByRole("button", { name: "Take the id" });
  own.click();
  await expect.poll(() => isSeen(done(own))).toBe(true);
  expect(own).toHaveAccessibleName("Take the id");
  const hosts = screen.getByRole("button", { name: "Use in a later node" });
  hosts.click();
  await expect.poll(() => isSeen(done(hosts))).toBe(true);
  const icon = screen.getByRole("button", { name: "Copy image" });
  const { width } = icon.getBoundingClientRect();
  icon.click();
  await expect.poll(() => isSeen(done(icon))).toBe(true);
  expect(icon.getBoundingClientRect().width).toBe(width);
  expect(icon.innerText.trim()).toBe("");
  const [, given] = screen.getAllByRole("button", { name: "Download" });
  given?.click();
  await expect.poll(() => within(given ?? own).queryByText("Saved")).not.toBeNull();
});

it("says without the style sheet what was done beside what the button does", async () => {
  render(
    <Node>
      <ImageNodePanel defaultValue={config}>
        <Preview.Root generation={pictureOf("gen_1")}>
          <Preview.CopyReference />
        </Preview.Root>
      </ImageNodePanel>
    </Node>,
  );
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const button = screen.getByRole("button", { name: "Use in a later node" });
  expect(button.innerText.trim()).toBe("Use in a later node");
  button.click();
  await expect.poll(() => button.innerText.trim()).toMatch(/^Use in a later node\s+Copied$/);
  for (const sheet of document.styleSheets) sheet.disabled = false;
});
