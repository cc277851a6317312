import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, References, useReferences } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { TemplateLanguage } from "image-generation-node/template";
import { describe, expect, it, vi } from "vitest";
import { createPathLanguage } from "image-generation-node/template";
import { generate } from "./formControls.js";
import { Node } from "./renderNode.js";
import { button, createPictureClient, items, names, renderReferences, status } from "./referenceSamples.js";
import { generationOf } from "./samples.js";
import { openActions } from "./openFolds.js";

const PHOTO = { path: "https://pictures.example/1.png", _metadata: { attachmentId: "att_1" } };
const B = { attachmentId: "att_b", label: "Logo" };

describe("variables", () => {
  it("are offered files first, and found by name", async () => {
    const { saved } = await renderReferences([]);
    await userEvent.click(button("Variable"));
    expect(screen.getByRole("searchbox", { name: "Search variables" })).toHaveFocus();
    const files = screen.getByRole("group", { name: "Pictures and files" });
    expect(
      within(files)
        .getAllByRole("button")
        .map((each) => each.textContent),
    ).toEqual(["camera.output.photoTake photo"]);
    await userEvent.keyboard("mood");
    await userEvent.click(await screen.findByRole("button", { name: /structured\.mood/ }));
    expect(saved()).toEqual([{ value: "{{agent.output.structured.mood}}" }]);
    expect(status()).toBe("agent.output.structured.mood was added as picture 1.");
    expect(button("Variable")).toHaveFocus();
  });

  it("offer a list of pictures and its first one with the files, and no other list", async () => {
    const sample = {
      output: { shots: [PHOTO, { attachmentId: "att_2" }], tags: ["red", "blue"], none: [] },
    };
    const { saved } = await renderReferences([], { variables: [{ slug: "loop", label: "Loop", sample }] });
    await userEvent.click(button("Variable"));
    const files = within(screen.getByRole("group", { name: "Pictures and files" })).getAllByRole("button");
    expect(files.map((each) => each.textContent)).toEqual([
      "loop.output.shotsLoop",
      "loop.output.shots[0]Loop",
    ]);
    await userEvent.click(screen.getByRole("button", { name: /loop\.output\.shotsLoop/ }));
    expect(saved()).toEqual([{ value: "{{loop.output.shots}}" }]);
  });

  it("close with Escape, which goes no further", async () => {
    const onKeyDown = vi.fn();
    await renderReferences([]);
    document.body.addEventListener("keydown", onKeyDown);
    await userEvent.click(button("Variable"));
    await userEvent.keyboard("{Escape}");
    document.body.removeEventListener("keydown", onKeyDown);
    expect(button("Variable")).toHaveFocus();
    expect(button("Variable")).toHaveAttribute("aria-expanded", "false");
    expect(onKeyDown).not.toHaveBeenCalled();
  });

  it("are written and read in the host's language", async () => {
    const language: TemplateLanguage = createPathLanguage({
      name: "dollars",
      open: "${",
      close: "}",
    } as never);
    const { saved } = await renderReferences([{ value: "${camera.output.photo}" }], { language });
    await waitFor(() => expect(names()).toEqual(["camera.output.photo"]));
    expect(items()[0]).not.toHaveAttribute("data-invalid");
    await userEvent.click(button("Variable"));
    const files = screen.getByRole("group", { name: "Pictures and files" });
    await userEvent.click(within(files).getByRole("button"));
    expect(saved()).toEqual([{ value: "${camera.output.photo}" }, { value: "${camera.output.photo}" }]);
  });
});

describe("earlier pictures of the node", () => {
  it("can be added, without asking for a link that is known", async () => {
    const { fake, saved } = await renderReferences(undefined);
    expect(screen.queryByRole("button", { name: "Earlier picture" })).toBeNull();
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed(generationOf()));
    await userEvent.click(await screen.findByRole("button", { name: "Earlier picture" }));
    await userEvent.click(button(/^Add picture 1: A noir illustration/));
    expect(saved()).toMatchObject([{ attachmentId: "att_1" }]);
    expect(items()[0]?.querySelector("img")).toHaveAttribute("src", "https://pictures.example/att_1.png");
    expect(fake.calls.refreshUrl).toBe(0);
  });

  it("are used from the preview, once", async () => {
    const { fake, saved } = await renderReferences(undefined);
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed(generationOf()));
    await openActions();
    await userEvent.click(await screen.findByRole("button", { name: "Use as reference image" }));
    expect(saved()).toMatchObject([{ attachmentId: "att_1" }]);
    expect(screen.queryByRole("button", { name: "Use as reference image" })).toBeNull();
  });
});

describe("parts of a host's own form", () => {
  it("are read and written by useReferences()", async () => {
    function AddLogo() {
      const { add, max, references } = useReferences();
      return (
        <button onClick={() => add(B)}>
          {references.length}/{max}
        </button>
      );
    }
    render(
      <Node fake={createPictureClient()}>
        <ConfigForm.Root defaultValue={createImageNodeConfig()}>
          <References.Root>
            <References.List renderItem={({ name }) => <li>Own {name}</li>} />
            <AddLogo />
            <References.Status />
          </References.Root>
        </ConfigForm.Root>
      </Node>,
    );
    await userEvent.click(await screen.findByRole("button", { name: "0/4" }));
    expect(screen.getByText("Own Logo")).toBeVisible();
    expect(status()).toBe("Logo was added as picture 1.");
    expect(button("1/4")).toHaveFocus();
  });
});
