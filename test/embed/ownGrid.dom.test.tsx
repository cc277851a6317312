import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createGeneration } from "image-generation-node/client";
import { expect, it } from "vitest";
import { OwnGrid } from "../../stories/embed/OwnGrid.js";
import { Node } from "../react/renderNode.js";
import { createFakeBackend, request } from "../react/severalPictures.js";

it("shows several pictures in the guide's own grid, each with its way out, and chooses one", async () => {
  const fake = createFakeBackend();
  const store = createGeneration(fake.client);
  render(
    <Node fake={fake} generation={store}>
      <OwnGrid />
    </Node>,
  );
  act(() => void store.start(request, { count: 3 }));
  await waitFor(() => expect(fake.runs).toHaveLength(3));
  await fake.succeed(1);
  await fake.succeed(3);
  await fake.fail(2, { kind: "no_image", charged: false });
  const cell = (number: number) => within(screen.getByRole("region", { name: `Picture ${number}` }));
  expect(cell(3).getByRole("img")).toHaveAttribute("src", "https://pictures.example/gen_3.png");
  await userEvent.click(cell(2).getByRole("button", { name: "Retry" }));
  expect([1, 2, 3].map(fake.countOf)).toEqual([1, 2, 1]);
  await fake.succeed(2);
  await userEvent.click(screen.getByRole("button", { name: "Use picture 2" }));
  expect(store.getSnapshot()).toMatchObject({ chosen: 1, generation: { id: "gen_2" } });
  expect(screen.getAllByRole("listitem")[1]).toHaveAttribute("aria-current", "true");
});
