import "image-generation-node/styles.css";
import { act, render, screen, waitFor } from "@testing-library/react";
import { ImageNodePanel, Panel, Preview } from "image-generation-node";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const boxOf = (element: Element | null) => {
  if (!element) throw new Error("It is not there.");
  return element.getBoundingClientRect();
};
const partOf = (name: string) => document.querySelector(`[data-imagenode-part="${name}"]`);

function Composed({ width, fake }: { width: number; fake: ReturnType<typeof createFakeClient> }) {
  return (
    <Node fake={fake}>
      <div style={{ width }}>
        <ImageNodePanel defaultValue={cat()}>
          <Panel.Form>
            <Panel.Fields>
              <Panel.Prompt />
              <Panel.ImageModel />
              <label>
                Brand <input />
              </label>
              <Panel.Style />
            </Panel.Fields>
          </Panel.Form>
          <Panel.Preview>
            <Panel.Stage>
              <Panel.Frame />
              <Preview.Feedback />
              <Panel.Facts />
              <Panel.References />
              <Panel.Error />
            </Panel.Stage>
          </Panel.Preview>
          <Panel.Footer />
        </ImageNodePanel>
      </div>
    </Node>
  );
}

it("stands without a header, with a field of the host's between the selects and the footer across", async () => {
  const fake = createFakeClient();
  render(<Composed width={1000} fake={fake} />);
  const own = boxOf(screen.getByRole("textbox", { name: "Brand" }));
  const model = boxOf(screen.getByRole("combobox", { name: "Image model" }));
  const style = boxOf(screen.getByRole("combobox", { name: "Style" }));
  expect(partOf("panel-head")).toBeNull();
  expect([model.bottom <= own.top, own.bottom <= style.top]).toEqual([true, true]);
  const panel = boxOf(partOf("panel"));
  const form = boxOf(partOf("panel-form"));
  const preview = boxOf(partOf("preview-root"));
  expect(form.right).toBeLessThanOrEqual(preview.left);
  expect(form.top).toBe(panel.top);
  expect(boxOf(partOf("panel-foot")).width).toBe(panel.width);

  await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  act(() => fake.run().succeed(generationOf()));
  await waitFor(() => expect(partOf("panel-facts")).not.toBeNull());
  expect(partOf("preview-provenance")).toBeNull();
  await userEvent.click(screen.getByText("Variables for later nodes"));
  await waitFor(() => expect(screen.getByRole("list", { name: "Variables for later nodes" })).toBeVisible());
});

it("fills a wide panel with the form alone", () => {
  render(
    <Node>
      <div style={{ width: 1000 }}>
        <ImageNodePanel defaultValue={cat()}>
          <Panel.Form />
        </ImageNodePanel>
      </div>
    </Node>,
  );
  expect(boxOf(partOf("panel-form")).width).toBe(1000);
});
