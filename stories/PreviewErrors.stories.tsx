import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConfigForm, Preview } from "image-generation-node";
import { ERROR_KINDS, ImageNodeError } from "image-generation-node/contract";
import { useState } from "react";
import { expect, within } from "storybook/test";
import { fixedStore } from "./support/fixedStore.js";
import { PreviewProblem } from "./support/PreviewBoard.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import "./support/frame.css";
import { showCode } from "./support/showCode.js";
import code from "./code/FailedRun.tsx?raw";

const meta: Meta = { title: "Preview/Errors", parameters: showCode(code) };
export default meta;

/** Every kind of the contract's table, and every reason: its title, what it means, what helps. */
export const EveryKind: StoryObj = {
  name: "Every kind of error",
  render: () => (
    <ScriptedProvider>
      <ConfigForm.Root asChild>
        <main className="cards" aria-label="Every kind of error">
          {[...Object.keys(ERROR_KINDS), "a_kind_of_a_newer_back_end"].map((kind) => (
            <ErrorCard key={kind} kind={kind} />
          ))}
          {REASONS.map(([kind, reason]) => (
            <ErrorCard key={reason} kind={kind} reason={reason} />
          ))}
        </main>
      </ConfigForm.Root>
    </ScriptedProvider>
  ),
  play: async ({ canvasElement }) => {
    const cards = within(canvasElement).getAllByRole("article");
    await expect(cards).toHaveLength(Object.keys(ERROR_KINDS).length + 1 + REASONS.length);
    for (const card of cards) await expect(card.querySelector("strong")).not.toBeEmptyDOMElement();
  },
};

/** Reasons that have words of their own. */
const REASONS = [
  ["forbidden", "origin_refused"],
  ["timeout", "interrupted"],
] as const;

function ErrorCard({ kind, reason }: { kind: string; reason?: string }) {
  const [store] = useState(() =>
    fixedStore({ status: "failed", error: new ImageNodeError({ kind, reason }) }),
  );
  const name = reason ? `${kind}: ${reason}` : kind;
  return (
    <article className="card" aria-label={name}>
      <h2>{name}</h2>
      <Preview.Root generation={store} aria-label={`Preview of ${name}`}>
        <PreviewProblem />
      </Preview.Root>
    </article>
  );
}
