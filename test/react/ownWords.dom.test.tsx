import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Panel, Preview, useConfigFormValue } from "image-generation-node";
import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

describe("Preview.Error with a function", () => {
  it("is drawn by the host, with the words as parts", async () => {
    const fake = createFakeClient();
    render(
      <Node fake={fake}>
        <Panel.Root defaultValue={cat()}>
          <Panel.Generate />
          <Preview.Root>
            <Preview.Error>
              {() => (
                <>
                  <h2>
                    <Preview.ErrorTitle asChild>
                      <em />
                    </Preview.ErrorTitle>
                  </h2>
                  <Preview.Retry />
                </>
              )}
            </Preview.Error>
          </Preview.Root>
        </Panel.Root>
      </Node>,
    );
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind: "no_image", charged: true })));
    const title = await screen.findByRole("heading");
    expect(title.querySelector("em")?.textContent).toMatch(/\w/);
    expect(document.querySelector('[data-imagenode-part="preview-error-text"]')).toBeNull();
    expect(screen.getByRole("button", { name: "Retry" })).toBeInTheDocument();
  });
});

describe("ConfigForm.Hints with renderHint", () => {
  it("renders each hint as the host says, with buttons that act", async () => {
    function Style() {
      return <output>{useConfigFormValue("style")}</output>;
    }
    render(
      <Node>
        <ConfigForm.Root defaultValue={cat({ prompt: { template: "An anime cat by the sea" } })}>
          <Style />
          <ConfigForm.Hints
            renderHint={(hint) => (
              <ConfigForm.Hint>
                {hint.code}
                <ConfigForm.HintApply>Take it</ConfigForm.HintApply>
              </ConfigForm.Hint>
            )}
          />
        </ConfigForm.Root>
      </Node>,
    );
    expect(screen.getByRole("listitem")).toHaveTextContent("style_in_prompt");
    expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Take it" }));
    expect(screen.getByRole("status")).toHaveTextContent("anime");
  });
});

describe("Preview.Stages with renderStage", () => {
  it("renders each stage as the host says", () => {
    const stages = { template: "A {{a}}", resolved: "A lamp", sent: "A lamp. Sketch." };
    render(
      <Node>
        <Preview.Root generation={generationOf({ stages })}>
          <Preview.Stages
            renderStage={({ name, text }) => (
              <Preview.Stage>
                <dt>{name}</dt>
                <dd>{text}</dd>
                <dd>
                  <Preview.StageCopy>Copy it</Preview.StageCopy>
                </dd>
              </Preview.Stage>
            )}
          />
        </Preview.Root>
      </Node>,
    );
    expect(screen.getAllByRole("term").map((term) => term.textContent)).toEqual([
      "template",
      "resolved",
      "sent",
    ]);
    expect(screen.getAllByText("Copy it")).toHaveLength(3);
  });
});
