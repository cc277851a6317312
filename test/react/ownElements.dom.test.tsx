import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Preview, useConfigForm } from "image-generation-node";
import { createImageNodeConfig, ImageNodeError } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { forwardRef } from "react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";

const cat = createImageNodeConfig({ prompt: { template: "A cat" } });

const MyButton = forwardRef<HTMLButtonElement, ButtonHTMLAttributes<HTMLButtonElement>>(
  function MyButton(props, ref) {
    return <button type="button" {...props} ref={ref} />;
  },
);

/** A component that shows its label alone, as those of component libraries do. */
const Chip = forwardRef<HTMLSpanElement, { label?: ReactNode; children?: ReactNode }>(
  function Chip(props, ref) {
    const { label, children, ...rest } = props;
    return (
      <span {...rest} ref={ref}>
        {label}
        {children === undefined ? "" : " wrong"}
      </span>
    );
  },
);

function renderForm(part: ReactNode, options: object = {}, form: object = {}) {
  const fake = createFakeClient();
  render(
    <Node fake={fake} {...options}>
      <ConfigForm.Root defaultValue={cat} {...form}>
        {part}
        <Preview.Root>
          <Preview.Status asChild>
            <Chip label="a label of the host's" />
          </Preview.Status>
          <Preview.Status asChild>
            <b data-testid="silent" />
          </Preview.Status>
          <Preview.Status asChild>
            {({ content, state }) => <Chip label={<i data-testid={state.status}>{content}</i>} />}
          </Preview.Status>
          <Preview.Retry asChild>
            <MyButton />
          </Preview.Retry>
        </Preview.Root>
      </ConfigForm.Root>
    </Node>,
  );
  return fake;
}

function HookButton() {
  const { generate, isRunning, cancel } = useConfigForm();
  return (
    <button onClick={cancel ?? generate}>{cancel ? "Cancel" : isRunning ? "Running …" : "Generate"}</button>
  );
}

const PARTS: [string, ReactNode][] = [
  [
    "a child with words",
    <ConfigForm.Generate asChild key="words">
      <MyButton>Generate</MyButton>
    </ConfigForm.Generate>,
  ],
  [
    "a child without words",
    <ConfigForm.Generate asChild key="silent">
      <MyButton />
    </ConfigForm.Generate>,
  ],
  [
    "a function",
    <ConfigForm.Generate asChild key="function">
      {({ content, state }) => <MyButton className={state.state}>{content}</MyButton>}
    </ConfigForm.Generate>,
  ],
  [
    "a function without asChild",
    <ConfigForm.Generate key="own">{({ content }) => content}</ConfigForm.Generate>,
  ],
  ["a hook", <HookButton key="hook" />],
];

describe("a host's own Generate button", () => {
  it.each(PARTS)("of %s says and does the right thing in each state", async (_name, part) => {
    const fake = renderForm(part);
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    const cancel = screen.getByRole("button", { name: "Cancel" });
    act(() => fake.run().options.onEvent?.({ event: "started", data: { id: "gen_1" } }));
    await userEvent.click(cancel);
    expect(fake.calls.cancel).toEqual(["gen_1"]);
    await waitFor(() => expect(screen.getByRole("button", { name: "Generate" })).toBeEnabled());
    expect(fake.runs).toHaveLength(1);
  });

  it.each(PARTS)("of %s never says Generate during a run of the host's", async (_name, part) => {
    let end: (value: unknown) => void = () => undefined;
    const fake = renderForm(part, {}, { onGenerate: () => new Promise((resolve) => (end = resolve)) });
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    const busy = await screen.findByRole("button", { name: /Cancel|Running/ });
    await userEvent.click(busy);
    expect(fake.calls.cancel).toEqual([]);
    await act(async () => end(null));
    expect(screen.getByRole("button", { name: "Generate" })).toBeEnabled();
  });
});

describe("a host's own element", () => {
  it("gets the words and the state of the part", async () => {
    const fake = renderForm(<ConfigForm.Generate />);
    expect(screen.getByTestId("silent")).toHaveTextContent("No picture yet");
    expect(screen.getByTestId("idle")).toHaveTextContent("No picture yet");
    expect(screen.getByText("a label of the host's")).toBeVisible();
    expect(screen.queryByText(/wrong/)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(screen.getByTestId("running").textContent?.trim()).toBe(
      screen.getByTestId("silent").textContent?.trim(),
    );
    act(() => fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false })));
    expect(await screen.findByTestId("failed")).toBeVisible();
    expect(screen.getByRole("button", { name: "Retry" })).toBeVisible();
  });

  it("gets them in the language of the page", () => {
    renderForm(null, { messages: de });
    expect(screen.getByTestId("idle").textContent?.trim()).toBe(de.words["status.idle"]);
    expect(screen.getByTestId("silent").textContent?.trim()).toBe(de.words["status.idle"]);
  });
});
