import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderPanel } from "./renderNode.js";
import { variables } from "./samples.js";
import { cat, generate, prompt, type } from "./formControls.js";

describe("the modes", () => {
  it("keeps each text with its mode and names the fields", async () => {
    const { onValueChange } = renderPanel(cat());
    expect(screen.queryByRole("combobox", { name: "Prompt model" })).toBeNull();
    await userEvent.click(screen.getByRole("tab", { name: "Prompt AI" }));
    type(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Instructions" }), "For a blog");
    expect(screen.getByRole("combobox", { name: "Prompt model" })).toBeVisible();
    await userEvent.click(screen.getByRole("tab", { name: "Manual" }));
    expect(prompt().value).toBe("A cat");
    expect(onValueChange.mock.lastCall?.[0].prompt).toEqual({
      mode: "manual",
      template: "A cat",
      instructions: "For a blog",
    });
  });

  it("says in Auto what is sent and what is held back", async () => {
    renderPanel(cat({ prompt: { mode: "auto" } }), {
      variables: [...variables, { slug: "secrets", label: "Vault", sensitive: true, sample: {} }],
    });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(
      screen.getByText(/outputs of New product and Describe product\. Vault is marked as sensitive/),
    ).toBeVisible();
  });

  it("says in Auto that there is nothing before, and sends nothing", async () => {
    const { fake } = renderPanel(cat({ prompt: { mode: "auto" } }), { variables: [] });
    expect(screen.getByText("Nothing to write from")).toBeVisible();
    await userEvent.click(generate());
    expect(
      await screen.findByText("There is no node before this one. Connect one, or choose Manual."),
    ).toBeVisible();
    expect(fake.runs).toHaveLength(0);
  });
});
