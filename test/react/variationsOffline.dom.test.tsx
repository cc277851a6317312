import { act, render, screen, waitFor } from "@testing-library/react";
import { ImageNodeProvider, ImageNodeScope, Panel } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { describe, expect, it, vi } from "vitest";
import { createFakeBackend, request } from "./severalPictures.js";

vi.mock("../../src/react/preview/variations/VariationList.js", () => {
  throw new Error("offline");
});

describe("a page that can't fetch the code of the grid", () => {
  it("shows the chosen image alone, and says so", async () => {
    const fake = createFakeBackend();
    const store = createGeneration(fake.client);
    render(
      <ImageNodeProvider client={fake.client}>
        <ImageNodeScope nodeId="n4" nodeSlug="image" generation={store}>
          <Panel.Preview />
        </ImageNodeScope>
      </ImageNodeProvider>,
    );
    act(() => void store.start(request, { count: 2 }));
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    await fake.succeed(2);
    await screen.findByText(/could not be loaded/, {
      selector: '[data-imagenode-part="preview-variations-text"]',
    });
    expect(screen.getByRole("img")).toHaveAttribute("src", "https://pictures.example/gen_2.png");
  });
});
