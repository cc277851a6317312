import "image-generation-node/styles.css";
import { screen } from "@testing-library/react";
import { createImageNodeConfig } from "image-generation-node/contract";
import { afterEach, expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { renderPanel } from "./renderNode.js";

const emulate = (features: readonly { name: string; value: string }[]) =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send(
    "Emulation.setEmulatedMedia",
    { features },
  );
afterEach(() => emulate([]));

/** Colour of the system, as the page computes it. */
function systemColour(name: string) {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

it("underline variables without a break, and draw what has focus in Highlight", async () => {
  await emulate([{ name: "forced-colors", value: "active" }]);
  renderPanel(
    createImageNodeConfig({ prompt: { template: "A {{trigger.output.style}} and {{nobody.output}}" } }),
  );
  const marks = () => [...document.querySelectorAll('[data-imagenode-part="prompt-editor-mark"]')];
  await expect
    .poll(() => marks().map((mark) => mark.getAttribute("data-state")))
    .toEqual(["known", "unknown"]);
  const looks = marks().map((mark) => getComputedStyle(mark));
  expect(looks.map(({ textDecorationLine }) => textDecorationLine)).toEqual(["underline", "underline"]);
  expect(looks.map(({ textDecorationStyle }) => textDecorationStyle)).toEqual(["solid", "wavy"]);
  expect(looks.map(({ outlineStyle, boxShadow }) => `${outlineStyle} ${boxShadow}`)).toEqual([
    "none none",
    "none none",
  ]);
  expect(looks[0]?.textDecorationColor).toBe(systemColour("Highlight"));

  const outline = (element: Element | null | undefined) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element ?? document.body);
    return `${outlineWidth} ${outlineStyle} ${outlineColor}`;
  };
  const drawn = `2px solid ${systemColour("Highlight")}`;
  const prompt = screen.getByRole("textbox", { name: "Prompt" });
  await userEvent.click(prompt);
  expect(outline(prompt.closest('[data-imagenode-part="prompt-editor-frame"]'))).toBe(drawn);
  expect(getComputedStyle(prompt).outlineStyle).toBe("none");
  for (const name of ["Style", "Image model", "Aspect ratio"]) {
    const select = screen.getByRole("combobox", { name });
    select.focus();
    await userEvent.keyboard("{Shift}");
    expect(outline(select), name).toBe(drawn);
  }
});
