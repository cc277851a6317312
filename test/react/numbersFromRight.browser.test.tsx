import "image-generation-node/styles.css";
import { act, render, screen, waitFor } from "@testing-library/react";
import { ImageNodePanel, Panel } from "image-generation-node";
import type { GenerationState } from "image-generation-node/client";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { fixedStore } from "../../stories/support/fixedStore.js";
import { cat } from "./formControls.js";
import { pictureOf } from "./pictureOf.js";
import { createPictureClient, offerPictures, photo } from "./referenceSamples.js";
import { Node } from "./renderNode.js";

const A = { attachmentId: "att_a", label: "Mug" };
const startedAt = Date.now();

/** The texts of the page that begin with a number and go on, such as "1 of 4", and those of them that are turned round. */
function readNumbers() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen: string[] = [];
  const turned: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const [whole, number = ""] = /^([\d.]+) [a-z×–]+/i.exec(text) ?? [];
    if (whole === undefined || node.parentElement?.closest("textarea")) continue;
    // What only a screen reader reads stands in a box of one pixel, in lines of which no eye sees anything.
    if ((node.parentElement?.getBoundingClientRect().width ?? 0) <= 1) continue;
    const range = document.createRange();
    const leftOf = (from: number, to: number) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect();
    };
    const first = leftOf(0, number.length);
    if (first.width === 0) continue;
    seen.push(text);
    if (first.left > leftOf(number.length + 1, whole.length).left) turned.push(text);
  }
  return { seen, turned };
}

function renderFromRight(panel: React.ReactNode, generation?: ReturnType<typeof fixedStore>) {
  const offered = offerPictures();
  const settings = { properties: { grain: { type: "integer", minimum: 1, maximum: 50 } } };
  const imageModels = offered.imageModels.map((model) => ({ ...model, settings }));
  const fake = createPictureClient({ ...offered, imageModels });
  render(
    <div dir="rtl" style={{ inlineSize: 900 }}>
      <Node fake={fake} variables={[photo]} {...(generation && { generation })}>
        {panel}
      </Node>
    </div>,
  );
  return fake;
}

it("reads numbers in the direction of their words: the form", async () => {
  const fake = renderFromRight(<ImageNodePanel value={cat({ references: [A] })} />);
  await screen.findByText("1 of 4");
  const edgesOf = (part: string) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(`[data-imagenode-part="references-${part}"]`) as Element);
    return range.getBoundingClientRect();
  };
  expect(edgesOf("thumb").left - edgesOf("label").right).toBeLessThan(40);
  await userEvent.click(await screen.findByText("Settings"));
  await screen.findByText("1 to 50");
  await userEvent.click(screen.getByRole("textbox", { name: "Prompt" }));
  await userEvent.keyboard("{End} {{{{ca");
  await screen.findByRole("listbox");
  await screen.findByText(/^\d+ variables/);
  const list = readNumbers();
  expect(list.seen.length).toBeGreaterThan(1);
  expect(list.turned).toEqual([]);
  await userEvent.keyboard("{Escape}{Backspace}{Backspace}{Backspace}{Backspace}");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await screen.findByText(/^\d+ of \d+ s$/);
  expect(readNumbers().turned).toEqual([]);
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  act(() => fake.run().succeed());
  await screen.findByText("Done");
  await waitFor(() => expect(readNumbers().seen.length).toBeGreaterThan(1));
  expect(readNumbers().turned).toEqual([]);
});

it("reads numbers in the direction of their words: several images", async () => {
  const generation = pictureOf("gen_1");
  const variations: GenerationState[] = [
    { status: "succeeded", startedAt, endedAt: startedAt + 1, generation },
    { status: "running", startedAt, stage: "image" },
  ];
  const state: GenerationState = { status: "running", startedAt, variations, chosen: 0 };
  renderFromRight(<Panel.Root defaultValue={cat({})} />, fixedStore(state));
  await screen.findByText("1 of 2 ready");
  await waitFor(() => expect(readNumbers().seen.length).toBeGreaterThan(1));
  expect(readNumbers().turned).toEqual([]);
});
