import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { userEvent } from "vitest/browser";
import { findAll } from "./findAll.js";

/** What the panel opens. */
export interface Opened {
  /** Its element while it is open. */
  is: string;
  /** Opens it by pointer, and types where it wants a text. */
  open: () => Promise<unknown>;
  /** The control that has focus before keys open it. */
  opener: () => HTMLElement;
  /** The keys that open it from there. */
  keys: string;
  /** Where the pointer uses it: a row that is chosen, or the button that closes it. */
  target: () => Element | undefined;
  /** Does the same by keys; without it Escape is all it takes. */
  choose?: () => Promise<unknown>;
  /** What the panel shows after that. */
  chosen: () => void;
}

const prompt = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
const holdsVariable = () => expect(prompt().value).toContain("{{trigger.output.style}}");
const button = (name: string | RegExp) => screen.getByRole("button", { name });

const select = (name: string, row: number, words: string): Opened => {
  const opener = () => screen.getByRole("combobox", { name });
  const target = () => findAll("[role=option]")[row];
  return {
    is: '[data-imagenode-part="catalog-select-content"]',
    open: () => userEvent.click(opener()),
    opener,
    keys: "{Enter}",
    target,
    choose: async () => {
      await userEvent.keyboard("{End}");
      await waitFor(() => expect(target()).toHaveFocus());
      await userEvent.keyboard("{Enter}");
    },
    chosen: () => expect(opener()).toHaveTextContent(words),
  };
};

const dialog = (part: string, name: string | RegExp): Opened => ({
  is: `[data-imagenode-part="${part}"]`,
  open: () => userEvent.click(button(name)),
  opener: () => button(name),
  keys: "{Enter}",
  target: () => findAll('[data-imagenode-part="preview-dialog-close"]')[0],
  chosen: () => expect(findAll(`[data-imagenode-part="${part}"]`)).toEqual([]),
});

const leaf = () => findAll("[role=treeitem]:not([aria-expanded])")[0];

/** Each of what the panel opens, beside the words for it. */
export const OPENED: Record<string, Opened> = {
  "the list of a select": select("Style", 9, "Cinematic"),
  "the list of models": select("Image model", 2, "Acme Painter"),
  "the list of variables": {
    is: '[data-imagenode-part="prompt-editor-suggestions"][data-open]',
    open: async () => {
      await userEvent.click(prompt());
      await userEvent.keyboard("{Control>}{End}{/Control} {{{{sty");
    },
    opener: prompt,
    keys: "{Control>}{End}{/Control} {{{{sty",
    target: () => findAll('[data-imagenode-part="prompt-editor-suggestion"]')[0],
    choose: () => userEvent.keyboard("{ArrowDown}{ArrowUp}{Enter}"),
    chosen: holdsVariable,
  },
  "the tree of variables": {
    is: '[data-imagenode-part="prompt-editor-browser"]',
    open: async () => {
      await userEvent.click(button("Variables"));
      await screen.findByRole("tree");
      await userEvent.keyboard("style");
      await waitFor(() => expect(leaf()).toBeVisible());
    },
    opener: () => button("Variables"),
    keys: "{Enter}",
    target: leaf,
    choose: () => userEvent.keyboard("style{ArrowDown}{Enter}"),
    chosen: holdsVariable,
  },
  "the enlarged image": dialog("preview-zoom", "Enlarge the picture"),
  "the comparison": dialog("preview-compare-dialog", /compare/i),
};
