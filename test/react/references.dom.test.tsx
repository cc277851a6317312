import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { outputVariables } from "image-generation-node/template";
import { cat, generate } from "./formControls.js";
import { button, items, names, offerPictures, photo, renderReferences, status } from "./referenceSamples.js";
import { renderPanel } from "./renderNode.js";

const A = { attachmentId: "att_a", label: "Mug" };
const B = { attachmentId: "att_b", label: "Logo" };
const C = { attachmentId: "att_c", label: "Room" };
const VARIABLE = { value: "{{camera.output.photo}}" };

describe("without an offer", () => {
  it("shows nothing, sends nothing and asks for no link", async () => {
    const { fake } = renderPanel(cat());
    await userEvent.click(await screen.findByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(document.querySelector('[data-imagenode-part^="references"]')).toBeNull();
    expect(fake.run().request.config).not.toHaveProperty("references");
    expect(fake.run().request).not.toHaveProperty("input");
    expect(fake.calls.refreshUrl).toBe(0);
  });

  it("still shows what a configuration has, and refuses it before anything is sent", async () => {
    const { fake } = await renderReferences([A], { offered: offerPictures(0, 0, { uploads: false }) });
    expect(names()).toEqual(["Mug"]);
    expect(items()[0]).toHaveAttribute("data-unused");
    expect(items()[0]).toHaveTextContent("not used by this model");
    expect(
      screen.getByText("Demo illustrator takes no pictures. Remove them, or choose another model."),
    ).toBeVisible();
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
    await userEvent.click(generate());
    await waitFor(() => expect(button("Remove Mug")).toHaveFocus());
    expect(fake.runs).toHaveLength(0);
    await userEvent.click(button("Remove Mug"));
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });
});

describe("references of a configuration", () => {
  it("are listed in order with what they lead to", async () => {
    const { fake } = await renderReferences([A, VARIABLE]);
    expect(screen.getByRole("group", { name: "Reference images" })).toBeVisible();
    expect(names()).toEqual(["Mug", "camera.output.photo"]);
    expect(items().map((item) => item.dataset.kind)).toEqual(["picture", "variable"]);
    expect(screen.getByText("2 of 4")).toBeVisible();
    await waitFor(() =>
      expect(items().map((item) => item.querySelector("img")?.src)).toEqual([
        "https://pictures.example/fresh.png",
        "https://pictures.example/photo.png",
      ]),
    );
    // The sample has a link already.
    expect(fake.calls.refreshUrl).toBe(1);
  });

  it("ask nobody for the picture of an example", async () => {
    const { fake } = await renderReferences([{ value: "{{image_gen.output}}" }], {
      variables: [outputVariables("image_gen")],
    });
    expect(names()).toEqual(["image_gen.output"]);
    expect(items()[0]?.querySelector("img")).toBeNull();
    expect(fake.calls.refreshUrl).toBe(0);
  });

  it("are sent as they are", async () => {
    const { fake } = await renderReferences([A, VARIABLE]);
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.config.references).toEqual([A, VARIABLE]);
    expect(fake.run().request).not.toHaveProperty("input.references");
    // Its value is needed where the back end resolves it.
    expect(fake.run().request.variables).toHaveProperty("camera.output.photo");
  });

  it("do not show the sample of a sensitive node", async () => {
    await renderReferences([VARIABLE], { variables: [{ ...photo, sensitive: true }] });
    expect(items()[0]?.querySelector("img")).toBeNull();
  });

  it("are kept when the model changes, and come back into use", async () => {
    const { onValueChange, setFromHost, fake } = await renderReferences([A, B], {
      offered: offerPictures(4, 1),
    });
    const config = cat({ references: [A, B] });
    act(() => setFromHost({ ...config, imageModel: "acme/painter" }));
    expect(items().map((item) => item.hasAttribute("data-unused"))).toEqual([false, true]);
    expect(screen.getByText(/^Acme Painter takes one picture at most/)).toBeVisible();
    await userEvent.click(generate());
    await waitFor(() => expect(button("Remove Logo")).toHaveFocus());
    expect(fake.runs).toHaveLength(0);
    act(() => setFromHost({ ...config, imageModel: null }));
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.config.references).toEqual([A, B]);
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it("keep members that this version does not know", async () => {
    const { saved } = await renderReferences([{ ...A, role: "mask" }, B]);
    await userEvent.click(button("Remove Logo"));
    expect(saved()).toEqual([{ ...A, role: "mask" }]);
  });

  it("say what is wrong with one, at its place", async () => {
    await renderReferences([A, { value: "a {{camera.output.photo}}" }, { value: "{{nobody.output}}" }]);
    expect(items()[1]).toHaveTextContent("A reference is one variable, without text around it.");
    expect(items()[2]).toHaveTextContent("“nobody.output” is not a variable.");
  });

  it("show a refusal of the back end at the reference, in words", async () => {
    const { ImageNodeError } = await import("image-generation-node/contract");
    const { fake } = await renderReferences([A, VARIABLE]);
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    const pointer = "#/config/references/1";
    act(() =>
      fake.run().fail(
        new ImageNodeError({
          kind: "missing_variable",
          errors: [{ pointer, code: "missing_variable", variable: "camera.output.photo", detail: "nothing" }],
        }),
      ),
    );
    await waitFor(() =>
      expect(items()[1]).toHaveTextContent("“camera.output.photo” leads to no picture in this run."),
    );
    await userEvent.click(button("Move Mug down"));
    expect(document.querySelector('[data-imagenode-part="field-error"]')).toBeNull();
  });
});

describe("order and removal", () => {
  it("moves by buttons, says so and keeps the focus on what was moved", async () => {
    const { saved } = await renderReferences([A, B, C]);
    await userEvent.click(button("Move Room up"));
    expect(saved()).toEqual([A, C, B]);
    expect(status()).toBe("Room moved to place 2 of 3.");
    expect(button("Move Room up")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(saved()).toEqual([C, A, B]);
    // It can't go further up.
    expect(button("Move Room up")).toBeDisabled();
    expect(button("Move Room down")).toHaveFocus();
    await userEvent.keyboard("{Enter}{Enter}");
    expect(saved()).toEqual([A, B, C]);
    expect(button("Move Room up")).toHaveFocus();
  });

  it("moves by dragging", async () => {
    const { saved } = await renderReferences([A, B, C]);
    const [first, , third] = items();
    if (!first || !third) throw new Error("There are three.");
    const dataTransfer = { types: [], setData: vi.fn(), files: [] };
    fireEvent.dragStart(first, { dataTransfer });
    await waitFor(() => expect(first).toHaveAttribute("data-dragged"));
    fireEvent.dragOver(third, { dataTransfer });
    expect(third).toHaveAttribute("data-drop", "after");
    fireEvent.drop(third, { dataTransfer });
    expect(saved()).toEqual([B, C, A]);
    expect(document.querySelector("[data-dragged]")).toBeNull();
  });

  it("removes, and gives the focus to the next, then to the previous, then to what adds", async () => {
    const { saved } = await renderReferences([A, B, C]);
    await userEvent.click(button("Remove Logo"));
    expect(status()).toBe("Logo was removed.");
    expect(button("Remove Room")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(button("Remove Mug")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(saved()).toBeUndefined();
    expect(button("Upload")).toHaveFocus();
  });

  it("tells two that name the same picture apart", async () => {
    const { saved } = await renderReferences([A, A, B]);
    await userEvent.click(button("Remove Logo"));
    expect(saved()).toEqual([A, A]);
  });

  it.each(["disabled", "readOnly"] as const)("changes nothing while the form is %s", async (state) => {
    const { onValueChange } = await renderReferences([A, B], { [state]: true });
    for (const name of ["Move Mug down", "Remove Mug", "Remove Logo"]) expect(button(name)).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
    expect(items()[0]).not.toHaveAttribute("draggable");
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe("the draft", () => {
  it("is dirty after a change and resets to what the host gave", async () => {
    const { root } = await renderReferences([A, B]);
    const form = root.closest('[data-imagenode-part="config-form-root"]');
    expect(form).not.toHaveAttribute("data-dirty");
    await userEvent.click(button("Remove Mug"));
    expect(form).toHaveAttribute("data-dirty");
  });

  it("takes what the host gives later, and is not reset by its own echo", async () => {
    const { setFromHost } = await renderReferences([A]);
    act(() => setFromHost(cat({ references: [B, C] })));
    expect(names()).toEqual(["Logo", "Room"]);
  });

  it("keeps an empty list that the host gave", async () => {
    const { saved } = await renderReferences([]);
    await userEvent.type(screen.getByRole("textbox", { name: "Prompt" }), "s");
    expect(saved()).toEqual([]);
  });
});
