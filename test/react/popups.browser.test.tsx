import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { act, render, screen, waitFor } from "@testing-library/react";
import { ImageNodePanel, Preview, StyleSelect } from "image-generation-node";
import { createImageNodeConfig, STYLES } from "image-generation-node/contract";
import { StrictMode, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { HostDialog } from "./HostDialog.js";
import { PLACES } from "./PLACES.js";
import { pictureOf } from "./pictureOf.js";
import { Node } from "./renderNode.js";

const config = createImageNodeConfig({ prompt: { template: "A lamp" } });

/** Checks that an element can be seen and pressed where it stands. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  // Radix takes the pointer from the page, and a hit would go through what hides the list.
  const { style } = element.ownerDocument.body;
  const before = style.pointerEvents;
  style.pointerEvents = "auto";
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  style.pointerEvents = before;
  return width > 0 && hit !== null && element.contains(hit);
}

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

/** Everything in the page, its shadow roots and its frames. */
function findAll(selector: string): HTMLElement[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLIFrameElement && element.contentDocument)
        roots.push(element.contentDocument);
    }
  }
  return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
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
  const history = ["gen_2", "gen_1"].map((id) => ({ generation: pictureOf(id) }));
  function App() {
    const [open, setOpen] = useState(false);
    return (
      <Node>
        <button onClick={() => setOpen(true)}>Edit</button>
        {open && (
          <HostDialog onDismiss={onDismiss}>
            <ImageNodePanel defaultValue={config} />
            <Preview.Root generation={history[0]?.generation} history={history}>
              <Preview.Frame>
                <Preview.Image />
                <Preview.ZoomTrigger />
              </Preview.Frame>
              <Preview.CompareTrigger />
              <Preview.Zoom />
              <Preview.CompareDialog />
            </Preview.Root>
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
/** What opens: how, what it is then, and where its pointer goes. */
const OPENED: Record<string, { open: () => Promise<unknown>; is: string; press: () => Element | undefined }> =
  {
    "the list of a select": {
      open: () => userEvent.click(screen.getByRole("combobox", { name: "Style" })),
      is: '[data-imagenode-part="catalog-select-content"]',
      press: () => option("SketchPencil on paper") ?? findAll("[role=option]")[5],
    },
    "the list of variables": {
      open: async () => {
        prompt().focus();
        await userEvent.keyboard("{{{{");
      },
      is: '[data-imagenode-part="prompt-editor-suggestions"][data-open]',
      press: () => find('[data-imagenode-part="prompt-editor-suggestion"]'),
    },
    "the tree of variables": {
      open: () => userEvent.click(screen.getByRole("button", { name: "Variables" })),
      is: '[data-imagenode-part="prompt-editor-browser"]',
      press: () => findAll('[data-imagenode-part="prompt-editor-browser-item"]').at(-1),
    },
    "the enlarged image": {
      open: () => userEvent.click(screen.getByRole("button", { name: "Enlarge the picture" })),
      is: '[data-imagenode-part="preview-zoom"]',
      press: () => find('[data-imagenode-part="preview-dialog-close"]'),
    },
    "the comparison": {
      open: () => userEvent.click(screen.getByRole("button", { name: /compare/i })),
      is: '[data-imagenode-part="preview-compare-dialog"]',
      press: () => find('[data-imagenode-part="preview-dialog-close"]'),
    },
  };

describe("a host's dialog", () => {
  describe.each(Object.entries(OPENED))("around %s", (_name, { open, is, press }) => {
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
      await waitFor(() => expect(press()).toBeVisible());
      onDismiss.mockClear();
      await userEvent.click(press() as Element);
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
      expect(onDismiss.mock.calls.flat()).toEqual([]);
    });
  });
});
