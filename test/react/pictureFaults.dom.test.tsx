import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeError } from "image-generation-node/contract";
import type { ErrorKind, Reference } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { button, items, renderReferences } from "./referenceSamples.js";

const GENERATE = /^(?:Generate|Generieren|Erzeugen|Bild erzeugen)$/;
const A = { attachmentId: "att_a", label: "Mug" };
const B = { attachmentId: "att_b", label: "Logo" };
const VARIABLE = { value: "{{camera.output.photo}}" };

/** Runs, and lets the back end refuse the second reference. */
async function refuse(
  kind: ErrorKind,
  fault: object,
  references: readonly Reference[] = [A, B],
  options: object = {},
) {
  const { fake } = await renderReferences(references, options);
  await userEvent.click(button(GENERATE));
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  const errors = [{ pointer: "#/config/references/1", code: kind, detail: "English.", ...fault }];
  act(() => fake.run().fail(new ImageNodeError({ kind, charged: false, errors })));
  await waitFor(() => expect(items()[1]).toHaveAttribute("data-invalid"));
}
const shown = () => screen.getByRole("region", { name: /^(?:Preview|Vorschau)$/ });

describe("a back end that refuses a reference image", () => {
  it.each([
    ["not_found", { code: "reference_not_found" }, "This workspace has no such picture."],
    ["attachment_deleted", {}, "This picture was deleted."],
    ["payload_too_large", {}, "This picture is too large."],
    ["unsupported_media_type", {}, "This picture can't be read."],
  ] as const)("is understood at the picture and in the preview: %s", async (kind, fault, words) => {
    await refuse(kind, fault);
    expect(items()[1]).toHaveTextContent(words);
    expect(items()[0]).not.toHaveAttribute("data-invalid");
    // Not the run was not found, nor was the prompt too large.
    expect(shown()).toHaveTextContent("A reference image can't be used");
    expect(screen.queryByRole("button", { name: "Edit prompt" })).toBeNull();
    screen.getByRole("button", { name: "Generate" }).focus();
    await userEvent.click(button("Show the field"));
    expect(button("Remove Logo")).toHaveFocus();
  });

  it("is understood where a variable leads to no picture", async () => {
    await refuse("missing_variable", { variable: "camera.output.photo" }, [A, VARIABLE]);
    expect(items()[1]).toHaveTextContent("“camera.output.photo” leads to no picture in this run.");
    expect(shown()).toHaveTextContent("A reference image can't be used");
  });

  it("says how many the model takes where a list leads to more", async () => {
    const fault = { code: "too_many_references", model: "Acme", max: 1 };
    await refuse("invalid_request", fault, [A, VARIABLE]);
    expect(items()[1]).toHaveTextContent("Acme takes one picture at most.");
    expect(shown()).toHaveTextContent("Some settings are not valid");
  });

  it("is understood in the host's language", async () => {
    await refuse("not_found", { code: "reference_not_found" }, [A, B], { messages: de });
    expect(items()[1]).toHaveTextContent("Dieser Arbeitsbereich hat kein solches Bild.");
    expect(shown()).toHaveTextContent("Ein Referenzbild kann nicht verwendet werden");
  });

  it("is taken as of the run where another thing was wrong too", async () => {
    const { fake } = await renderReferences([A]);
    await userEvent.click(button(GENERATE));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() =>
      fake.run().fail(
        new ImageNodeError({
          kind: "missing_variable",
          errors: [
            { pointer: "#/config/references/0", code: "missing_variable", variable: "camera.output.photo" },
            { pointer: "#/config/prompt/template", code: "missing_variable", variable: "agent.output.mood" },
          ],
        }),
      ),
    );
    await waitFor(() => expect(shown()).toHaveTextContent("A variable has no value"));
  });
});

it("speaks to people as the other German words do", () => {
  const texts = Object.values(de.words).flatMap((words) =>
    typeof words === "string" ? words : Object.values(words),
  );
  expect(texts.filter((text) => /\wen Sie\b|\bSie (?:sind|dürfen)\b/.test(text))).toEqual([]);
});
