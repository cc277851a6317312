import { act, fireEvent, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderEditor } from "./Editor.js";

const arrival = vi.hoisted(() => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return { arrived, arrive: () => arrive() };
});
vi.mock(import("../../src/react/prompt-editor/editor/createCompletion.js"), async (original) => {
  await arrival.arrived;
  return original();
});

it("is a text field until the code of lists and marks is there, and then shows what was typed meanwhile", async () => {
  const onValueChange = vi.fn();
  const onRun = vi.fn();
  const stays = renderEditor({ onValueChange, onRun });
  const left = renderEditor();
  const gone = renderEditor();
  for (const { field } of [left, gone, stays]) {
    act(() => field.focus());
    fireEvent.change(field, { target: { value: "A {{mood" } });
  }
  gone.unmount();
  expect(onValueChange).toHaveBeenLastCalledWith("A {{mood");
  expect(stays.list.hidden).toBe(true);
  expect(stays.marks()).toEqual([]);
  fireEvent.keyDown(stays.field, { key: "ArrowDown" });
  fireEvent.keyDown(stays.field, { key: "Enter", ctrlKey: true });
  expect(onRun).toHaveBeenCalledOnce();

  arrival.arrive();
  await waitFor(() => expect(stays.paths()).toEqual(["agent.output.structured.mood"]));
  expect(stays.list.hidden).toBe(false);
  expect(stays.marks()).toEqual(["pending:{{mood"]);
  expect(left.list.hidden).toBe(true);
  expect(left.rows()).toEqual([]);
});
