import "image-generation-node/styles.css";
import { screen } from "@testing-library/react";
import { it } from "vitest";
import { createTranscript } from "./createTranscript.js";
import { button, offerAll, part, partOf, renderSpoken } from "./renderSpoken.js";

const textbox = (name: string) => () => screen.getByRole("textbox", { name });
const combobox = (name: string) => () => screen.getByRole("combobox", { name });
const isListOpen = () => document.activeElement?.matches('[role="option"]');
const isListClosed = () => document.activeElement?.matches('[role="combobox"]');

it("writes a prompt with a variable", async () => {
  await renderSpoken();
  const t = createTranscript(
    "Write a prompt with a variable",
    "The prompt is empty. Variables come from three earlier nodes.",
  );
  await t.goTo("the prompt", textbox("Prompt"));
  await t.type("A {{", /variables/);
  await t.press("{ArrowDown}");
  await t.press("{ArrowDown}");
  await t.type("mood", /^1 variable/);
  await t.press("{Enter}", "Inserted");
  await t.type(" cat {{nobody.output}} sits", "not a variable");
  await t.walk("what stands below the prompt", partOf("mode-switch-root"));
  await t.hear(
    "selects all, and types A cat",
    () => replaceText("A cat"),
    () => !part("prompt-editor-diagnostic"),
  );
  await t.press("{Tab}");
  await t.press("{Enter}", () => part("prompt-editor-browser"));
  await t.press("{ArrowDown}");
  await t.press("{ArrowDown}");
  await t.type("zebra", "No variable");
  await t.press("{Escape}", () => !part("prompt-editor-browser"));
  await t.press("{Tab}");
  await t.press("{Enter}", () => part("prompt-editor-resolved"));
  await t.compare("write");
});

it("chooses mode, model, ratio, style and number", async () => {
  await renderSpoken({ config: { prompt: { template: "A cat" } } as never });
  const t = createTranscript("Choose", "The prompt is there. Two models are offered.");
  await t.goTo("the mode", () => screen.getByRole("tab", { name: "Manual" }));
  await t.press("{ArrowRight}");
  await t.press("{ArrowRight}");
  await t.press("{ArrowLeft}");
  await t.press("{ArrowLeft}");
  await t.goTo("the image model", combobox("Image model"));
  await t.press("{Enter}", isListOpen);
  await t.press("{ArrowDown}");
  await t.press("{Enter}", isListClosed);
  await t.press("{Tab}");
  await t.press("{ArrowDown}", isListOpen);
  await t.press("{ArrowDown}");
  await t.press("{ArrowDown}");
  await t.press("{Escape}", isListClosed);
  await t.press("{Tab}");
  await t.press(" ", isListOpen);
  await t.press("wa");
  await t.press("{Enter}", isListClosed);
  await t.press("{Tab}");
  await t.press("{ArrowRight}");
  await t.press("{Tab}");
  await t.compare("choose");
});

it("reads the form", async () => {
  await renderSpoken({
    offered: offerAll(),
    config: {
      prompt: { template: "A {{trigger.output.style}} cat" },
      references: [{ attachmentId: "att_1" }],
      settings: { seed: 7 },
    } as never,
  });
  const t = createTranscript("Read the form", "A prompt, a reference image and a setting are there.");
  await t.walk("the panel", partOf("panel"));
  await t.hear("chooses Prompt AI", () => screen.getByRole("tab", { name: "Prompt AI" }).focus());
  await t.walk("the prompt", partOf("mode-switch-root"));
  await t.hear("chooses Auto", () => screen.getByRole("tab", { name: "Auto" }).focus());
  await t.walk("the prompt", partOf("mode-switch-root"));
  await t.compare("form");
});

it("sets what the model can do", async () => {
  await renderSpoken({
    offered: offerAll(),
    config: { prompt: { template: "A cat" }, settings: { steps: 99, dropped: 1 } } as never,
  });
  const t = createTranscript(
    "Set what the model can do",
    "Steps has a value beyond its bounds, and one setting belongs to another model.",
  );
  await t.goTo("the settings", () => partOf("panel-settings-toggle"));
  if (!partOf("panel-settings").matches("[open]")) await t.press("{Enter}");
  await t.walk("the settings", partOf("panel-settings"));
  await t.goTo("Steps", () => screen.getByRole("spinbutton", { name: /steps/i }));
  await t.hear(
    "selects all, and types 12",
    () => replaceText("12"),
    () => !screen.getByRole("spinbutton", { name: /steps/i }).matches("[aria-invalid=true]"),
  );
  await t.press("{ArrowUp}");
  await t.goTo("Look", () => screen.getByRole("combobox", { name: "Look" }));
  await t.press("{Enter}", isListOpen);
  await t.press("{ArrowDown}");
  await t.press("{Enter}", isListClosed);
  await t.goTo("Upscale", () => screen.getByRole("switch", { name: "Upscale" }));
  await t.press(" ");
  await t.compare("settings");
});

it("adds, moves and removes reference images", async () => {
  const { uploads } = await renderSpoken({
    offered: offerAll(),
    config: { prompt: { template: "A cat" } } as never,
  });
  const t = createTranscript("Reference images", "None is there yet.");
  await t.walk("the reference images", partOf("references-root"));
  await t.goTo("Variable", button("Variable"));
  await t.press("{Enter}", () => part("references-search"));
  await t.type("zebra", "No earlier node");
  await t.hear("deletes the word", () => replaceText(""));
  await t.press("{Tab}");
  await t.press("{Enter}", () => part("references-item"));
  await t.hear(
    "pastes two pictures",
    () => paste("mug.png", "lamp.png"),
    () => uploads.length > 0,
  );
  await t.hear("waits: the first is kept", () => uploads[0]?.keep("att_1"), /mug/);
  await t.hear(
    "waits: the second fails",
    () => uploads[1]?.fail(),
    () => part("references-retry"),
  );
  await t.walk("the reference images", partOf("references-root"));
  await t.goTo(
    "Move down of the first",
    () => screen.getAllByRole("button", { name: /^Move .*down/ })[0] as HTMLElement,
  );
  await t.press("{Enter}");
  await t.goTo(
    "Remove of the first",
    () => screen.getAllByRole("button", { name: /^Remove/ })[0] as HTMLElement,
  );
  await t.press("{Enter}");
  await t.compare("references");
});

function paste(...names: string[]) {
  const data = new DataTransfer();
  for (const name of names) data.items.add(new File(["bytes"], name, { type: "image/png" }));
  partOf("references-root").dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
  );
}

/** Puts a text in place of all that the focused field has. */
function replaceText(text: string) {
  (document.activeElement as HTMLInputElement).select();
  document.execCommand(text === "" ? "delete" : "insertText", false, text);
}
