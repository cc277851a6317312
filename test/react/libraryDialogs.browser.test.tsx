import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import * as Headless from "@headlessui/react";
import * as Radix from "@radix-ui/react-dialog";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Node } from "./renderNode.js";

const config = createImageNodeConfig({ prompt: { template: "A lamp" } });
const box = {
  position: "fixed",
  inset: "0 auto 0 0",
  width: 480,
  overflow: "scroll",
  background: "white",
} as const;

interface LibraryProps {
  open: boolean;
  close: () => void;
  children: ReactNode;
}

const LIBRARIES: Record<string, (props: LibraryProps) => ReactNode> = {
  "Headless UI": ({ open, close, children }) => (
    <Headless.Dialog open={open} onClose={close} aria-label="Node">
      <Headless.DialogPanel style={box}>{children}</Headless.DialogPanel>
    </Headless.Dialog>
  ),
  Radix: ({ open, close, children }) => (
    <Radix.Root open={open} onOpenChange={(next) => !next && close()}>
      <Radix.Portal>
        <Radix.Overlay style={{ position: "fixed", inset: 0 }} />
        <Radix.Content style={box} aria-describedby={undefined}>
          <Radix.Title>Node</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
};

beforeEach(() => page.viewport(900, 900));

async function renderIn(library: string) {
  const Library = LIBRARIES[library] as (props: LibraryProps) => ReactNode;
  function App() {
    const [open, setOpen] = useState(true);
    return (
      <Node>
        <Library open={open} close={() => setOpen(false)}>
          <ImageNodePanel defaultValue={config} />
        </Library>
      </Node>
    );
  }
  render(<App />);
  const dialog = await screen.findByRole("dialog", { name: "Node" });
  return { dialog, style: await within(dialog).findByRole("combobox", { name: "Style" }) };
}

type Press = (dialog: HTMLElement) => Promise<void>;

async function openList(dialog: HTMLElement) {
  act(() => within(dialog).getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" }).focus());
  await userEvent.keyboard("{Control>} {/Control}");
  return within(dialog).findByRole("listbox");
}

const PRESSES: [string, Press][] = [
  [
    "the prompt's field",
    (dialog) => userEvent.click(within(dialog).getByRole("textbox", { name: "Prompt" })),
  ],
  [
    "a row of the prompt's list",
    async (dialog) =>
      userEvent.click((await within(await openList(dialog)).findAllByRole("option"))[0] as Element),
  ],
  [
    "the hint of the prompt's list",
    async (dialog) => {
      const list = await openList(dialog);
      await userEvent.click(list.querySelector("[data-imagenode-part=prompt-editor-hint]") as Element);
      await userEvent.keyboard("{Escape}");
    },
  ],
  [
    "the tree of variables",
    async (dialog) => {
      await userEvent.click(within(dialog).getByRole("button", { name: "Variables" }));
      const tree = await within(dialog).findByRole("tree");
      await userEvent.click((await within(tree).findAllByRole("treeitem"))[0] as Element);
    },
  ],
];

describe.each(Object.keys(LIBRARIES))("the dialog of %s", (library) => {
  it("stays open while a style is chosen by pointer", async () => {
    const { dialog, style } = await renderIn(library);
    await userEvent.click(style);
    await userEvent.click(await within(dialog).findByRole("option", { name: "Sketch" }));
    await waitFor(() => expect(style).toHaveFocus());
    expect(style).toHaveTextContent("Sketch");
    expect(dialog).toBeVisible();
  });

  it("stays open while Escape closes the list, and closes on the next one", async () => {
    const { dialog, style } = await renderIn(library);
    await userEvent.click(style);
    await waitFor(() => expect(within(dialog).getByRole("option", { name: "Auto" })).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(style).toHaveFocus());
    expect(dialog).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("closes at the first press outside, after one on a list and one on a label", async () => {
    const { dialog, style } = await renderIn(library);
    await userEvent.click(style);
    await userEvent.click(await within(dialog).findByRole("option", { name: "Sketch" }));
    await waitFor(() => expect(style).toHaveFocus());
    await userEvent.click(within(dialog).getByText("Style"));
    await userEvent.click(document.documentElement, { position: { x: 800, y: 300 }, force: true });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it.each(PRESSES)("closes at the first press outside after one on %s", async (_name, pressInside) => {
    const { dialog } = await renderIn(library);
    await pressInside(dialog);
    expect(dialog).toBeVisible();
    await userEvent.click(document.documentElement, { position: { x: 800, y: 300 }, force: true });
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "Node" })).toBeNull());
  });
});
