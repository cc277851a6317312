import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { expect, it, vi } from "vitest";
import type * as stores from "../../src/internal/createStore.js";
import type * as loaders from "../../src/react/internal/createLoader.js";
import { cat } from "./formControls.js";
import { createFakeClient } from "./fakeClient.js";

const fetched = vi.hoisted(() => ({ begun: 0, ended: 0 }));

// As the real one, but not known to the setup, which would fetch everything.
vi.mock("../../src/react/internal/createLoader.js", async (importActual) => {
  const { createStore } = await vi.importActual<typeof stores>("../../src/internal/createStore.js");
  return { ...(await importActual<typeof loaders>()), createLoader };
  function createLoader<T>(importCode: () => Promise<T>): loaders.Loader<T> {
    const { get, set, subscribe } = createStore<T | undefined>(undefined);
    let loading: Promise<T> | undefined;
    const begin = async () => {
      fetched.begun += 1;
      const code = await importCode();
      set(code);
      fetched.ended += 1;
      return code;
    };
    const load = async () => get() ?? (loading ??= begin());
    return { get, subscribe, load, prefetch: load };
  }
});

it("a run fetches no code: all of it was fetched once the page was mounted", async () => {
  const fake = createFakeClient();
  render(
    <ImageNodeProvider client={fake.client}>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen">
        <ImageNodePanel defaultValue={cat()} />
      </ImageNodeScope>
    </ImageNodeProvider>,
  );
  expect(fetched.begun).toBeGreaterThanOrEqual(2);
  await waitFor(() => expect(fetched.ended).toBe(fetched.begun));
  const { begun } = fetched;
  await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
  await waitFor(() => expect(fake.runs).toHaveLength(1));
  await act(async () => fake.run().succeed());
  expect(await screen.findByRole("img")).toBeInTheDocument();
  expect(fetched.begun).toBe(begun);
});
