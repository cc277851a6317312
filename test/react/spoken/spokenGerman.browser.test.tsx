import "image-generation-node/styles.css";
import { screen } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createTranscript } from "./createTranscript.js";
import { button, offerAll, part, partOf, renderSpoken } from "./renderSpoken.js";

beforeEach(() => {
  document.documentElement.lang = "en";
});
afterEach(() => {
  document.documentElement.removeAttribute("lang");
});

it("reads the form in German within an English page", async () => {
  await renderSpoken({
    messages: de,
    offered: offerAll(),
    config: { prompt: { template: "A {{nobody.output}} cat" }, settings: { steps: 99 } } as never,
  });
  await expect.poll(() => part("prompt-editor-diagnostic")).not.toBeNull();
  const t = createTranscript(
    "Das Formular, auf Deutsch",
    "The page is English, the panel German. Roles and states are the reader's own words.",
  );
  await t.walk("the panel", partOf("panel"));
  await t.compare("de-form");
});

it("makes pictures in German", async () => {
  const { fake, stage, succeed, began } = await renderSpoken({
    messages: de,
    config: { prompt: { template: "Eine Katze" } } as never,
  });
  const t = createTranscript(
    "Bilder, auf Deutsch",
    "The page is English, the panel German. Roles and states are the reader's own words.",
  );
  await t.goTo("Erzeugen", button("Erzeugen"));
  await t.press("{Enter}", () => began(1)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear("waits: the model is asked", () => stage("image"), /…/);
  await t.hear(
    "waits: the provider fails",
    () => fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: true })),
    () => part("preview-error"),
  );
  await t.walk("the preview", partOf("preview-root"));
  await t.goTo("the button that tries again", () => partOf("preview-retry"));
  await t.press("{Enter}", () => began(2)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear(
    "waits: the picture is there",
    () => succeed("gen_1"),
    () => part("preview-regenerate"),
  );
  await t.goTo("more actions", () => partOf("panel-more-toggle"));
  await t.press("{Enter}", () => part("preview-copy-image"));
  await t.walk("the preview", partOf("preview-root"));
  await t.goTo("the prompt", () => screen.getByRole("textbox"));
  await t.compare("de-run");
});
