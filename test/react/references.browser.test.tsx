import { render, screen, waitFor } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import "image-generation-node/styles.css";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { byGesture } from "../byGesture.js";
import { cat } from "./formControls.js";
import { createPictureClient, names, photo, pngOf } from "./referenceSamples.js";
import { Node } from "./renderNode.js";

const A = { attachmentId: "att_a", label: "Mug" };
const B = { attachmentId: "att_b", label: "Logo" };
const C = { attachmentId: "att_c", label: "Room" };

async function renderPanel(references: readonly object[] = []) {
  const fake = createPictureClient();
  function Host() {
    const [config, setConfig] = useState(() => cat({ references }));
    return (
      <Node fake={fake} variables={[photo]}>
        <div style={{ inlineSize: 420 }}>
          <ImageNodePanel value={config} onValueChange={setConfig} />
        </div>
      </Node>
    );
  }
  render(<Host />);
  await screen.findByText("Reference images");
  return fake;
}

const itemOf = (label: string) => {
  const item = screen
    .getByText(label, { selector: '[data-imagenode-part="references-label"]' })
    .closest("li");
  if (!item) throw new Error(`There is no ${label}.`);
  return item;
};

describe("reference images by real input", () => {
  it("are put in order by the events of a drag", async () => {
    await renderPanel([A, B, C]);
    const dataTransfer = new DataTransfer();
    const send = (type: string, item: HTMLElement) =>
      item.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    send("dragstart", itemOf("Mug"));
    // What is not prevented can't be dropped on.
    expect(send("dragover", itemOf("Room"))).toBe(false);
    send("drop", itemOf("Room"));
    await waitFor(() => expect(names()).toEqual(["Logo", "Room", "Mug"]));
  });

  it("are put in order and removed by keys, and the focus stays", async () => {
    await renderPanel([A, B]);
    screen.getByRole("button", { name: "Move Logo up" }).focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(names()).toEqual(["Logo", "Mug"]));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Move Logo down" }));
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await waitFor(() => expect(names()).toEqual(["Mug"]));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Remove Mug" }));
  });

  it("are chosen from the person's files", async () => {
    const { uploads } = await renderPanel();
    const input = document.querySelector('input[type="file"]');
    if (!input) throw new Error("There is no picker.");
    await userEvent.upload(input, pngOf("mug.png"));
    await waitFor(() => expect(uploads).toHaveLength(1));
    uploads[0]?.keep("att_mug");
    await waitFor(() => expect(names()).toEqual(["mug.png"]));
  });

  it("are pasted into the panel", async () => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 8;
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!picture) throw new Error("Nothing was drawn.");
    const { uploads } = await renderPanel();
    await byGesture(() => navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]));
    screen.getByRole("button", { name: "Upload" }).focus();
    await userEvent.keyboard("{ControlOrMeta>}v{/ControlOrMeta}");
    await waitFor(() => expect(uploads).toHaveLength(1));
    expect(uploads[0]?.file.type).toBe("image/png");
  });

  it("are taken where they are dropped", async () => {
    const { uploads } = await renderPanel();
    const root = document.querySelector('[data-imagenode-part="references-root"]');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(pngOf("mug.png"));
    for (const type of ["dragenter", "dragover", "drop"])
      root?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    await waitFor(() => expect(uploads).toHaveLength(1));
  });
});
