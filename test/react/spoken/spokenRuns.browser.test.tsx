import "image-generation-node/styles.css";
import { screen } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import { expect, it } from "vitest";
import { createTranscript } from "./createTranscript.js";
import { button, part, partOf, renderSpoken } from "./renderSpoken.js";

const cat = { prompt: { template: "A cat on a windowsill" } } as never;
const failure = (kind: ConstructorParameters<typeof ImageNodeError>[0]["kind"], charged = false) =>
  new ImageNodeError({ kind, charged });

it("makes a picture", async () => {
  const { fake, stage, begin: beginRun, succeed, began } = await renderSpoken({ config: cat });
  const t = createTranscript("Make a picture", "The prompt is there.");
  await t.goTo("Generate", button("Generate"));
  await t.press("{Enter}", () => began(1)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear("waits: it begins", () => beginRun());
  await t.hear("waits: the model is asked", () => stage("image"), "Drawing");
  await t.walk("the preview meanwhile", partOf("preview-root"));
  await t.hear("waits: the picture is stored", () => stage("store"));
  await t.hear("waits: the picture is there", () => succeed("gen_1"), "ready");
  await t.walk("the preview", partOf("preview-root"));
  await t.goTo("Details", () => partOf("panel-details-toggle"));
  await t.press("{Enter}", button("Copy the text: As sent"));
  await t.walk("the details", partOf("panel-details"));
  await t.goTo("Save", () => partOf("preview-copy-reference"));
  await t.goTo("Regenerate", button("Regenerate"));
  await t.press("{Enter}", () => began(2)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear("waits: the second picture is there", () => succeed("gen_2"), "ready");
  await t.goTo("the first picture", button(/^Picture 1/));
  await t.press("{Enter}", button("Use these settings"));
  await t.walk("the preview", partOf("preview-root"));
  expect(fake.runs).toHaveLength(2);
  await t.compare("run");
});

it("meets failures", async () => {
  const { fake, stage, begin: beginRun, succeed, began } = await renderSpoken();
  const t = createTranscript("Failures", "The prompt is empty.");
  await t.goTo("Generate", button("Generate"));
  await t.press("{Enter}");
  await t.type("A cat");
  await t.press("{Control>}{Enter}{/Control}", () => began(1)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear(
    "waits: the provider fails",
    () => fake.run().fail(failure("provider_error", true)),
    () => part("preview-error"),
  );
  await t.walk("the preview", partOf("preview-root"));
  await t.goTo("Retry", button("Retry"));
  await t.press("{Enter}", () => began(2)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear(
    "waits: the model refuses the prompt",
    () => fake.run().fail(failure("content_blocked")),
    "refused",
  );
  await t.press("{Enter}");
  await t.press("{Control>}{Enter}{/Control}", () => began(3)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear(
    "waits: the model is asked",
    () => {
      beginRun();
      stage("image");
    },
    "Drawing",
  );
  await t.goTo("Stop waiting", button("Stop waiting"));
  await t.press("{Enter}", button("Wait again"));
  await t.walk("the preview", partOf("preview-root"));
  await t.goTo("Generate", button("Generate"));
  await t.press("{Enter}", () => began(4)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear("waits: it begins", () => beginRun());
  await t.press("{Enter}", () => part("preview-error"));
  await t.goTo("Retry", button("Retry"));
  await t.press("{Enter}", () => began(5)() && t.heard(/^(?:Starting|Beginnt)/));
  await t.hear("waits: the picture is there", () => succeed("gen_1"), "ready");
  await t.compare("failures");
});

it("makes several pictures", async () => {
  const { fake, succeed, began } = await renderSpoken({ config: cat });
  const t = createTranscript("Several pictures", "The prompt is there.");
  await t.goTo("the number", () => screen.getByRole("radio", { name: "1 picture" }));
  await t.press("{ArrowRight}");
  await t.press("{ArrowRight}");
  await t.press("{Tab}");
  await t.press("{Enter}", () => part("preview-variation") && t.heard("Starting"));
  await t.walk("the preview meanwhile", partOf("preview-root"));
  await t.hear("waits: the second is there", () => succeed("gen_2", 1), "Picture 2 is ready");
  await t.hear("waits: the first fails", () => fake.runs[0]?.fail(failure("provider_error")), "Picture 1");
  await t.hear("waits: the third is there", () => succeed("gen_3", 2), "Picture 3 is ready");
  await t.walk("the preview", partOf("preview-root"));
  await t.goTo("the third", button("Picture 3 of 3"));
  await t.press("{Enter}", "Picture 3");
  await t.goTo("Retry of the first", button(/^Retry, picture 1/));
  await t.press("{Enter}", began(4));
  await t.hear("waits: it is there", () => succeed("gen_1", 3), "Picture 1 is ready");
  await t.compare("several");
});

it("keeps, compares and enlarges pictures", async () => {
  const { succeed, began } = await renderSpoken({ config: cat });
  for (const count of [1, 2]) {
    (await screen.findByRole("button", { name: "Generate" })).click();
    await expect.poll(began(count)).toBeTruthy();
    succeed(`gen_${count}`);
    await screen.findByRole("button", { name: "Regenerate" });
  }
  const t = createTranscript("Keep, compare and enlarge", "Two pictures have been made.");
  await t.goTo("More actions", button("More actions"));
  await t.press("{Enter}", button("Pin"));
  await t.walk("the actions", partOf("preview-actions"));
  await t.goTo("Pin", button("Pin"));
  await t.press("{Enter}", () => part("preview-pinned"));
  await t.walk("the note above the picture", partOf("preview-pinned"));
  await t.goTo("Compare", button("Compare"));
  await t.press("{Enter}", () => part("preview-compare-caption"));
  await t.walk("the comparison", screen.getByRole("dialog"));
  await t.goTo("the slider", () => screen.getByRole("slider"));
  await t.press("{ArrowRight}");
  await t.press("{Home}");
  await t.press("{Escape}", () => !screen.queryByRole("dialog"));
  await t.goTo("Enlarge", button("Enlarge the picture"));
  await t.press("{Enter}", () => screen.queryByRole("dialog"));
  await t.walk("the enlarged picture", screen.getByRole("dialog"));
  await t.press("+");
  await t.press("{Escape}", () => !screen.queryByRole("dialog"));
  await t.goTo("Unpin", button(/^Unpin/));
  await t.press("{Enter}", () => !part("preview-pinned"));
  await t.compare("keep");
});

it("lets a model write the prompt", async () => {
  const { fake, write } = await renderSpoken({
    config: { prompt: { mode: "prompt_ai", instructions: "Something for a menu" } } as never,
  });
  const t = createTranscript("Let a model write the prompt", "Prompt AI is chosen, with instructions.");
  await t.goTo("Preview prompt", button("Preview prompt"));
  await t.press("{Enter}", "Writing");
  await t.hear("waits: it is written", () => write(), "The prompt is ready");
  await t.walk("the written prompt", partOf("preview-root"));
  await t.goTo("Use this prompt", button("Use this prompt"));
  await t.press("{Enter}", () => screen.queryByRole("textbox", { name: "Prompt" }));
  expect(fake.runs).toHaveLength(0);
  await t.compare("prompt-ai");
});
