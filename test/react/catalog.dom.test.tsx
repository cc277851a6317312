import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { renderPanel } from "./renderNode.js";
import { catalog } from "./samples.js";
import { cat, generate } from "./formControls.js";

describe("the catalog", () => {
  it("is fetched once for everything that shares a client", async () => {
    const { fake } = renderPanel(cat());
    await screen.findByText("Free demo");
    expect(fake.calls.catalog).toBe(1);
  });

  it("can be fetched again after a failure", async () => {
    let fails = true;
    const fake = createFakeClient({
      catalog: () =>
        fails ? Promise.reject(new ImageNodeError({ kind: "network" })) : Promise.resolve(catalog),
    });
    renderPanel(cat(), { fake });
    expect(await screen.findByText(/could not be loaded/)).toBeVisible();
    fails = false;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Free demo")).toBeVisible();
  });

  it("says that a workspace has no image model", async () => {
    const fake = createFakeClient({ catalog: () => Promise.resolve({ ...catalog, imageModels: [] }) });
    renderPanel(cat(), { fake });
    await waitFor(() =>
      expect(screen.getByRole("combobox", { name: "Image model" })).toHaveTextContent("None available"),
    );
    await userEvent.click(generate());
    expect(await screen.findByText("This workspace has no image model.")).toBeVisible();
    expect(fake.runs).toHaveLength(0);
  });

  it("prices the chosen model", async () => {
    renderPanel(cat({ imageModel: "acme/painter" }));
    expect(await screen.findByText(/about 0\.04–0\.07 USD/)).toBeVisible();
  });
});
