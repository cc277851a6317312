import "@testing-library/jest-dom/vitest";
import { fireEvent, render } from "@testing-library/react";
import { StyleSelect } from "image-generation-node";
import { StrictMode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { late } from "./lateListCode.js";
import { list, option, page, show } from "./lateListPage.js";
import { movePointerAway } from "./movePointerAway.js";

vi.mock("../../src/react/catalog-select/listCode.js", async () => ({
  listCode: (await import("./lateListCode.js")).listCode,
}));

beforeEach(() => late.renew());

/** Attributes of an element by name. */
const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

describe("the trigger, before the list's code is there", () => {
  it("is the very button with the very attributes that it has afterwards, and keeps the focus", async () => {
    const { trigger, getByRole } = show();
    const before = attributesOf(trigger);
    expect(before).toMatchObject({
      type: "button",
      role: "combobox",
      dir: "ltr",
      "aria-expanded": "false",
      "aria-autocomplete": "none",
      "data-state": "closed",
    });
    trigger.focus();
    await late.arrive();
    expect(getByRole("combobox", { name: "Style" })).toBe(trigger);
    expect(trigger).toHaveFocus();
    expect(attributesOf(trigger)).toEqual(before);
    await expect.poll(() => late.fetches).toHaveLength(1);
  });

  it("fetches the code after the first paint, once for all selects", async () => {
    render(
      <>
        {page()}
        {page()}
      </>,
    );
    await expect.poll(() => late.fetches).toHaveLength(1);
  });

  it("keeps a press of the mouse, and opens once when the code comes", async () => {
    const { trigger, onOpenChange } = show();
    await userEvent.click(trigger);
    expect(trigger).toHaveFocus();
    expect(trigger).toHaveAttribute("aria-expanded", "false");
    await late.arrive();
    await expect.poll(list).not.toBeNull();
    expect(trigger).toHaveAttribute("aria-controls", list()?.id);
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(onOpenChange.mock.calls).toEqual([[true]]);
    await userEvent.keyboard("{Escape}");
    await expect.poll(list).toBeNull();
    expect(trigger).toHaveFocus();
  });

  it("keeps a tap, and a click on the label", async () => {
    for (const press of [
      (trigger: HTMLElement) => {
        fireEvent.pointerDown(trigger, { pointerType: "touch", button: 0 });
        fireEvent.click(trigger);
      },
      () => fireEvent.click(document.querySelector("label") as Element),
    ]) {
      late.renew();
      const { trigger, unmount } = show();
      press(trigger);
      expect(list()).toBeNull();
      await late.arrive();
      await expect.poll(list).not.toBeNull();
      unmount();
    }
  });

  it.each(["{Enter}", " ", "{ArrowDown}", "{ArrowUp}"])("keeps the key %s", async (key) => {
    const { trigger, onOpenChange, onValueChange } = show();
    trigger.focus();
    await userEvent.keyboard(key);
    expect(list()).toBeNull();
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(onOpenChange.mock.calls).toEqual([[true]]);
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it.each([
    ["w", [["watercolor"]]],
    ["wa", [["watercolor"]]],
    ["p", [["photorealistic"]]],
    ["aa", [["anime"], ["auto"]]],
    ["xw", []],
  ])("keeps the letters %s, which choose from the closed list", async (letters, chosen) => {
    const { trigger, onValueChange } = show();
    trigger.focus();
    await userEvent.keyboard(letters);
    expect(onValueChange).not.toHaveBeenCalled();
    await late.arrive();
    await expect.poll(() => onValueChange.mock.calls).toEqual(chosen);
    expect(list()).toBeNull();
    expect(trigger).toHaveFocus();
  });

  it("chooses by letters as it does afterwards", async () => {
    const { trigger, onValueChange } = show();
    await late.arrive();
    trigger.focus();
    await userEvent.keyboard("aa");
    await expect.poll(() => onValueChange.mock.calls).toEqual([["anime"], ["auto"]]);
  });

  it.each([
    ["w{ArrowDown}", "Watercolor", [["watercolor"]]],
    ["x{ArrowDown}", "Auto", []],
  ])("chooses by letters and then opens: %s", async (keys, focused, chosen) => {
    const { trigger, onValueChange } = show();
    trigger.focus();
    await userEvent.keyboard(keys);
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option(focused));
    expect(onValueChange.mock.calls).toEqual(chosen);
  });

  it.each([
    ["the focus left", () => document.querySelector<HTMLElement>("form button")?.focus()],
    ["Escape was pressed", () => userEvent.keyboard("{Escape}")],
  ])("forgets the press after %s", async (_name, leave) => {
    const { trigger, onOpenChange } = show();
    await userEvent.click(trigger);
    await leave();
    const focused = document.activeElement;
    await late.arrive();
    expect(onOpenChange).not.toHaveBeenCalled();
    expect(list()).toBeNull();
    expect(document.activeElement).toBe(focused);
  });

  it("opens nothing that was disabled meanwhile", async () => {
    const { trigger, rerender, onOpenChange } = show();
    await userEvent.click(trigger);
    rerender(page({ disabled: true, onOpenChange }));
    await late.arrive();
    expect(onOpenChange).not.toHaveBeenCalled();
    rerender(page({ onOpenChange }));
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  it("leaves a press alone that the host prevented", async () => {
    const onOpenChange = vi.fn();
    const { getByRole } = render(
      <StyleSelect.Root onOpenChange={onOpenChange}>
        <StyleSelect.Trigger
          aria-label="Style"
          onPointerDown={(event) => event.preventDefault()}
          onClick={(event) => event.preventDefault()}
        />
        <StyleSelect.Portal>
          <StyleSelect.Content />
        </StyleSelect.Portal>
      </StyleSelect.Root>,
    );
    await userEvent.click(getByRole("combobox"));
    await late.arrive();
    await userEvent.click(getByRole("combobox"));
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  it("is the host's own element with asChild, by which Radix opens too", async () => {
    const { getByRole } = render(
      <StyleSelect.Root>
        <StyleSelect.Trigger asChild>
          <button className="mine">Choose</button>
        </StyleSelect.Trigger>
        <StyleSelect.Portal>
          <StyleSelect.Content />
        </StyleSelect.Portal>
      </StyleSelect.Root>,
    );
    const trigger = getByRole("combobox");
    expect(trigger).toHaveTextContent("Choose");
    await userEvent.click(trigger);
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(trigger).toHaveClass("mine");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement).toBe(trigger);
    await userEvent.click(trigger);
    await expect.poll(list).not.toBeNull();
  });

  it("opens once in StrictMode", async () => {
    const onOpenChange = vi.fn();
    const { getByRole } = render(<StrictMode>{page({ onOpenChange })}</StrictMode>);
    await userEvent.click(getByRole("combobox", { name: "Style" }));
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(onOpenChange.mock.calls).toEqual([[true]]);
    await userEvent.keyboard("{Escape}");
    await expect.poll(list).toBeNull();
    await userEvent.keyboard("w");
    await expect.poll(() => getByRole("combobox", { name: "Style" }).textContent).toContain("Watercolor");
  });
});

describe("a fetch that failed", () => {
  it("is tried again when somebody comes near, and by a press", async () => {
    await movePointerAway();
    const { trigger, getByRole } = show();
    await late.fail();
    await expect.poll(() => late.fetches).toHaveLength(1);
    await userEvent.hover(trigger);
    expect(late.fetches).toHaveLength(2);
    await late.fail();
    await userEvent.click(trigger);
    await late.fail();
    expect(trigger).toHaveFocus();
    const tried = late.fetches.length;
    expect(tried).toBeGreaterThan(2);
    await userEvent.keyboard("{Enter}");
    expect(late.fetches).toHaveLength(tried + 1);
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(getByRole("combobox", { hidden: true, name: "Style" })).toBe(trigger);
  });

  it("drops the press that it was for: a list must not open by itself later", async () => {
    const { trigger, onOpenChange } = show();
    await userEvent.click(trigger);
    await late.fail();
    fireEvent.pointerEnter(trigger);
    await late.arrive();
    expect(onOpenChange).not.toHaveBeenCalled();
  });
});
