import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, ModelSettings, useModelSettings } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { cat, generate } from "./formControls.js";
import { Node } from "./renderNode.js";
import { clientOf, number, offer, renderSettings } from "./settingSamples.js";

describe("a form that is not free", () => {
  it("can be read, selected and run while it is read-only, and steps nowhere", async () => {
    const { fake, onValueChange } = await renderSettings({ steps: 7, gone: 1 }, offer(), { readOnly: true });
    expect(number("Steps")).toHaveAttribute("readonly");
    await userEvent.click(number("Steps"));
    expect(number("Steps")).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}8");
    for (const name of ["Remove gone", "Reset Steps", "New random seed"])
      expect(screen.getByRole("button", { name })).toBeDisabled();
    expect(screen.getByRole("radio", { name: "High" })).toBeDisabled();
    expect(onValueChange).not.toHaveBeenCalled();
    await userEvent.click(generate());
    await waitFor(() => expect(fake.run().request.config.settings).toMatchObject({ steps: 7 }));
  });

  it("can't be changed or reached while it is disabled", async () => {
    await renderSettings({ steps: 7 }, offer(), { disabled: true });
    const fields = [...document.querySelectorAll('[data-field^="settings."] :is(input, textarea, button)')];
    expect(fields.length).toBeGreaterThan(12);
    for (const field of fields) expect(field).toBeDisabled();
  });
});

describe("a host that answers late", () => {
  it("loses nothing that was typed or chosen meanwhile", async () => {
    const echoes: (() => void)[] = [];
    function Late() {
      const [value, setValue] = useState(cat({ settings: { gone: 1 } }));
      return (
        <Node fake={fake}>
          <ConfigForm.Root value={value} onValueChange={(next) => echoes.push(() => setValue(next))}>
            <ModelSettings.Root>
              <ModelSettings.Fields />
            </ModelSettings.Root>
            <ConfigForm.Generate />
          </ConfigForm.Root>
        </Node>
      );
    }
    const fake = clientOf(offer());
    render(<Late />);
    await userEvent.type(await screen.findByRole("spinbutton", { name: "Steps" }), "12");
    act(() => echoes[0]?.());
    expect(number("Steps")).toHaveValue("12");
    await userEvent.click(screen.getByRole("radio", { name: "High" }));
    act(() => echoes[1]?.());
    expect(screen.getByRole("radio", { name: "High" })).toBeChecked();
    act(() => echoes[2]?.());
    expect(number("Steps")).toHaveValue("12");
    await userEvent.click(generate());
    await waitFor(() =>
      expect(fake.run().request.config.settings).toMatchObject({ steps: 12, quality: "high" }),
    );
  });
});

describe("what a host renders itself", () => {
  const inForm = (children: ReactNode, offered = offer(), config = cat()) =>
    render(
      <Node fake={clientOf(offered)}>
        <ConfigForm.Root defaultValue={config}>
          <p>form</p>
          <ModelSettings.Root>{children}</ModelSettings.Root>
        </ConfigForm.Root>
      </Node>,
    );

  it("takes the place of one field", async () => {
    inForm(
      <ModelSettings.Fields
        renderField={({ name, maximum }) => (name === "steps" ? <b>{`${name} ${maximum}`}</b> : undefined)}
      />,
    );
    expect(await screen.findByText("steps 50")).toBeVisible();
    expect(screen.queryByRole("spinbutton", { name: "Steps" })).toBeNull();
    expect(number("Seed")).toBeVisible();
  });

  it("reads and writes by name", async () => {
    function Own() {
      const { values, faults, setValue } = useModelSettings();
      return <button onClick={() => setValue("steps", 99)}>{JSON.stringify([values, faults])}</button>;
    }
    inForm(<Own />, offer(), createImageNodeConfig({ settings: { gone: 1 } }));
    const own = await screen.findByRole("button");
    expect(own).toHaveTextContent('[{"gone":1},[]]');
    await userEvent.click(own);
    expect(own).toHaveTextContent('[{"gone":1,"steps":99},["steps"]]');
  });

  it("is nothing where the model has no settings and none are kept", async () => {
    inForm(<b>inside</b>, offer({}));
    await screen.findByText("form");
    await act(() => Promise.resolve());
    expect(screen.queryByText("inside")).toBeNull();
    expect(screen.queryByText("Settings")).toBeNull();
  });
});
