import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Field, ModeSwitch, Preview, PromptEditor } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import type { GenerationStore } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { StrictMode } from "react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";

async function createRefusedRun(): Promise<GenerationStore> {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  const run = store.start({ config: createImageNodeConfig({ prompt: { template: "a blocked text" } }) });
  await Promise.resolve();
  fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false }));
  await run;
  return store;
}

function Form({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <ConfigForm.Root aria-label={name}>
      <ModeSwitch.Root>
        <ModeSwitch.List>
          <ModeSwitch.Trigger value="manual" />
          <ModeSwitch.Trigger value="auto" />
        </ModeSwitch.List>
        <ModeSwitch.Content value="manual">
          <Field.Root name="prompt.template">
            <PromptEditor.Root>
              <PromptEditor.Input aria-label={`Prompt of ${name}`} />
            </PromptEditor.Root>
          </Field.Root>
        </ModeSwitch.Content>
      </ModeSwitch.Root>
      {children}
    </ConfigForm.Root>
  );
}

function Look({ store }: { store: GenerationStore }) {
  return (
    <Preview.Root generation={store}>
      <Preview.Fix />
    </Preview.Root>
  );
}

const fix = () => userEvent.click(screen.getByRole("button", { name: "Edit prompt" }));

describe.each([
  ["StrictMode", StrictMode],
  ["the usual mode", ({ children }: { children: ReactNode }) => children],
])("a preview beside its form, in %s", (_, Mode) => {
  const tree = (store: GenerationStore, form: ReactNode) => (
    <Mode>
      <Node>
        <Look store={store} />
        {form}
      </Node>
    </Mode>
  );

  it("leads into a form that was mounted later, and into the one that replaced it", async () => {
    const store = await createRefusedRun();
    const view = render(tree(store, null));
    await fix();
    expect(screen.getByRole("button", { name: "Edit prompt" })).toHaveFocus();
    view.rerender(tree(store, <Form key="1" name="one" />));
    await fix();
    expect(screen.getByRole("textbox", { name: "Prompt of one" })).toHaveFocus();
    view.rerender(tree(store, <Form key="2" name="two" />));
    await fix();
    expect(screen.getByRole("textbox", { name: "Prompt of two" })).toHaveFocus();
  });

  it("leads nowhere once the form is gone, and stays usable", async () => {
    const store = await createRefusedRun();
    const view = render(tree(store, <Form name="one" />));
    view.rerender(tree(store, null));
    await fix();
    expect(screen.getByRole("button", { name: "Edit prompt" })).toHaveFocus();
  });

  it("keeps leading into the form that stays when another one goes", async () => {
    const store = await createRefusedRun();
    const forms = (first: boolean) => (
      <>
        {first && <Form key="1" name="one" />}
        <Form key="2" name="two" />
      </>
    );
    const view = render(tree(store, forms(true)));
    view.rerender(tree(store, forms(false)));
    await fix();
    expect(screen.getByRole("textbox", { name: "Prompt of two" })).toHaveFocus();
  });

  it("writes nothing into that form", async () => {
    const store = await createRefusedRun();
    render(tree(store, <Form name="one" />));
    await userEvent.click(screen.getByRole("tab", { name: "Auto" }));
    await fix();
    expect(screen.getByRole("tab", { name: "Auto" })).toHaveAttribute("aria-selected", "true");
  });
});

describe("a preview inside its form", () => {
  it("brings the mode of the run back and leads to its text, without a scope too", async () => {
    const store = await createRefusedRun();
    render(
      <Form name="one">
        <Look store={store} />
      </Form>,
    );
    await userEvent.click(screen.getByRole("tab", { name: "Auto" }));
    await fix();
    expect(screen.getByRole("tab", { name: "Manual" })).toHaveAttribute("aria-selected", "true");
    expect(screen.getByRole("textbox", { name: "Prompt of one" })).toHaveFocus();
  });

  it("is led by the form around it, not by another one of the scope", async () => {
    const store = await createRefusedRun();
    render(
      <Node>
        <Form name="one">
          <Look store={store} />
        </Form>
        <Form name="two" />
      </Node>,
    );
    await fix();
    expect(screen.getByRole("textbox", { name: "Prompt of one" })).toHaveFocus();
  });
});

describe("a preview without form and scope", () => {
  it("offers no way into a form", async () => {
    render(<Look store={await createRefusedRun()} />);
    expect(screen.queryByRole("button", { name: "Edit prompt" })).toBeNull();
  });
});
