import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeError } from "image-generation-node/contract";
import type { Catalog, ErrorKind, ProblemError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { generate } from "./formControls.js";
import { items, offerPictures, renderReferences } from "./referenceSamples.js";
import { variables } from "./samples.js";

const A = { attachmentId: "att_a", label: "Mug" };
const B = { attachmentId: "att_b", label: "Logo" };
const VARIABLE = { value: "{{camera.output.photos}}" };
const file = (attachmentId: string) => ({ path: "/a.png", _metadata: {}, attachmentId });
const camera = {
  slug: "camera",
  label: "Take photo",
  sample: { output: { photos: [file("att_1"), file("att_2")], none: null } },
};
/** The client fills the variables in, and sends which pictures they are. */
const clientSide = offerPictures(4, 0, { templates: "client" });
const note = () => document.querySelector('[data-imagenode-part="references-note"]');
const root = () => document.querySelector('[data-imagenode-part="references-root"]');

const problem = (kind: ErrorKind, ...errors: ProblemError[]) => new ImageNodeError({ kind, errors });

async function failWith(error: ImageNodeError, options: Parameters<typeof renderReferences>[1] = {}) {
  const references = [A, { value: "{{camera.output.none}}" }, VARIABLE, B];
  const view = await renderReferences(references, {
    offered: clientSide,
    variables: [...variables, camera],
    ...options,
  });
  await userEvent.click(generate());
  await waitFor(() => expect(view.fake.runs).toHaveLength(1));
  act(() => view.fake.run().fail(error));
  return view;
}

describe("a fault of the back end at a picture of the request", () => {
  it("is said at the reference that gave the picture, and takes the focus there", async () => {
    const { fake } = await failWith(
      problem(
        "attachment_deleted",
        { pointer: "#/input/references/1", code: "attachment_deleted" },
        { pointer: "#/input/references/3", code: "reference_not_found" },
      ),
    );
    expect(fake.run().request.input?.references?.map(({ attachmentId }) => attachmentId)).toEqual([
      "att_a",
      "att_1",
      "att_2",
      "att_b",
    ]);
    await waitFor(() => expect(items()[2]).toHaveTextContent("This picture was deleted."));
    expect(items()[3]).toHaveTextContent("This workspace has no such picture.");
    expect(items()[1]).not.toHaveTextContent("This picture");
    expect(items()[2]).toContainElement(document.activeElement as HTMLElement);
    expect(document.querySelector('[data-imagenode-part="config-form-error"]')?.textContent ?? "").toBe("");
  });

  it.each(["#/input/references/9", "#/input/references"])(
    "is said at the list where nobody knows which one %s is",
    async (pointer) => {
      await failWith(problem("invalid_request", { pointer, code: "reference_unfit" }));
      await waitFor(() => expect(note()).toHaveTextContent("too narrow or too small for the model"));
      expect(note()).toHaveAttribute("data-state", "invalid");
      expect(root()).toHaveAttribute("data-invalid");
      await userEvent.click(screen.getByRole("button", { name: "Remove Mug" }));
      await waitFor(() => expect(root()).not.toHaveAttribute("data-invalid"));
    },
  );

  it.each([
    ["unsupported_media_type", "This picture can't be read."],
    ["payload_too_large", "This picture is too large."],
  ] as const)("is worded for people: %s", async (kind, words) => {
    await failWith(problem(kind, { pointer: "#/input/references/0", code: kind, detail: "By its bytes." }));
    await waitFor(() => expect(items()[0]).toHaveTextContent(words));
    expect(items()[0]).not.toHaveTextContent("By its bytes.");
  });
});

describe("a model that needs a picture", () => {
  const needing = (min: number): Catalog => ({
    ...offerPictures(4),
    imageModels: offerPictures(4).imageModels.map((model) =>
      model.references ? { ...model, references: { ...model.references, min } } : model,
    ),
  });

  it("is not asked without one: the list says what is missing, before anything is sent", async () => {
    const { fake } = await renderReferences([], { offered: needing(1) });
    expect(note()).toHaveTextContent("needs a picture. Drop or paste one here.");
    await userEvent.click(generate());
    await waitFor(() => expect(note()).toHaveTextContent("needs a picture to draw from. Add one"));
    expect(root()).toHaveAttribute("data-invalid");
    expect(root()).toContainElement(document.activeElement as HTMLElement);
    expect(fake.runs).toHaveLength(0);
  });

  it("is asked with one, and with a variable that may lead to as many as it needs", async () => {
    const { fake } = await renderReferences([{ value: "{{camera.output.photo}}" }], { offered: needing(2) });
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });
});
