import { render, renderHook, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope, useCatalog } from "image-generation-node";
import type { ImageNodeProviderProps } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { Catalog } from "image-generation-node/contract";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { catalog } from "./samples.js";

const offered: Catalog = {
  ...catalog,
  imageModels: catalog.imageModels.slice(1),
  defaults: { ...catalog.defaults, imageModel: "acme/painter" },
};

const under = (props: ImageNodeProviderProps) =>
  function Provider({ children }: { children: ReactNode }) {
    return <ImageNodeProvider {...props}>{children}</ImageNodeProvider>;
  };

describe("a catalog given to the provider", () => {
  it("is there at the first render, and no request is made", async () => {
    const fake = createFakeClient();
    const { result } = renderHook(useCatalog, { wrapper: under({ client: fake.client, catalog: offered }) });
    expect(result.current).toMatchObject({ status: "ready", catalog: offered, error: undefined });
    result.current.reload();
    await Promise.resolve();
    expect(fake.calls.catalog).toBe(0);
    expect(result.current.status).toBe("ready");
  });

  it("is what the panel offers, also to a run that is cancelled before its id is known", async () => {
    const fake = createFakeClient();
    render(
      <ImageNodeProvider client={fake.client} catalog={offered}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen">
          <ImageNodePanel defaultValue={cat()} />
        </ImageNodeScope>
      </ImageNodeProvider>,
    );
    expect(screen.getByText(/about 0\.04/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    await userEvent.click(screen.getByRole("button", { name: /^Cancel/ }));
    expect(fake.calls.catalog).toBe(0);
  });

  it("stays the same while it says the same, and follows the host when it changes", () => {
    const fake = createFakeClient();
    const seen = new Set<Catalog | undefined>();
    function Reader() {
      const { catalog: read } = useCatalog();
      seen.add(read);
      return <output>{read?.imageModels.map(({ label }) => label).join(", ")}</output>;
    }
    const view = (given: Catalog) => (
      <ImageNodeProvider client={fake.client} catalog={given}>
        <Reader />
      </ImageNodeProvider>
    );
    const { rerender } = render(view(offered));
    rerender(view({ ...offered }));
    expect(seen.size).toBe(1);
    rerender(view(catalog));
    expect(screen.getByRole("status")).toHaveTextContent("Demo illustrator, Acme Painter");
  });

  it("is left out with a warning where it breaks the contract, and the back end is asked", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const fake = createFakeClient();
    const broken = { ...offered, imageModels: [{ id: "x" }] } as unknown as Catalog;
    const { result } = renderHook(useCatalog, { wrapper: under({ client: fake.client, catalog: broken }) });
    await waitFor(() => expect(result.current.status).toBe("ready"));
    expect(result.current.catalog).toBe(catalog);
    await waitFor(() =>
      expect(warn).toHaveBeenCalledWith(
        expect.stringMatching(
          /^<ImageNodeProvider> got an object .* as catalog, and it expects a catalog as GET \/catalog answers it \(imageModels\.0\.label: /,
        ),
      ),
    );
    warn.mockRestore();
  });
});

describe("a catalog given to a client", () => {
  it("is answered without a request", async () => {
    const fetch = vi.fn();
    const client = createClient({ baseUrl: "http://127.0.0.1:1/api", fetch, catalog: offered });
    await expect(client.catalog()).resolves.toBe(offered);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("says that the back end has no runs, so that none is cancelled", async () => {
    const fetch = vi.fn();
    const features = { ...offered.features, runs: false };
    const client = createClient({
      baseUrl: "http://127.0.0.1:1/api",
      fetch,
      catalog: { ...offered, features },
    });
    await expect(client.cancel("gen_1")).rejects.toMatchObject({ kind: "unsupported" });
    expect(fetch).not.toHaveBeenCalled();
  });
});
