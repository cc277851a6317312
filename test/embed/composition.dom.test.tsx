import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { ShortPanel } from "../../stories/embed/ShortPanel.js";
import { createFakeClient } from "../react/fakeClient.js";
import { Node } from "../react/renderNode.js";

describe("the panel of the guide, between the ready one and the parts", () => {
  it("has no header, a field of the editor's own, and runs", async () => {
    const fake = createFakeClient();
    render(
      <Node fake={fake}>
        <ShortPanel
          defaultValue={createImageNodeConfig({ prompt: { template: "A red fox at dusk" } })}
          ownField={
            <label>
              Brand <input name="brand" />
            </label>
          }
        />
      </Node>,
    );
    await screen.findByText(/Free demo/);
    expect(document.querySelector('[data-imagenode-part="panel-title"]')).toBeNull();
    const own = screen.getByRole("textbox", { name: "Brand" });
    const style = screen.getByRole("combobox", { name: /Style/ });
    expect(own.compareDocumentPosition(style)).toBe(FOLLOWS);
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    expect(fake.runs).toHaveLength(1);
  });
});

const FOLLOWS = 4;
