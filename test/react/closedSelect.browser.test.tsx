import "@testing-library/jest-dom/vitest";
import { render } from "@testing-library/react";
import { StyleSelect } from "image-generation-node";
import { STYLES } from "image-generation-node/contract";
import { userEvent } from "vitest/browser";
import { expect, it, vi } from "vitest";

const inSelect = (props: { name?: string; onValueChange?: (style: string) => void }) => (
  <form aria-label="Host">
    <button type="button">Before</button>
    <StyleSelect.Root {...props}>
      <StyleSelect.Label />
      <StyleSelect.Trigger>
        <StyleSelect.Value />
      </StyleSelect.Trigger>
      <StyleSelect.Portal>
        <StyleSelect.Content>
          <Items />
        </StyleSelect.Content>
      </StyleSelect.Portal>
    </StyleSelect.Root>
  </form>
);

const rendered = vi.fn();

function Items() {
  rendered();
  return STYLES.map((style) => (
    <StyleSelect.Item key={style} value={style}>
      <StyleSelect.ItemText />
    </StyleSelect.Item>
  ));
}

it("renders no option of a list that nobody came near", () => {
  rendered.mockClear();
  const { getByRole } = render(inSelect({}));
  expect(getByRole("combobox", { name: "Style" })).toHaveTextContent("Auto");
  expect(rendered).not.toHaveBeenCalled();
});

it("chooses by typing on the closed trigger right after the focus came", async () => {
  const onValueChange = vi.fn();
  const { getByRole } = render(inSelect({ onValueChange }));
  getByRole("button", { name: "Before" }).focus();
  await userEvent.keyboard("{Tab}w");
  await expect.poll(() => onValueChange.mock.lastCall).toEqual(["watercolor"]);
  expect(document.querySelector("[role=listbox]")).toBeNull();
});

it("opens on the first click, with the chosen option in it", async () => {
  const { getByRole } = render(inSelect({}));
  getByRole("combobox", { name: "Style" }).click();
  await expect.poll(() => document.querySelectorAll("[role=option]").length).toBeGreaterThan(5);
  expect(document.querySelector("[role=option][data-state=checked]")).toHaveTextContent("Auto");
  await userEvent.keyboard("{Escape}");
});

it("gives a native form its value before anybody comes near", async () => {
  const { getByRole } = render(inSelect({ name: "style" }));
  const form = getByRole("form") as HTMLFormElement;
  await expect.poll(() => new FormData(form).get("style")).toBe("auto");
});
