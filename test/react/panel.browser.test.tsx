import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import { AspectRatioSelect, ImageNodeProvider, StyleSelect } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { renderPanel } from "./renderNode.js";

const config = createImageNodeConfig({
  prompt: { template: "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}" },
});
const combobox = (name: string) => screen.getByRole("combobox", { name });

afterEach(() => {
  document.documentElement.removeAttribute("dir");
  document.documentElement.style.colorScheme = "";
});

describe("the selects", () => {
  it("choose with the mouse and show the documented words", async () => {
    const { onValueChange } = renderPanel(config);
    await userEvent.click(combobox("Style"));
    const options = await screen.findAllByRole("option");
    expect(options).toHaveLength(10);
    const watercolor = screen.getByRole("option", { name: "Watercolor" });
    expect(watercolor).toHaveAccessibleDescription("Soft edges, artistic paper texture");
    await userEvent.click(watercolor);
    expect(onValueChange.mock.lastCall?.[0].style).toBe("watercolor");
    await waitFor(() => expect(combobox("Style")).toHaveFocus());
    expect(combobox("Style")).toHaveTextContent("Watercolor");
  });

  it("choose with the keyboard and by typing ahead", async () => {
    const { onValueChange } = renderPanel(config);
    combobox("Aspect ratio").focus();
    await userEvent.keyboard("{Enter}");
    // The list focuses the chosen option once it is placed; a key before that has nowhere to go.
    await waitFor(() => expect(screen.getByRole("option", { name: "Square 1:1" })).toHaveFocus());
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() => expect(screen.getByRole("option", { name: "Landscape 16:9" })).toHaveFocus());
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(onValueChange.mock.lastCall?.[0].aspectRatio).toBe("landscape"));
    await waitFor(() => expect(combobox("Style")).toBeVisible());
    combobox("Style").focus();
    await userEvent.keyboard("oil");
    await waitFor(() => expect(onValueChange.mock.lastCall?.[0].style).toBe("oil_painting"));
  });

  it("say beside a ratio what the model does to it, and go back to the workspace's default model", async () => {
    const { onValueChange } = renderPanel({ ...config, imageModel: "acme/painter" });
    await screen.findByText(/about 0.04/);
    await userEvent.click(combobox("Aspect ratio"));
    const portrait = await screen.findByRole("option", { name: "Portrait 9:16" });
    expect(portrait).toHaveAttribute("aria-disabled", "true");
    expect(portrait).toHaveAccessibleDescription(/Acme Painter can't make this shape\. not possible$/);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    await userEvent.click(combobox("Image model"));
    await userEvent.click((await screen.findAllByRole("option"))[0] as HTMLElement);
    expect(onValueChange.mock.lastCall?.[0].imageModel).toBeNull();
  });

  it("are put into the open dialog around them, and work without provider or form", async () => {
    const onValueChange = vi.fn();
    render(
      <dialog open aria-label="settings">
        <AspectRatioSelect.Root onValueChange={onValueChange}>
          <AspectRatioSelect.Label />
          <AspectRatioSelect.Trigger>
            <AspectRatioSelect.Value />
          </AspectRatioSelect.Trigger>
          <AspectRatioSelect.Portal>
            <AspectRatioSelect.Content>
              <AspectRatioSelect.Item value="portrait">
                <AspectRatioSelect.ItemText />
              </AspectRatioSelect.Item>
            </AspectRatioSelect.Content>
          </AspectRatioSelect.Portal>
        </AspectRatioSelect.Root>
      </dialog>,
    );
    await userEvent.click(combobox("Aspect ratio"));
    const option = await screen.findByRole("option", { name: "Portrait 9:16" });
    expect(option.closest("dialog")).not.toBeNull();
    await userEvent.click(option);
    expect(onValueChange).toHaveBeenCalledWith("portrait");
    expect(combobox("Aspect ratio")).toHaveTextContent("Portrait 9:16");
  });

  it("are put into the provider's container", async () => {
    const container = document.body.appendChild(document.createElement("div"));
    render(
      <ImageNodeProvider client={createFakeClient().client} portalContainer={container}>
        <StyleSelect.Root>
          <StyleSelect.Trigger aria-label="Style" />
          <StyleSelect.Portal>
            <StyleSelect.Content>
              <StyleSelect.Item value="sketch">
                <StyleSelect.ItemText />
              </StyleSelect.Item>
            </StyleSelect.Content>
          </StyleSelect.Portal>
        </StyleSelect.Root>
      </ImageNodeProvider>,
    );
    await userEvent.click(combobox("Style"));
    const option = await within(container).findByRole("option", { name: "Sketch" });
    await waitFor(() => expect(option).toBeVisible());
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    container.remove();
  });

  it("follow the page's direction", async () => {
    document.documentElement.dir = "rtl";
    renderPanel(config);
    expect(screen.getByRole("tablist").closest("[dir]")).toHaveAttribute("dir", "rtl");
    await userEvent.click(combobox("Style"));
    expect(await screen.findByRole("listbox")).toHaveAttribute("dir", "rtl");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
  });
});

describe("the layout", () => {
  it("is one column without sideways scrolling at 320 px, with everything in it", async () => {
    await page.viewport(320, 800);
    const { fake } = renderPanel(config);
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed());
    await screen.findByText("Done");
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const form = screen.getByRole("region", { name: "Configuration" }).getBoundingClientRect();
    const preview = screen.getByRole("region", { name: "Preview" }).getBoundingClientRect();
    expect(preview.top).toBeGreaterThanOrEqual(form.bottom);
  });

  it("is two columns from 760 px of its own width", async () => {
    await page.viewport(1000, 800);
    renderPanel(config);
    const form = screen.getByRole("region", { name: "Configuration" }).getBoundingClientRect();
    const preview = screen.getByRole("region", { name: "Preview" }).getBoundingClientRect();
    expect(preview.left).toBeGreaterThanOrEqual(form.right - 1);
  });

  it("follows the colour scheme around it", () => {
    renderPanel(config);
    const colour = () => getComputedStyle(screen.getByRole("region", { name: "Preview" })).backgroundColor;
    document.documentElement.style.colorScheme = "light";
    const light = colour();
    document.documentElement.style.colorScheme = "dark";
    expect(colour()).not.toBe(light);
  });

  it("follows a host that only sets data-theme", () => {
    renderPanel(config);
    const colour = () => getComputedStyle(screen.getByRole("region", { name: "Preview" })).backgroundColor;
    const before = colour();
    document.documentElement.dataset.theme = "dark";
    expect(colour()).not.toBe(before);
    delete document.documentElement.dataset.theme;
  });
});
