import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { cat } from "./formControls.js";
import { renderPanel } from "./renderNode.js";

const description = () => document.querySelector('[data-imagenode-part="mode-switch-description"]');

describe("a panel for somebody who sees it for the first time", () => {
  it("says that there is no text yet, where its preview would be an empty bar", async () => {
    renderPanel(cat({ prompt: { template: "" } }));
    await userEvent.click(screen.getByRole("button", { name: "Preview text" }));
    expect(await screen.findByText("The text is empty so far.")).toBeVisible();
  });

  it("says where a text is kept that was written by hand, as soon as it is out of sight", async () => {
    renderPanel(cat());
    expect(description()).not.toHaveTextContent("kept under Manual");
    await userEvent.click(screen.getByRole("tab", { name: "Prompt AI" }));
    expect(description()).toHaveTextContent("The text that you wrote by hand is kept under Manual.");
  });

  it("says of what a number below the prompt counts", () => {
    renderPanel(cat());
    expect(within(screen.getByRole("group")).getByText("5 characters")).toBeVisible();
  });

  it("shows no badge on a shape that the model makes as it is", async () => {
    renderPanel(cat());
    const list = screen.getByRole("combobox", { name: "Aspect ratio" });
    expect(list).toHaveTextContent("Square 1:1");
    expect(screen.queryByText("exact")).toBeNull();
  });
});
