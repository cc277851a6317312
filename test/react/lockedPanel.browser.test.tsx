import "image-generation-node/styles.css";
import { screen } from "@testing-library/react";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { cat } from "./formControls.js";
import { renderPanel } from "./renderNode.js";
import { offer, renderSettings } from "./settingSamples.js";

const CONTROLS = [
  "prompt-editor-frame",
  "prompt-editor-input",
  "catalog-select-trigger",
  "mode-switch-trigger",
  "setting-input",
  "setting-choice",
  "setting-switch",
];
const SUNKEN = ["prompt-editor-frame", "catalog-select-trigger", "setting-input"];

const allOf = (part: string) => [
  ...document.querySelectorAll<HTMLElement>(`[data-imagenode-part="${part}"]`),
];

/** Ground that a locked control has: that of an element with the property as its background. */
function groundOf(property: string): string {
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.background = `var(${property})`;
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor;
}

describe.each([
  ["read-only", { readOnly: true }, "Read only", "Nur zum Lesen"],
  ["disabled", { disabled: true }, "Disabled", "Gesperrt"],
] as const)("a %s panel", (_, props, word, german) => {
  it("says so once, in its header and in its name", async () => {
    await renderSettings({ steps: 7 }, offer(), props);
    expect(screen.getAllByText(word)).toHaveLength(1);
    expect(screen.getByRole("group", { name: `Image Generation, ${word}` })).toBeVisible();
  });

  it("says so in German", async () => {
    renderPanel(cat(), { ...props, messages: de });
    expect(await screen.findByText(german)).toBeVisible();
  });

  it("has controls that look it: sunken, without a grip, and in full colour to be read", async () => {
    await renderSettings({ steps: 7 }, offer(), props);
    const sunken = groundOf("--imagenode-sunken");
    for (const part of CONTROLS) {
      expect(allOf(part).length, part).toBeGreaterThan(0);
      for (const control of allOf(part)) {
        const { opacity, resize, backgroundColor } = getComputedStyle(control);
        expect({ part, opacity }).toEqual({ part, opacity: "1" });
        expect({ part, resize }).toEqual({ part, resize: "none" });
        if (SUNKEN.includes(part))
          expect({ part, backgroundColor }).toEqual({ part, backgroundColor: sunken });
      }
    }
  });
});

describe("a panel that can be changed", () => {
  it("says nothing, and its prompt has a grip", async () => {
    await renderSettings({ steps: 7 });
    expect(screen.queryByText(/^(Read only|Disabled)$/)).toBeNull();
    const [input] = allOf("prompt-editor-input");
    expect(input && getComputedStyle(input).resize).toBe("vertical");
  });
});
