import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderPanel } from "./renderNode.js";
import { cat } from "./formControls.js";

describe("messages", () => {
  it("replaces words key by key", () => {
    renderPanel(cat(), {
      messages: {
        locale: "de",
        words: { "configForm.generate": "Erzeugen", "mode.manual.label": "Von Hand" },
      },
    });
    expect(screen.getByRole("button", { name: "Erzeugen" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Von Hand" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Auto" })).toBeVisible();
  });
});
