import { act, createEvent, fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeError } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { button, names, offerPictures, pngOf, renderReferences, status } from "./referenceSamples.js";

const uploading = () => [
  ...document.querySelectorAll<HTMLElement>('[data-imagenode-part="references-upload"]'),
];
const picker = () => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("There is no picker.");
  return input;
};

describe("uploads", () => {
  it("are sent one after the other, in the order of choice, and named by their file", async () => {
    const { uploads, saved } = await renderReferences([]);
    await userEvent.upload(picker(), [pngOf("mug.png"), pngOf("logo.png")]);
    expect(status()).toBe("mug.png is being uploaded.");
    expect(uploading().map((row) => row.dataset.status)).toEqual(["uploading", "waiting"]);
    expect(uploads).toHaveLength(1);
    act(() => uploads[0]?.keep("att_mug"));
    await waitFor(() => expect(uploads).toHaveLength(2));
    expect(status()).toBe("mug.png was added as picture 1.");
    act(() => uploads[1]?.keep("att_logo"));
    await waitFor(() =>
      expect(saved()).toEqual([
        { attachmentId: "att_mug", label: "mug.png" },
        { attachmentId: "att_logo", label: "logo.png" },
      ]),
    );
    expect(uploading()).toHaveLength(0);
    expect(uploads[0]?.options.idempotencyKey).not.toBe(uploads[1]?.options.idempotencyKey);
  });

  it("show the picture by the link that came with it", async () => {
    const { uploads, fake } = await renderReferences([]);
    await userEvent.upload(picker(), pngOf("mug.png"));
    act(() => uploads[0]?.keep("att_mug"));
    await waitFor(() => expect(names()).toEqual(["mug.png"]));
    expect(document.querySelector('[data-imagenode-part="references-item"] img')).toHaveAttribute(
      "src",
      "https://pictures.example/att_mug.png",
    );
    expect(fake.calls.refreshUrl).toBe(0);
  });

  it("say when the connection was lost and is tried again", async () => {
    const { uploads } = await renderReferences([]);
    await userEvent.upload(picker(), pngOf("mug.png"));
    expect(uploading()[0]).toHaveTextContent("Uploading …");
    act(() => uploads[0]?.options.onProgress?.({ attempt: 2, sentBytes: 0, totalBytes: 5 }));
    expect(uploading()[0]).toHaveTextContent("Connection lost. Trying again …");
  });

  it("fail in words at the picture, and are retried under the same key", async () => {
    const { uploads, saved } = await renderReferences([]);
    await userEvent.upload(picker(), [pngOf("mug.png"), pngOf("logo.png")]);
    act(() => uploads[0]?.fail());
    await waitFor(() => expect(uploading()[0]).toHaveAttribute("data-status", "failed"));
    const words = "The connection was lost. Try again: nothing is saved twice.";
    expect(uploading()[0]).toHaveTextContent(words);
    expect(status()).toBe(`mug.png could not be uploaded. ${words}`);
    act(() => uploads[1]?.keep("att_logo"));
    await waitFor(() => expect(names()).toEqual(["logo.png"]));
    await userEvent.click(button("Try again: mug.png"));
    expect(button("Cancel upload of mug.png")).toHaveFocus();
    expect(uploads[2]?.options.idempotencyKey).toBe(uploads[0]?.options.idempotencyKey);
    act(() => uploads[2]?.keep("att_mug"));
    await waitFor(() => expect(saved()).toHaveLength(2));
  });

  it.each([
    ["payload_too_large", "The file is larger than 10 MB. Make it smaller, then add it again.", 10_000_001],
    // Its bytes are few enough.
    ["payload_too_large", "The picture has too many pixels. Make it smaller, then add it again."],
    [
      "unsupported_media_type",
      "This file is damaged, or of another kind than can be kept. Save it as PNG, JPEG or WebP.",
    ],
    ["storage_failed", "The picture could not be saved. Try again."],
  ] as const)("say what helps after %s: %s", async (kind, words, size: number = 5) => {
    const { uploads } = await renderReferences([]);
    const file = new File([new Uint8Array(size)], "mug.png", { type: "image/png" });
    await userEvent.upload(picker(), file);
    act(() => uploads[0]?.fail(new ImageNodeError({ kind, charged: false })));
    await waitFor(() => expect(uploading()[0]).toHaveTextContent(words));
  });

  it("can be cancelled, and let the next one go on", async () => {
    const { uploads, saved } = await renderReferences([]);
    await userEvent.upload(picker(), [pngOf("mug.png"), pngOf("logo.png")]);
    await userEvent.click(button("Cancel upload of mug.png"));
    expect(uploads[0]?.options.signal?.aborted).toBe(true);
    expect(status()).toBe("The upload of mug.png was cancelled.");
    expect(uploads).toHaveLength(2);
    // An answer that comes too late adds nothing.
    await act(async () => uploads[0]?.keep("att_mug"));
    act(() => uploads[1]?.keep("att_logo"));
    await waitFor(() => expect(saved()).toEqual([{ attachmentId: "att_logo", label: "logo.png" }]));
  });

  it("end when the form goes away", async () => {
    const { uploads, unmount } = await renderReferences([]);
    await userEvent.upload(picker(), pngOf("mug.png"));
    unmount();
    expect(uploads[0]?.options.signal?.aborted).toBe(true);
  });

  it("send nothing that calls itself something else than a picture", async () => {
    const { uploads, root } = await renderReferences([]);
    const text = new File(["hello"], "notes.txt", { type: "text/plain" });
    fireEvent.drop(root, { dataTransfer: { types: ["Files"], files: [text] } });
    await waitFor(() =>
      expect(uploading()[0]).toHaveTextContent("This file is damaged, or of another kind than can be kept."),
    );
    expect(uploads).toHaveLength(0);
  });

  it("leave no way to add more than the model takes", async () => {
    const { uploads } = await renderReferences([], { offered: offerPictures(1) });
    expect(picker()).not.toHaveAttribute("multiple");
    await userEvent.upload(picker(), pngOf("mug.png"));
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
    act(() => uploads[0]?.keep("att_mug"));
    await waitFor(() => expect(names()).toEqual(["mug.png"]));
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
  });

  it("are said in the host's words", async () => {
    const { uploads } = await renderReferences([], { messages: de });
    await userEvent.upload(picker(), pngOf("tasse.png"));
    act(() => uploads[0]?.fail());
    await waitFor(() => expect(uploading()[0]).toHaveTextContent("Die Verbindung ging verloren."));
  });
});

describe("files that are dropped and pasted", () => {
  it("are taken, and nothing else hears of them", async () => {
    const { uploads, root } = await renderReferences([]);
    const dataTransfer = { types: ["Files"], files: [pngOf("mug.png")] };
    const over = createEvent.dragOver(root, { dataTransfer });
    fireEvent(root, over);
    expect(over.defaultPrevented).toBe(true);
    expect(root).toHaveAttribute("data-dropping");
    const drop = createEvent.drop(root, { dataTransfer });
    fireEvent(root, drop);
    expect(drop.defaultPrevented).toBe(true);
    expect(root).not.toHaveAttribute("data-dropping");
    expect(uploads).toHaveLength(1);
    fireEvent.paste(button("Variable"), { clipboardData: { files: [pngOf("logo.png")] } });
    expect(uploading()).toHaveLength(2);
  });

  it("are left to the page where pictures can't be uploaded", async () => {
    const { uploads, root } = await renderReferences([], {
      offered: offerPictures(4, 0, { uploads: false }),
    });
    const drop = createEvent.drop(root, { dataTransfer: { types: ["Files"], files: [pngOf("mug.png")] } });
    fireEvent(root, drop);
    expect(drop.defaultPrevented).toBe(false);
    expect(uploads).toHaveLength(0);
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
    expect(button("Variable")).toBeVisible();
  });

  it("leave text to where it is pasted", async () => {
    const { root } = await renderReferences([]);
    const paste = createEvent.paste(root, { clipboardData: { files: [] } });
    fireEvent(root, paste);
    expect(paste.defaultPrevented).toBe(false);
  });
});
