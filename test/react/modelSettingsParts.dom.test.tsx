import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, ModelSettings, Preview } from "image-generation-node";
import type { ComponentProps, ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { itConforms } from "./conformance.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";
import { clientOf, offer } from "./settingSamples.js";

const form = (part: ReactElement, settings: object = { quality: "ultra", gone: 1 }) => (
  <Node fake={clientOf(offer())}>
    <ConfigForm.Root defaultValue={cat({ settings })}>{part}</ConfigForm.Root>
  </Node>
);
const inRoot = (part: ReactElement) => form(<ModelSettings.Root>{part}</ModelSettings.Root>);
/** In the field of a value that the model does not take. */
const inField = (part: ReactElement) =>
  inRoot(<ModelSettings.Field name="quality">{part}</ModelSettings.Field>);

const ROOT = "ModelSettings.Root";
const FIELD = "ModelSettings.Field";
const Part = ModelSettings;
itConforms({
  name: "ModelSettings.Root",
  part: "model-settings-root",
  Part: Part.Root,
  wrap: form,
  root: "ConfigForm.Root",
});
itConforms({
  name: "ModelSettings.Summary",
  part: "model-settings-summary",
  Part: Part.Summary,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "ModelSettings.Fields",
  part: "model-settings-fields",
  Part: Part.Fields,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "ModelSettings.Unused",
  part: "model-settings-unused",
  Part: Part.Unused,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "ModelSettings.Field",
  part: "field-root",
  Part: Part.Field,
  props: { name: "quality" },
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "ModelSettings.Label",
  part: "field-label",
  Part: Part.Label,
  wrap: inField,
  root: FIELD,
  child: "label",
});
itConforms({
  name: "ModelSettings.Description",
  part: "model-settings-description",
  Part: Part.Description,
  wrap: (part) =>
    inRoot(
      <ModelSettings.Field name="seed">
        <ModelSettings.Control />
        {part}
      </ModelSettings.Field>,
    ),
  root: FIELD,
});
itConforms({
  name: "ModelSettings.Error",
  part: "field-error",
  Part: Part.Error,
  wrap: inField,
  root: FIELD,
});
itConforms({
  name: "ModelSettings.Reset",
  part: "model-settings-reset",
  Part: Part.Reset,
  wrap: inField,
  root: FIELD,
  child: "button",
});

const showing = (part: ReactElement) => (
  <Node fake={clientOf(offer())}>
    <ConfigForm.Root defaultValue={cat()}>
      <Preview.Root generation={generationOf({ settings: { quality: "high", seed: 7 } })}>
        {part}
      </Preview.Root>
    </ConfigForm.Root>
  </Node>
);
itConforms({
  name: "Preview.Settings",
  part: "preview-settings",
  Part: Preview.Settings,
  wrap: showing,
  root: "Preview.Root",
});
itConforms({
  name: "Preview.KeepSeed",
  part: "preview-keep-seed",
  Part: Preview.KeepSeed,
  wrap: showing,
  root: "Preview.Root",
  child: "button",
});

describe("<ModelSettings.Control />", () => {
  it("renders a control and nothing around it, and says which root is missing", async () => {
    render(inField(<ModelSettings.Control />));
    const group = await screen.findByRole("radiogroup");
    expect(group.parentElement).toHaveAttribute("data-field", "settings.quality");
  });

  it("gives a control of the host's own what ties it to its label, and focus at a fault", async () => {
    const Own = (props: ComponentProps<"select">) => (
      <select {...props}>
        <option>ultra</option>
        <option>low</option>
      </select>
    );
    render(
      form(
        <>
          <ModelSettings.Root asChild>
            <section>
              <ModelSettings.Field name="quality">
                <ModelSettings.Label />
                <ModelSettings.Reset />
                <ModelSettings.Control
                  render={({ attributes, value, setValue, fault }) => (
                    <Own
                      {...attributes}
                      data-fault={fault}
                      value={String(value)}
                      onChange={({ target }) => setValue(target.value, { commit: true })}
                    />
                  )}
                />
                <ModelSettings.Error />
              </ModelSettings.Field>
            </section>
          </ModelSettings.Root>
          <ConfigForm.Generate />
        </>,
      ),
    );
    const own = await screen.findByRole("combobox", { name: "Quality" });
    expect(own).toHaveAttribute("data-fault", "choice");
    expect(own).toBeInvalid();
    expect(own).toHaveAccessibleDescription("This model does not offer that value. Choose another.");
    screen.getByRole("button", { name: "Generate" }).click();
    await waitFor(() => expect(own).toHaveFocus());
    await userEvent.selectOptions(own, "low");
    expect(own).toBeValid();
    await userEvent.selectOptions(own, "ultra");
    expect(own).toBeInvalid();
  });
});
