import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImageNodePanel, ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useEffect, useRef, useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { StoryProvider } from "./support/StoryProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import "./support/dialog.css";

/** The panel in a native modal dialog: lists and selects open inside of it, Escape closes them before it closes the dialog. */
function PanelInADialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [config, setConfig] = useState(createImageNodeConfig());
  const open = () => {
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  useEffect(open, []);
  return (
    <StoryProvider>
      <main className="dialog-page">
        <button type="button" onClick={open}>
          Configure the node
        </button>
        <dialog ref={dialog} className="dialog" aria-labelledby="dialog-title">
          <header>
            <h2 id="dialog-title">Configure the node</h2>
            <button type="button" onClick={() => dialog.current?.close()}>
              Done
            </button>
          </header>
          <ImageNodeScope
            nodeId="n4"
            nodeSlug="image_gen"
            nodeName="Image Generation"
            variables={upstreamSources}
            getRunInput={getRunInput}
          >
            <ImageNodePanel value={config} onValueChange={setConfig} />
          </ImageNodeScope>
        </dialog>
      </main>
    </StoryProvider>
  );
}

const meta: Meta<typeof PanelInADialog> = { title: "Recipes/In a dialog", component: PanelInADialog };
export default meta;

export const Default: StoryObj<typeof PanelInADialog> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = await canvas.findByRole("textbox", { name: "Prompt" });
    await userEvent.click(input);
    await userEvent.keyboard("A {{{{agent");
    await canvas.findAllByRole("option");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(canvas.queryAllByRole("option")).toHaveLength(0));
    await expect(canvas.getByRole("dialog")).toHaveAttribute("open");
    await userEvent.clear(input);
  },
};
