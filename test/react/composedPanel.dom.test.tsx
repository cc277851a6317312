import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import {
  CatalogSelectLabel,
  CatalogSelectTrigger,
  CatalogSelectValue,
  ConfigForm,
  Field,
  ImageNodePanel,
  Panel,
  Preview,
  PromptEditor,
  useConfigForm,
} from "image-generation-node";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat, type } from "./formControls.js";
import { Node, renderPanel } from "./renderNode.js";
import { generationOf } from "./samples.js";

const parts = (name: string) => document.querySelectorAll(`[data-imagenode-part="${name}"]`);
const partOf = (name: string) => {
  const [part] = parts(name);
  if (!part) throw new Error(`There is no ${name}.`);
  return part;
};
/** Order of two elements in the page. */
const isBefore = (first: Element, second: Element) =>
  Boolean(first.compareDocumentPosition(second) & Node_.DOCUMENT_POSITION_FOLLOWING);
const Node_ = window.Node;

/** The default arrangement, written out. */
function WrittenOut() {
  return (
    <>
      <Panel.Form>
        <Panel.Header />
        <Panel.Fields>
          <Panel.Prompt>
            <Panel.Modes />
            <Panel.Editor mode="manual" />
            <Panel.Editor mode="prompt_ai" />
            <Panel.Editor mode="auto" />
            <ConfigForm.Hints />
            <ConfigForm.SentData />
          </Panel.Prompt>
          <Panel.ImageModel />
          <Panel.Settings />
          <Panel.PromptModel />
          <Panel.Row>
            <Panel.AspectRatio />
            <Panel.Style />
          </Panel.Row>
          <ConfigForm.Error />
        </Panel.Fields>
        <Panel.Footer>
          <Panel.Cost />
          <Panel.Count />
          <Panel.Generate />
        </Panel.Footer>
      </Panel.Form>
      <Panel.Preview>
        <Panel.PreviewHeader />
        <Panel.Stage>
          <Panel.Picture>
            <Panel.Frame />
            <Panel.Variations />
          </Panel.Picture>
          <Preview.Feedback />
          <Panel.Facts>
            <Panel.Actions />
            <Preview.Metadata />
          </Panel.Facts>
          <Preview.Warnings />
          <Preview.Steps />
          <Panel.StopWaiting />
          <Preview.Late />
          <Panel.History />
          <Panel.WrittenPrompt />
          <Panel.Details />
        </Panel.Stage>
      </Panel.Preview>
    </>
  );
}

/** Elements with their names and words, without ids that React makes. */
function outline(root: Element): string {
  return root.innerHTML.replaceAll(/_r_\w+_|«\w+»|:r\w+:/g, "id");
}

async function drawImage(fake: ReturnType<typeof createFakeClient>) {
  await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  act(() => fake.run().succeed(generationOf()));
  await waitFor(() => expect(parts("preview-image")).toHaveLength(1));
}

describe("ImageNodePanel with children", () => {
  it("is by default what its parts say when they are written out", async () => {
    const whole = renderPanel(cat());
    await screen.findByText(/nothing is charged|free|about 0|No cost/i);
    const expected = outline(whole.container);
    whole.unmount();
    const written = renderPanel(cat(), { children: <WrittenOut /> });
    await screen.findByText(/nothing is charged|free|about 0|No cost/i);
    expect(outline(written.container)).toBe(expected);
  });

  it("draws a form without a header, and a field of the host's between the selects", async () => {
    function Brand() {
      const { setValue } = useConfigForm();
      return (
        <Field.Root name="style">
          <button onClick={() => setValue("style", "sketch")}>brand</button>
        </Field.Root>
      );
    }
    const { onValueChange } = renderPanel(cat(), {
      children: (
        <>
          <Panel.Form>
            <Panel.Fields>
              <Panel.Prompt />
              <Panel.ImageModel />
              <Brand />
              <Panel.Style />
            </Panel.Fields>
            <Panel.Footer />
          </Panel.Form>
          <Panel.Preview />
        </>
      ),
    });
    const brand = screen.getByRole("button", { name: "brand" });
    expect(screen.queryByText("Image Generation")).toBeNull();
    expect(screen.queryByRole("combobox", { name: "Aspect ratio" })).toBeNull();
    expect(isBefore(screen.getByRole("combobox", { name: "Image model" }), brand)).toBe(true);
    expect(isBefore(brand, screen.getByRole("combobox", { name: "Style" }))).toBe(true);
    await userEvent.click(brand);
    expect(onValueChange.mock.lastCall?.[0].style).toBe("sketch");
  });

  it("hides what the host's arrangement of the preview leaves out, and keeps announcements", async () => {
    const { fake } = renderPanel(cat(), {
      children: (
        <>
          <Panel.Form />
          <Panel.Preview>
            <Panel.Frame />
            <Panel.Error />
          </Panel.Preview>
        </>
      ),
    });
    await drawImage(fake);
    expect(parts("preview-provenance")).toHaveLength(0);
    expect(parts("preview-status")).toHaveLength(0);
    expect(partOf("preview-announcer").textContent).not.toBe("");
  });

  it("shows the form here and the preview elsewhere in the same scope", async () => {
    const fake = createFakeClient();
    render(
      <Node fake={fake}>
        <ImageNodePanel defaultValue={cat()}>
          <Panel.Form />
        </ImageNodePanel>
        <aside>
          <Panel.Preview />
        </aside>
      </Node>,
    );
    await drawImage(fake);
    expect(within(screen.getByRole("complementary")).getAllByRole("img").length).toBeGreaterThan(0);
    expect(partOf("panel").querySelector("img")).toBeNull();
  });

  it("moves the footer, and takes other words on Generate", async () => {
    const onGenerate = vi.fn();
    renderPanel(cat(), {
      onGenerate,
      children: (
        <>
          <Panel.Footer>
            <Panel.Generate>Run</Panel.Generate>
          </Panel.Footer>
          <Panel.Form>
            <Panel.Fields />
          </Panel.Form>
        </>
      ),
    });
    expect(isBefore(partOf("panel-foot"), partOf("panel-fields"))).toBe(true);
    expect(parts("panel-cost")).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Run" }));
    await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  });

  it("takes an editor of the host's for one mode, and buttons in the toolbar of another", async () => {
    const { onValueChange } = renderPanel(cat(), {
      children: (
        <Panel.Prompt>
          <Panel.Modes />
          <Panel.Editor mode="manual" tools={<button>Improve</button>} />
          <Panel.Editor mode="prompt_ai">
            <PromptEditor.Root>
              <PromptEditor.Input aria-label="Brief" />
            </PromptEditor.Root>
          </Panel.Editor>
        </Panel.Prompt>
      ),
    });
    const button = screen.getByRole("button", { name: "Improve" });
    expect(button.closest('[data-imagenode-part="prompt-editor-toolbar"]')).not.toBeNull();
    await userEvent.click(screen.getByRole("tab", { name: "Prompt AI" }));
    type(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Brief" }), "A lamp");
    expect(onValueChange.mock.lastCall?.[0].prompt.instructions).toBe("A lamp");
  });

  it("takes other parts inside of a select", () => {
    renderPanel(cat(), {
      children: (
        <Panel.Style>
          <CatalogSelectLabel>Look</CatalogSelectLabel>
          <CatalogSelectTrigger>
            <CatalogSelectValue />
          </CatalogSelectTrigger>
        </Panel.Style>
      ),
    });
    expect(screen.getByRole("combobox", { name: "Look" })).toBeInTheDocument();
  });

  it("puts each composite part on an element of the host's, with what stands in it", () => {
    renderPanel(cat(), {
      children: (
        <Panel.Form asChild>
          <form>
            <Panel.Fields asChild>
              <fieldset>
                <Panel.Style asChild>
                  <p />
                </Panel.Style>
              </fieldset>
            </Panel.Fields>
            <Panel.Header asChild>
              <header />
            </Panel.Header>
          </form>
        </Panel.Form>
      ),
    });
    expect(partOf("panel-form").localName).toBe("form");
    expect(partOf("panel-fields").localName).toBe("fieldset");
    expect(partOf("field-root").localName).toBe("p");
    expect(screen.getByRole("combobox", { name: "Style" })).toBeInTheDocument();
    expect(partOf("panel-head").localName).toBe("header");
    expect(partOf("panel-head")).toHaveTextContent("image_gen");
  });

  it("lets a handler of the host's stop what a fold does", async () => {
    const onToggle = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    render(
      <Node>
        <Panel.Preview generation={generationOf()}>
          <Panel.References onToggle={onToggle} />
        </Panel.Preview>
      </Node>,
    );
    await userEvent.click(screen.getByText("Variables for later nodes"));
    await waitFor(() => expect(onToggle).toHaveBeenCalled());
  });
});
