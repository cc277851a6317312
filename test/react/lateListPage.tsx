import { render } from "@testing-library/react";
import { StyleSelect } from "image-generation-node";
import type { ComponentProps } from "react";
import { vi } from "vitest";

export type RootProps = ComponentProps<typeof StyleSelect.Root>;

/** A select in a host's form. */
export const page = (props: RootProps = {}) => (
  <form aria-label="Host">
    <button type="button">Before</button>
    <StyleSelect.Root {...props}>
      <StyleSelect.Label />
      <StyleSelect.Trigger>
        <StyleSelect.Value />
      </StyleSelect.Trigger>
      <StyleSelect.Portal>
        <StyleSelect.Content />
      </StyleSelect.Portal>
    </StyleSelect.Root>
    <button type="reset">Reset</button>
  </form>
);

export function show(props: RootProps = {}) {
  const onValueChange = vi.fn();
  const onOpenChange = vi.fn();
  const shown = render(page({ onValueChange, onOpenChange, ...props }));
  const trigger = shown.getByRole("combobox", { name: "Style" });
  const form = shown.getByRole("form") as HTMLFormElement;
  return { ...shown, trigger, form, onValueChange, onOpenChange };
}

export const list = () => document.querySelector<HTMLElement>("[role=listbox]");
export const option = (name: string) =>
  [...document.querySelectorAll("[role=option]")].find(({ textContent }) => textContent.startsWith(name));
