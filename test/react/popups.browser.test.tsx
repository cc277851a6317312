import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { act, render, screen, waitFor } from "@testing-library/react";
import { StyleSelect } from "image-generation-node";
import { STYLES } from "image-generation-node/contract";
import { StrictMode, useState } from "react";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { findAll } from "./findAll.js";
import { HostDialog } from "./HostDialog.js";
import { isOnTop } from "./isOnTop.js";
import { OPENED } from "./OPENED.js";
import { PanelWithPictures } from "./PanelWithPictures.js";
import { PLACES } from "./PLACES.js";
import { Node } from "./renderNode.js";

beforeEach(() => page.viewport(900, 900));

function Select({ onValueChange }: { onValueChange?: (style: string) => void }) {
  return (
    <StyleSelect.Root onValueChange={onValueChange}>
      <StyleSelect.Trigger aria-label="Style">
        <StyleSelect.Value />
      </StyleSelect.Trigger>
      <StyleSelect.Portal>
        <StyleSelect.Content>
          {STYLES.map((style) => (
            <StyleSelect.Item key={style} value={style}>
              <StyleSelect.ItemText />
            </StyleSelect.Item>
          ))}
        </StyleSelect.Content>
      </StyleSelect.Portal>
    </StyleSelect.Root>
  );
}

const find = (selector: string) => findAll(selector)[0];
const option = (style: string) => findAll("[role=option]").find((row) => row.textContent === style);
const focused = () => {
  const root = (option("Auto") ?? find("[role=combobox]"))?.getRootNode() as Document | undefined;
  const active = root?.activeElement;
  return active?.role === "option" ? active.textContent : undefined;
};
const key = (name: string) =>
  act(async () => {
    const target = findAll(":focus").find((element) => !element.shadowRoot && element.localName !== "iframe");
    const init = { key: name, bubbles: true, composed: true, cancelable: true };
    target?.dispatchEvent(new KeyboardEvent("keydown", init));
    target?.dispatchEvent(new KeyboardEvent("keyup", init));
  });
function pointer(element: HTMLElement | undefined): void {
  const init = {
    bubbles: true,
    composed: true,
    cancelable: true,
    button: 0,
    pointerType: "mouse",
    isPrimary: true,
  };
  for (const type of ["pointermove", "pointerdown", "pointerup"]) {
    act(() => void element?.dispatchEvent(new PointerEvent(type, init)));
  }
}

describe("the list of a select", () => {
  it.each(Object.keys(PLACES))("stands in front in %s, and is used there", async (place) => {
    const onValueChange = vi.fn();
    // A window that changes its size closes a list, and full screen may tell of that at any time after it.
    const swallow = (event: Event) => event.stopImmediatePropagation();
    addEventListener("resize", swallow, true);
    onTestFinished(() => removeEventListener("resize", swallow, true));
    render(PLACES[place]?.(<Select onValueChange={onValueChange} />));
    if (place === "a full-screen element") {
      await userEvent.click(screen.getByRole("button", { name: "Enlarge" }));
      await waitFor(() => expect(document.fullscreenElement).not.toBeNull());
    }
    const trigger = await waitFor(() => find("[role=combobox]") as HTMLElement);
    pointer(trigger);
    await waitFor(() => expect(focused()).toBe("Auto"));
    const list = find("[role=listbox]") as HTMLElement;
    await waitFor(() => expect(isOnTop(option("Auto") as HTMLElement)).toBe(true));
    expect(list.getRootNode()).toBe(trigger.getRootNode());
    await waitFor(() => {
      const { top, left } = list.getBoundingClientRect();
      const around = trigger.getBoundingClientRect();
      expect(Math.abs(top - around.bottom - 4)).toBeLessThan(2);
      // Not nearer to an edge than 8 px.
      expect(Math.abs(left - Math.max(8, around.left))).toBeLessThan(9);
    });

    await key("ArrowDown");
    await waitFor(() => expect(focused()).toBe("Photorealistic"));
    await key("ArrowDown");
    await waitFor(() => expect(focused()).toBe("Digital Art"));
    await key("Home");
    await waitFor(() => expect(focused()).toBe("Auto"));
    await key("End");
    await waitFor(() => expect(focused()).toBe("Cinematic"));
    await key("Escape");
    await waitFor(() => expect(find("[role=listbox]")).toBeUndefined());
    expect(onValueChange).not.toHaveBeenCalled();
    await waitFor(() => expect((trigger.getRootNode() as Document).activeElement).toBe(trigger));

    pointer(trigger);
    await waitFor(() => expect(isOnTop(option("Sketch") as HTMLElement)).toBe(true));
    pointer(option("Sketch"));
    expect(onValueChange.mock.lastCall).toEqual(["sketch"]);
    await waitFor(() => expect(find("[role=listbox]")).toBeUndefined());

    pointer(trigger);
    await waitFor(() => expect(focused()).toBe("Sketch"));
    pointer((trigger.getRootNode() as Document).documentElement ?? document.documentElement);
    await waitFor(() => expect(find("[role=listbox]")).toBeUndefined());
    if (document.fullscreenElement) await document.exitFullscreen();
  });
});

/** The panel in a host's dialog, which tells why it would have closed. */
async function renderInDialog() {
  const onDismiss = vi.fn<(reason: string) => void>();
  function App() {
    const [open, setOpen] = useState(false);
    return (
      <Node>
        <button onClick={() => setOpen(true)}>Edit</button>
        {open && (
          <HostDialog onDismiss={onDismiss}>
            <PanelWithPictures />
          </HostDialog>
        )}
      </Node>
    );
  }
  render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Edit" }));
  const dialog = await screen.findByRole("dialog", { name: "Host" });
  return { onDismiss, dialog };
}

const prompt = () => screen.getByRole("textbox", { name: "Prompt" });

describe("a host's dialog", () => {
  describe.each(Object.entries(OPENED))("around %s", (_name, { open, is, target }) => {
    it("stays open while Escape closes what is in front, and hears the next one", async () => {
      const { onDismiss, dialog } = await renderInDialog();
      await open();
      await waitFor(() => expect(find(is)).toBeVisible());
      expect(dialog).toContainElement(find(is) as HTMLElement);
      await waitFor(() =>
        expect(find(is)?.contains(document.activeElement) || document.activeElement === prompt()).toBe(true),
      );
      onDismiss.mockClear();
      await userEvent.keyboard("{Escape>4}{/Escape}");
      await waitFor(() => expect(find(is)).toBeUndefined());
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
      expect(onDismiss.mock.calls.flat()).toEqual([]);
      await userEvent.keyboard("{Escape}");
      expect(onDismiss.mock.calls.flat()).toEqual(
        [
          ...["window, capture", "document, capture", "element, capture", "element, bubble"],
          ...["React", "document, bubble", "window, bubble"],
        ]
          .map((place) => `Escape, ${place}`)
          .concat(
            [
              "window, capture",
              "document, capture",
              "element, capture",
              "element, bubble",
              "document, bubble",
              "window, bubble",
            ].map((place) => `Escape up, ${place}`),
          ),
      );
    });

    it("stays open while the pointer uses it", async () => {
      const { onDismiss, dialog } = await renderInDialog();
      await open();
      await waitFor(() => expect(target()).toBeVisible());
      onDismiss.mockClear();
      await userEvent.click(target() as Element);
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
      expect(onDismiss.mock.calls.flat()).toEqual([]);
    });
  });
});
