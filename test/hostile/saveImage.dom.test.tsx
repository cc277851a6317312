import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeProvider, Preview } from "image-generation-node";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "../react/fakeClient.js";
import { generationOf } from "../react/samples.js";
import { tinyPng } from "../react/tinyPng.js";

/** The buttons of an image whose link answers `body` to a script. */
function renderButtons(body: BodyInit, name: string) {
  const { output } = generationOf();
  const generation = generationOf({ output: { ...output, _metadata: { ...output._metadata, name } } });
  const headers = { "Content-Type": "image/png" };
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(body, { headers }));
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`);
  vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const user = userEvent.setup();
  const copied: ClipboardItem[] = [];
  vi.spyOn(navigator.clipboard, "write").mockImplementation(async (items) => {
    for (const item of items) {
      await item.getType("image/png");
      copied.push(item);
    }
  });
  render(
    <ImageNodeProvider client={createFakeClient().client}>
      <Preview.Root generation={generation}>
        <Preview.Download />
        <Preview.CopyImage />
        <Preview.Feedback />
      </Preview.Root>
    </ImageNodeProvider>,
  );
  const press = (label: string) => user.click(screen.getByRole("button", { name: label }));
  return { press, saved, blobs, copied };
}

const joined = (bytes: Uint8Array, text: string) =>
  Uint8Array.of(...bytes, ...Array.from(text, (letter) => letter.charCodeAt(0)));

const feedback = () => document.querySelector<HTMLElement>('[data-imagenode-part="preview-feedback"]');

describe("the buttons of an image", () => {
  it.each<[string, BodyInit, string]>([
    ["a page", "<!doctype html><script>alert(1)</script>", "setup.exe"],
    ["a program", Uint8Array.of(0x4d, 0x5a, 0x90, 0), "picture.png"],
    ["a shortcut", "[InternetShortcut]\nURL=file:///", "picture.url"],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "picture.svg"],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "picture.jpg"],
    ["a page behind a PNG's signature", joined(tinyPng().slice(0, 8), "<script></script>"), "a.html"],
    ["nothing", "", "picture.png"],
  ])("neither save nor copy %s that calls itself image/png", async (_, body, name) => {
    const { press, saved, copied, blobs } = renderButtons(body, name);
    for (const label of ["Download", "Copy image"]) {
      await press(label);
      await waitFor(() => expect(feedback()).not.toBeNull());
      // The link itself is no way out: it leads to what was refused.
      expect(within(feedback() ?? document.body).queryByRole("link")).toBeNull();
      await press("Dismiss");
    }
    expect([saved, copied, blobs]).toEqual([[], [], []]);
    vi.restoreAllMocks();
  });

  it.each([
    ["setup.exe", "setup.png"],
    ["../../x.png", "x.png"],
    ["gnp\u202Eexe.scr", "gnpexe.png"],
    ["nul.png", "_nul.png"],
    [`${"x".repeat(5_000)}.png`, `${"x".repeat(200)}.png`],
  ])("save a PNG named %j as %j, as image/png", async (name, expected) => {
    const { press, saved, blobs } = renderButtons(joined(tinyPng(), "MZ"), name);
    await press("Download");
    await waitFor(() => expect(saved).toEqual([expected]));
    expect(blobs.map(({ type, size }) => [type, size])).toEqual([["image/png", tinyPng().length]]);
    vi.restoreAllMocks();
  });
});
