import "image-generation-node/styles.css";
import { screen } from "@testing-library/react";
import { createImageNodeConfig } from "image-generation-node/contract";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { renderPanel } from "../renderNode.js";
import { createTranscript } from "./createTranscript.js";

const panel = () => screen.getByRole("group", { name: "Image Generation" });

it("write", async () => {
  renderPanel(createImageNodeConfig());
  await screen.findByRole("button", { name: "Generate" });
  const t = createTranscript("Write a prompt", "The prompt is empty.");
  await t.goTo("the prompt", () => screen.getByRole("textbox", { name: "Prompt" }));
  await t.type("A {{", /variables/);
  await t.press("{ArrowDown}");
  await t.press("{ArrowDown}");
  await t.press("{Enter}");
  await t.press("{Enter}");
  await t.press("{Escape}");
  await t.type(" cat {{nobody.output}} sits", "not a variable");
  await t.press("{Tab}");
  await t.press("{Enter}");
  await t.press("{ArrowDown}");
  await t.press("{Escape}");
  await t.press("{Tab}");
  await t.press("{Enter}");
  await t.walk("the panel", panel());
  t.stop();
  await expect(t.text()).toMatchFileSnapshot("transcripts/write.txt");
});
