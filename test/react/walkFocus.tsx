import { cleanup, render } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import { useState } from "react";
import { expect, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { buttons, cat, nameOf, written } from "./focusScenes.js";
import type { Fake, Scene } from "./focusScenes.js";
import { pictureOf } from "./pictureOf.js";
import { Node } from "./renderNode.js";
import { settle } from "./settle.js";

function Host({ fake, scene }: { fake: Fake; scene: Scene }) {
  const [value, setValue] = useState(scene.config ?? cat);
  const [pinned, setPinned] = useState(scene.pinned ?? null);
  return (
    <Node fake={fake} pinned={pinned} onPinnedChange={setPinned} {...scene.scope}>
      {scene.children ? (
        <div data-imagenode-part="panel">{scene.children()}</div>
      ) : (
        <ImageNodePanel value={value} onValueChange={setValue} />
      )}
    </Node>
  );
}

/** Shows a scene anew, and returns its buttons. */
export async function show(scene: Scene) {
  cleanup();
  const fake = scene.fake?.() ?? createFakeClient();
  fake.client.previewPrompt = () => Promise.resolve(written);
  vi.mocked(navigator.clipboard.writeText).mockResolvedValue();
  render(<Host fake={fake} scene={scene} />);
  await settle();
  await scene.go?.(fake);
  await settle();
  return { fake, all: buttons() };
}

export const whereFocusIs = () => {
  const { activeElement } = document;
  const inside = activeElement?.closest('[data-imagenode-part="panel"], dialog, [popover], [role="listbox"]');
  const isWhole = activeElement?.matches('[data-imagenode-part$="-root"], [data-imagenode-part="panel"]');
  return inside && !isWhole ? "in the panel" : `at <${activeElement?.localName ?? "nothing"}>`;
};

/** Controls of the form that an earlier scene has tried: they do the same in each. */
const tried = new Set<string>();
function isTried(button: HTMLElement) {
  if (!button.closest('[data-imagenode-part="panel-fields"]')) return false;
  const key = `${button.dataset["imagenodePart"]} ${nameOf(button)}`;
  return tried.has(key) || !tried.add(key);
}

/** Keeps presses from leaving the page: downloads, windows, the clipboard. */
export function holdPage() {
  vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  vi.spyOn(navigator.clipboard, "write").mockResolvedValue();
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  // A choice of files would open a window of the browser.
  vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(function (this: HTMLInputElement) {
    if (this.type !== "file") HTMLElement.prototype.click.call(this);
  });
  vi.spyOn(window, "open").mockReturnValue(null);
}

/** Presses each button of a scene, and names those after which the focus is not in the panel. */
export async function walkFocus(scene: Scene): Promise<string[]> {
  const lost: string[] = [];
  const { all } = await show(scene);
  const indices = all.flatMap((button, index) => {
    if (scene.only !== undefined) return button.closest(scene.only) ? [index] : [];
    return isTried(button) ? [] : [index];
  });
  expect(indices.length).toBeGreaterThan(0);
  for (const index of indices) {
    const { fake, all: now } = await show(scene);
    const button = now[index];
    if (!button) continue;
    const name = nameOf(button);
    const runs = fake.runs.length;
    button.focus();
    if (document.activeElement !== button) continue;
    await userEvent.keyboard("{Enter}");
    await settle();
    if (whereFocusIs() !== "in the panel") lost.push(`${name}: ${whereFocusIs()}`);
    if (fake.runs.length === runs) continue;
    fake.run().succeed(pictureOf("gen_9"));
    await settle();
    if (whereFocusIs() !== "in the panel") lost.push(`${name}, once it has run: ${whereFocusIs()}`);
  }
  return lost;
}
