import "@testing-library/jest-dom/vitest";
import { act, fireEvent, render } from "@testing-library/react";
import { StyleSelect } from "image-generation-node";
import { StrictMode } from "react";
import type { ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { late } from "./lateListCode.js";
import { list, option, page, show } from "./lateListPage.js";
import type { RootProps } from "./lateListPage.js";

vi.mock("../../src/react/catalog-select/listCode.js", async () => ({
  listCode: (await import("./lateListCode.js")).listCode,
}));

beforeEach(() => late.renew());

describe("a list that is open from the beginning", () => {
  it.each([{ open: true }, { defaultOpen: true }])("comes with its code: %o", async (props) => {
    const { trigger } = show(props);
    expect(trigger).toHaveAttribute("aria-expanded", "true");
    expect(trigger).toHaveAttribute("data-state", "open");
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(trigger).toHaveAttribute("aria-controls", list()?.id);
  });

  it("stands without a portal too", async () => {
    render(
      <StyleSelect.Root open>
        <StyleSelect.Trigger aria-label="Style" />
        <StyleSelect.Content />
      </StyleSelect.Root>,
    );
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
  });

  it("belongs to the trigger that took the place of another", async () => {
    const inPlace = (key: string) => (
      <StyleSelect.Root defaultOpen>
        <StyleSelect.Trigger key={key} aria-label={key} />
        <StyleSelect.Portal>
          <StyleSelect.Content />
        </StyleSelect.Portal>
      </StyleSelect.Root>
    );
    const { rerender, getByLabelText } = render(inPlace("first"));
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    rerender(inPlace("second"));
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement).toBe(getByLabelText("second"));
    await userEvent.keyboard("{Enter}");
    await expect.poll(list).not.toBeNull();
  });
});

describe("a native form", () => {
  const styles = (form: HTMLFormElement) => new FormData(form).getAll("style");

  it("has the value before the code is there, and never twice", async () => {
    const { form, trigger, container } = show({ name: "style", defaultValue: "sketch" });
    expect(styles(form)).toEqual(["sketch"]);
    await late.arrive();
    expect(styles(form)).toEqual(["sketch"]);
    expect(container.querySelector("select")).toHaveValue("sketch");
    await userEvent.click(trigger);
    await userEvent.click(option("Watercolor") as Element);
    await expect.poll(() => styles(form)).toEqual(["watercolor"]);
  });

  it("has a value that the list does not know", async () => {
    const { form } = show({ name: "style", value: "none-of-these", options: [] } as RootProps);
    expect(styles(form)).toEqual(["none-of-these"]);
    await late.arrive();
    expect(styles(form)).toEqual(["none-of-these"]);
  });

  it("gets nothing of a disabled select", async () => {
    const { form } = show({ name: "style", disabled: true });
    expect(styles(form)).toEqual([]);
    await late.arrive();
    expect(styles(form)).toEqual([]);
  });

  it("chooses again what was chosen at first when it is reset, before the code is there and after", async () => {
    const { getByRole, trigger, onValueChange } = show({ defaultValue: "sketch" });
    const reset = getByRole("button", { name: "Reset" });
    fireEvent.click(reset);
    expect(onValueChange).not.toHaveBeenCalled();
    trigger.focus();
    await userEvent.keyboard("w");
    await late.arrive();
    await expect.poll(() => trigger.textContent).toContain("Watercolor");
    fireEvent.click(reset);
    await expect.poll(() => trigger.textContent).toContain("Sketch");
    expect(onValueChange.mock.calls).toEqual([["watercolor"], ["sketch"]]);
  });

  it("is reset while the code is missing", async () => {
    const onValueChange = vi.fn();
    const { getByRole, rerender } = render(page({ value: "sketch", onValueChange }));
    rerender(page({ value: "watercolor", onValueChange }));
    fireEvent.click(getByRole("button", { name: "Reset" }));
    expect(onValueChange.mock.calls).toEqual([["sketch"]]);
    await late.arrive();
    getByRole("combobox", { name: "Style" }).focus();
    fireEvent.click(getByRole("button", { name: "Reset" }));
    expect(onValueChange.mock.calls).toEqual([["sketch"], ["sketch"]]);
  });
});

describe("a page of a server", () => {
  const opened: (() => void)[] = [];
  afterEach(() => opened.splice(0).forEach((close) => close()));

  async function wakeUp(html: ReactNode) {
    const container = document.createElement("div");
    container.innerHTML = renderToString(html);
    document.body.append(container);
    const trigger = container.querySelector("[role=combobox]") as HTMLElement;
    const root = await act(async () => hydrateRoot(container, html));
    opened.push(() => {
      act(() => root.unmount());
      container.remove();
    });
    return { container, trigger };
  }

  it("has the trigger, and the value of a form", () => {
    const html = renderToString(page({ name: "style", defaultValue: "sketch" }));
    expect(html).toMatch(
      /<button type="button" role="combobox" aria-expanded="false" aria-autocomplete="none" dir="ltr" data-state="closed" /,
    );
    expect(html).toContain('<input type="hidden" name="style" value="sketch"/>');
    expect(renderToString(page())).not.toContain("<input");
  });

  it.each([
    ["the code is there", true],
    ["the code is late", false],
  ])("is taken over without a warning when %s", async (_name, early) => {
    if (early) {
      const loading = late.loader?.load();
      await late.arrive();
      await loading;
    }
    const { container, trigger } = await wakeUp(<StrictMode>{page({ name: "style" })}</StrictMode>);
    await userEvent.click(trigger);
    if (!early) await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
    expect(container.querySelector("[role=combobox]")).toBe(trigger);
    expect(trigger).toHaveAttribute("aria-controls", list()?.id);
  });

  it("opens a list that is open from the beginning", async () => {
    const { trigger } = await wakeUp(page({ defaultOpen: true }));
    expect(trigger).toHaveAttribute("aria-expanded", "true");
    await late.arrive();
    await expect.poll(() => document.activeElement).toBe(option("Auto"));
  });
});
