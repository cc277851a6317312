import { act, render, screen, waitFor } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createLoader, preloadParts, useLoader } from "../../src/react/internal/createLoader.js";

/** Loads a word when it is told to. */
function createWord() {
  const fetches: { resolve(word: string): void; reject(error: Error): void }[] = [];
  const loader = createLoader<string>(
    () => new Promise((resolve, reject) => void fetches.push({ resolve, reject })),
  );
  function Word({ wanted }: { wanted?: boolean }) {
    return <p>{useLoader(loader, wanted) ?? "nothing yet"}</p>;
  }
  return { loader, fetches, Word };
}

it("all code that parts would load is fetched for whoever asks, with what it brings along", async () => {
  const inner: { loader?: ReturnType<typeof createLoader<string>> } = {};
  const outer = createLoader(async () => {
    inner.loader = createLoader(async () => "inner");
    return "outer";
  });
  await preloadParts();
  expect([outer.get(), inner.loader?.get()]).toEqual(["outer", "inner"]);
});

describe("code that is loaded after the first paint", () => {
  it("is fetched once for all that want it, and shown when it comes", async () => {
    const { fetches, Word } = createWord();
    render(
      <>
        <Word />
        <Word />
      </>,
    );
    expect(screen.getAllByText("nothing yet")).toHaveLength(2);
    // Not before the first frame is on the screen.
    expect(fetches).toEqual([]);
    await waitFor(() => expect(fetches).toHaveLength(1));
    await act(async () => fetches[0]?.resolve("here"));
    expect(screen.getAllByText("here")).toHaveLength(2);
  });

  it("is there at once for what is mounted later", async () => {
    const { loader, fetches, Word } = createWord();
    const loading = loader.load();
    fetches[0]?.resolve("here");
    await loading;
    render(<Word />);
    expect(screen.getByText("here")).toBeDefined();
    expect(fetches).toHaveLength(1);
  });

  it("is not fetched while nobody wants it", () => {
    const { fetches, Word } = createWord();
    render(<Word wanted={false} />);
    expect(fetches).toEqual([]);
  });

  it("is fetched again after a fetch that failed", async () => {
    const { loader, fetches, Word } = createWord();
    render(<Word />);
    await waitFor(() => expect(fetches).toHaveLength(1));
    await act(async () => fetches[0]?.reject(new Error("The network broke.")));
    expect(screen.getByText("nothing yet")).toBeDefined();
    const second = loader.load();
    await act(async () => fetches[1]?.resolve("here"));
    await expect(second).resolves.toBe("here");
    expect(screen.getByText("here")).toBeDefined();
  });

  it("is not rendered by a server, whose page is hydrated without it", async () => {
    const { loader, fetches, Word } = createWord();
    const loading = loader.load();
    fetches[0]?.resolve("here");
    await loading;
    expect(renderToString(<Word />)).toBe("<p>nothing yet</p>");
  });
});
