import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConfigForm, Preview } from "image-generation-node";
import { ERROR_KINDS, ImageNodeError } from "image-generation-node/contract";
import { useState } from "react";
import { expect, within } from "storybook/test";
import { fixedStore } from "./support/fixedStore.js";
import { PreviewProblem } from "./support/PreviewBoard.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import "./support/frame.css";

const meta: Meta = { title: "Preview errors" };
export default meta;

/** Every kind of the contract's table: its title, what it means, what helps. */
export const EveryKind: StoryObj = {
  render: () => (
    <ScriptedProvider>
      <ConfigForm.Root asChild>
        <main className="cards" aria-label="Every kind of error">
          {[...Object.keys(ERROR_KINDS), "a_kind_of_a_newer_back_end"].map((kind) => (
            <ErrorCard key={kind} kind={kind} />
          ))}
        </main>
      </ConfigForm.Root>
    </ScriptedProvider>
  ),
  play: async ({ canvasElement }) => {
    const cards = within(canvasElement).getAllByRole("article");
    await expect(cards).toHaveLength(Object.keys(ERROR_KINDS).length + 1);
    for (const card of cards) await expect(card.querySelector("strong")).not.toBeEmptyDOMElement();
  },
};

function ErrorCard({ kind }: { kind: string }) {
  const [store] = useState(() => fixedStore({ status: "failed", error: new ImageNodeError({ kind }) }));
  return (
    <article className="card" aria-label={kind}>
      <h2>{kind}</h2>
      <Preview.Root generation={store} aria-label={`Preview of ${kind}`}>
        <PreviewProblem />
      </Preview.Root>
    </article>
  );
}
