import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, Preview } from "image-generation-node";
import type { ImageNodeScopeProps, RunInput } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { findMissingSources } from "../../src/react/preview/errors/findMissingSources.js";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { cat, generate } from "./formControls.js";
import { Node } from "./renderNode.js";

const variables = [
  { slug: "describe", label: "Describe product", sample: { output: { text: "A red mug" } } },
  { slug: "trigger", label: "New product", sample: { output: { name: "Mug" } } },
];
const missing = (...paths: string[]) =>
  new ImageNodeError({
    kind: "missing_variable",
    charged: false,
    errors: paths.map((variable) => ({
      pointer: "#/config/prompt/template",
      code: "missing_variable",
      variable,
    })),
  });
const template = "{{trigger.output.name}}: {{describe.output.text}}";
const preview = () => within(screen.getByRole("region", { name: "Preview" }));
const button = (name: string) => preview().findByRole("button", { name });
const input: RunInput = { variables: { trigger: { output: { name: "Cup" } }, describe: {} } };

/** A panel whose run was refused, since the node before it has not run. */
async function refuse(props: Partial<ImageNodeScopeProps>, error = missing("describe.output.text")) {
  const fake = createFakeClient();
  render(
    <Node fake={fake} variables={variables} {...props}>
      <ImageNodePanel defaultValue={cat({ prompt: { template } })} />
    </Node>,
  );
  await userEvent.click(generate());
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  act(() => fake.run().fail(error));
  await waitFor(() => expect(document.querySelector('[data-imagenode-part="preview-error"]')).not.toBeNull());
  return fake;
}

describe("Preview.MissingSources", () => {
  it("runs with the sample of the node that has not run, and with what the others gave", async () => {
    const fake = await refuse({ getRunInput: () => input });
    await userEvent.click(await button("Use its sample"));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    expect(fake.run().request.variables).toEqual({
      trigger: { output: { name: "Cup" } },
      describe: { output: { text: "A red mug" } },
    });
  });

  it("takes the sample for the asked run only: Generate goes by what the host gives", async () => {
    const fake = await refuse({ getRunInput: () => input });
    await userEvent.click(await button("Use its sample"));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    act(() => fake.run().succeed());
    await userEvent.click(await screen.findByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(3));
    expect(fake.run().request.variables).toEqual({ trigger: { output: { name: "Cup" } } });
  });

  it("has the host run that node, waits for it and says when it has run", async () => {
    let end = (): void => undefined;
    const onRunSource = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    await refuse({ getRunInput: () => input, onRunSource });
    const run = await button("Run “Describe product”");
    await userEvent.click(run);
    expect(onRunSource).toHaveBeenCalledExactlyOnceWith("describe");
    expect(run).toHaveTextContent("Running “Describe product” …");
    await userEvent.click(run);
    expect(onRunSource).toHaveBeenCalledOnce();
    await act(async () => end());
    expect(run).toHaveTextContent("Run “Describe product”");
    expect(preview().getByRole("status")).toHaveTextContent("“Describe product” has run. Generate again.");
  });

  it("says that the host could not run it", async () => {
    const onRunSource = () => Promise.reject(new Error("offline"));
    await refuse({ getRunInput: () => input, onRunSource });
    await userEvent.click(await button("Run “Describe product”"));
    expect(await preview().findAllByText("“Describe product” could not be run.")).not.toHaveLength(0);
  });

  it("offers nothing that would not help", async () => {
    await refuse({ getRunInput: () => input, variables: [{ slug: "describe", label: "Describe product" }] });
    await button("Edit prompt");
    // What decides it is loaded with the error.
    await act(async () => void (await import("../../src/react/preview/errors/MissingSourceButtons.js")));
    expect(document.querySelector('[data-imagenode-part="preview-missing-sources"]')).toBeNull();
  });
});

describe("a variable that was probably meant", () => {
  it("is written into the text by a button, everywhere and nothing else", async () => {
    const error = new ImageNodeError({
      kind: "missing_variable",
      charged: false,
      errors: [
        {
          pointer: "#/config/prompt/template",
          code: "missing_variable",
          variable: "describe.output.text",
          suggestion: "describe.output.texts",
        },
      ],
    });
    await refuse({}, error);
    await userEvent.click(await button("Did you mean “describe.output.texts”?"));
    const prompt = screen.getByRole("textbox", { name: "Prompt" });
    await waitFor(() => expect(prompt).toHaveValue("{{trigger.output.name}}: {{describe.output.texts}}"));
    expect(prompt).toHaveFocus();
  });
});

describe("findMissingSources", () => {
  const find = (values: Record<string, unknown> | null, ...paths: string[]) =>
    findMissingSources(
      { error: missing(...paths), request: { config: cat(), variables: values } },
      variables,
    );

  it("names each node once, and only nodes that are known", () => {
    const found = find(
      {},
      "describe.output.text",
      "describe.output.text",
      "gone.output",
      "{{",
      "trigger.output.name",
    );
    expect(found).toEqual([
      { slug: "describe", name: "Describe product", hasSample: true },
      { slug: "trigger", name: "New product", hasSample: true },
    ]);
  });

  it.each([
    ["has no such value", {}, "describe.output.colour"],
    ["is of a node that has run", { describe: { output: { mood: "calm" } } }, "describe.output.text"],
    ["would stand for values that the back end loads", null, "describe.output.text"],
  ])("offers no sample that %s", (_, values, path) => {
    expect(find(values, path)).toMatchObject([{ slug: "describe", hasSample: false }]);
  });
});

function refusedStore() {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({ config: cat() });
  setTimeout(() => fake.run().fail(missing("describe.output.text")), 0);
  return store;
}
itConforms({
  name: "Preview.MissingSources",
  part: "preview-missing-sources",
  Part: Preview.MissingSources,
  root: "Preview.Root",
  wrap: (part) => (
    <Node variables={variables} onRunSource={() => undefined}>
      <Preview.Root generation={refusedStore()}>{part}</Preview.Root>
    </Node>
  ),
});
