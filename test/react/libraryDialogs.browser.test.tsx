import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import { StrictMode, useState } from "react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { findAll } from "./findAll.js";
import { isOnTop } from "./isOnTop.js";
import { LIBRARIES } from "./LIBRARIES.js";
import type { LibraryProps } from "./LIBRARIES.js";
import { OPENED } from "./OPENED.js";
import { PanelWithPictures } from "./PanelWithPictures.js";
import { Node } from "./renderNode.js";

beforeEach(() => page.viewport(900, 900));

/** Puts the panel into a library's dialog; tells how often that closed, and which keys its page and its tree heard. */
async function renderIn(library: string) {
  const Library = LIBRARIES[library] as (props: LibraryProps) => ReactNode;
  const onClose = vi.fn();
  const onKey = vi.fn<(key: string) => void>();
  const tell = (event: { key: string }) => onKey(event.key);
  document.addEventListener("keydown", tell);
  onTestFinished(() => document.removeEventListener("keydown", tell));
  function App() {
    const [open, setOpen] = useState(true);
    const close = () => {
      onClose();
      setOpen(false);
    };
    return (
      <Node>
        <div role="presentation" onKeyDown={tell}>
          <Library open={open} close={close}>
            <PanelWithPictures />
          </Library>
        </div>
      </Node>
    );
  }
  render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  const dialog = await screen.findByRole("dialog", { name: "Node" });
  await waitFor(() => expect(within(dialog).getByRole("combobox", { name: "Style" })).toBeVisible());
  return { dialog, onClose, onKey };
}

const pressOutside = () =>
  userEvent.click(document.documentElement, { position: { x: 800, y: 300 }, force: true });
const isGone = () => waitFor(() => expect(screen.queryByRole("dialog", { name: "Node" })).toBeNull());

/** Waits until it stands in front inside of the host's dialog and has the focus, which only a text field keeps. */
async function isOpen(is: string, dialog: HTMLElement, opener: () => HTMLElement) {
  await waitFor(() => expect(isOnTop(findAll(is)[0] as Element)).toBe(true));
  const element = findAll(is)[0] as HTMLElement;
  expect(dialog).toContainElement(element);
  await waitFor(() => {
    const { activeElement } = document;
    expect(
      element.contains(activeElement) ||
        (activeElement === opener() && activeElement.localName === "textarea"),
    ).toBe(true);
  });
}

const PRESSES: [string, (dialog: HTMLElement) => Promise<void>][] = [
  [
    "the prompt's field",
    (dialog) => userEvent.click(within(dialog).getByRole("textbox", { name: "Prompt" })),
  ],
  [
    "a label whose list was open before",
    async (dialog) => {
      const style = within(dialog).getByRole("combobox", { name: "Style" });
      await userEvent.click(style);
      await userEvent.click(await within(dialog).findByRole("option", { name: "Sketch" }));
      await waitFor(() => expect(style).toHaveFocus());
      await userEvent.click(within(dialog).getByText("Style"));
    },
  ],
  [
    "the hint of the prompt's list",
    async (dialog) => {
      act(() => within(dialog).getByRole("textbox", { name: "Prompt" }).focus());
      await userEvent.keyboard("{Control>} {/Control}");
      const list = await within(dialog).findByRole("listbox");
      await userEvent.click(list.querySelector("[data-imagenode-part=prompt-editor-hint]") as Element);
      await userEvent.keyboard("{Escape}");
    },
  ],
];

describe.each(Object.keys(LIBRARIES))("%s", (library) => {
  describe.each(Object.entries(OPENED))("around %s", (_name, part) => {
    it("stays open while the pointer uses it, and closes at the first press outside", async () => {
      const { dialog, onClose } = await renderIn(library);
      await part.open();
      await isOpen(part.is, dialog, part.opener);
      await userEvent.click(part.target() as Element);
      await waitFor(part.chosen);
      await waitFor(() => expect(findAll(part.is)).toEqual([]));
      await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
      expect(onClose).not.toHaveBeenCalled();
      await pressOutside();
      await isGone();
      expect(onClose).toHaveBeenCalled();
    });
  });

  it("stays open while keys use all of it, and closes at the Escape after that", async () => {
    const { dialog, onClose, onKey } = await renderIn(library);
    for (const [name, part] of Object.entries(OPENED)) {
      act(() => part.opener().focus());
      await userEvent.keyboard(part.keys);
      await isOpen(part.is, dialog, part.opener);
      await userEvent.keyboard("{ArrowDown}{ArrowRight}{ArrowUp}{ArrowLeft}{Delete}{Backspace}{Escape}");
      await waitFor(() => expect(findAll(part.is), name).toEqual([]));
      await waitFor(() => expect(part.opener(), name).toHaveFocus());
      if (part.choose) {
        await userEvent.keyboard(part.keys);
        await isOpen(part.is, dialog, part.opener);
        await part.choose();
        await waitFor(part.chosen);
        await waitFor(() => expect(findAll(part.is), name).toEqual([]));
        await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
      }
      expect(onClose, name).not.toHaveBeenCalled();
      expect(
        onKey.mock.calls.flat().filter((key) => key !== "Control"),
        name,
      ).toEqual([]);
    }
    await userEvent.keyboard("{Escape}");
    await isGone();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each(PRESSES)("closes at the first press outside after one on %s", async (_name, pressInside) => {
    const { dialog, onClose } = await renderIn(library);
    await pressInside(dialog);
    expect(onClose).not.toHaveBeenCalled();
    await pressOutside();
    await isGone();
  });
});
