import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import {
  ConfigForm,
  ImageNodePanel,
  ImageNodeProvider,
  ImageNodeScope,
  useCatalog,
} from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { StrictMode } from "react";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { hydrateRoot } from "react-dom/client";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as runModule from "../../src/react/config-form/run/index.js";
import type * as clientModule from "../../src/react/provider/client/index.js";
import { createFakeClient } from "./fakeClient.js";
import { cat, prompt } from "./formControls.js";
import type { LateCode } from "./lateCode.js";
import { renderPanel } from "./renderNode.js";
import { catalog, generationOf } from "./samples.js";

const { clientCode, runCode } = await vi.hoisted(async () => {
  const { createLateCode } = await import("./lateCode.js");
  return {
    clientCode: createLateCode(() => import("../../src/react/provider/client/index.js")) as LateCode<
      typeof clientModule
    >,
    runCode: createLateCode(() => import("../../src/react/config-form/run/index.js")) as LateCode<
      typeof runModule
    >,
  };
});
vi.mock("../../src/react/provider/clientCode.js", () => ({ clientCode }));
vi.mock("../../src/react/config-form/runCode.js", () => ({ runCode }));

const button = () => screen.getByRole("button", { name: /^(Generate|Cancel)/ });
const arrive = async (...codes: readonly LateCode<unknown>[]) => {
  for (const code of codes) await act(() => code.arrive());
  await settle();
};
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const Framed = ({
  client,
  children,
}: {
  client: ReturnType<typeof createFakeClient>;
  children: ReactNode;
}) => (
  <ImageNodeProvider client={client.client}>
    <ImageNodeScope nodeId="n4" nodeSlug="image_gen">
      {children}
    </ImageNodeScope>
  </ImageNodeProvider>
);

beforeEach(() => {
  clientCode.forget();
  runCode.forget();
});

describe("Generate, pressed before the code of a run is there", () => {
  it("fetches all that a run needs as soon as the page is mounted", async () => {
    renderPanel(cat());
    expect([clientCode.fetches, runCode.fetches]).toEqual([1, 1]);
    await settle();
  });

  it.each([
    ["client, form", () => [clientCode, runCode]],
    ["form, client", () => [runCode, clientCode]],
  ])("runs once when the code has come (%s), however often it was pressed", async (_order, codes) => {
    const { fake } = renderPanel(cat());
    await userEvent.click(button());
    fireEvent.keyDown(prompt(), { key: "Enter", ctrlKey: true });
    await settle();
    expect(button()).toHaveAttribute("data-state", "running");
    await arrive(...codes());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    await act(async () => fake.run().succeed());
    await settle();
    expect(fake.runs).toHaveLength(1);
    expect(await screen.findByRole("img")).toBeInTheDocument();
  });

  it("runs what the form says then, and checks it first", async () => {
    const { fake, setFromHost } = renderPanel(createImageNodeConfig());
    await userEvent.click(button());
    await arrive(clientCode, runCode);
    expect(await screen.findByText("Write a prompt first.")).toBeVisible();
    expect(prompt()).toHaveFocus();
    expect(fake.runs).toEqual([]);
    await act(async () => setFromHost(cat()));
    await userEvent.click(button());
    await waitFor(() => expect(fake.run().request.config.prompt.template).toBe("A cat"));
  });

  it("can be cancelled while the client is on its way, and then sends nothing", async () => {
    const { fake } = renderPanel(cat());
    await userEvent.click(button());
    await arrive(runCode);
    expect(button().textContent).toMatch(/^Cancel/);
    await userEvent.click(button());
    expect(button()).toHaveTextContent("Generate");
    await arrive(clientCode);
    expect(fake.runs).toEqual([]);
    await userEvent.click(button());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });

  it.each(["before the form's", "before the client's"])("runs nothing once it was left %s", async (when) => {
    const { fake, unmount } = renderPanel(cat());
    await userEvent.click(button());
    if (when === "before the client's") await arrive(runCode);
    unmount();
    await arrive(runCode, clientCode);
    expect(fake.runs).toEqual([]);
  });

  it("runs once where effects run twice", async () => {
    const fake = createFakeClient();
    render(
      <StrictMode>
        <Framed client={fake}>
          <ImageNodePanel defaultValue={cat()} />
        </Framed>
      </StrictMode>,
    );
    await userEvent.click(button());
    await arrive(clientCode, runCode);
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    await act(async () => fake.run().succeed());
    await settle();
    expect(fake.runs).toHaveLength(1);
  });

  it("hands a checked configuration to the host's own engine, once", async () => {
    const onGenerate = vi.fn();
    render(
      <ConfigForm.Root defaultValue={cat()} onGenerate={onGenerate}>
        <ConfigForm.Generate />
      </ConfigForm.Root>,
    );
    await userEvent.click(button());
    expect(button()).toHaveAttribute("data-state", "running");
    await userEvent.click(button());
    expect(onGenerate).not.toHaveBeenCalled();
    await arrive(runCode);
    expect(onGenerate.mock.calls).toEqual([[cat(), { count: 1 }]]);
  });
});

it("a form that was left before its code came hands nothing to the host's own engine", async () => {
  const onGenerate = vi.fn();
  const { unmount } = render(
    <ConfigForm.Root defaultValue={cat()} onGenerate={onGenerate}>
      <ConfigForm.Generate />
    </ConfigForm.Root>,
  );
  await userEvent.click(button());
  unmount();
  await arrive(runCode);
  expect(onGenerate).not.toHaveBeenCalled();
});

describe("Generate, whose code can't be fetched", () => {
  it("says so in the form, and runs with the next press", async () => {
    const { fake } = renderPanel(cat());
    await arrive(clientCode);
    await userEvent.click(button());
    await act(() => runCode.fail());
    const alert = await screen.findByText(/nothing was sent and nothing was paid/);
    expect(alert.closest("[role=alert]")).toHaveFocus();
    expect(button()).toHaveTextContent("Generate");
    await userEvent.click(button());
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
    await arrive(runCode);
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });

  it("fetches it again as soon as somebody comes near", async () => {
    renderPanel(cat());
    await act(() => runCode.fail());
    await act(() => clientCode.fail());
    fireEvent.pointerEnter(button());
    expect([clientCode.fetches, runCode.fetches]).toEqual([2, 2]);
    await act(() => runCode.fail());
    await act(() => clientCode.fail());
    act(() => button().focus());
    expect([clientCode.fetches, runCode.fetches]).toEqual([3, 3]);
    await settle();
  });

  it("shows the failure of the run, whose Retry begins it", async () => {
    const { fake } = renderPanel(cat());
    await arrive(runCode);
    await userEvent.click(button());
    await act(() => clientCode.fail());
    expect(await screen.findByText("Not loaded yet")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    await arrive(clientCode);
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });
});

describe("a page whose client is on its way", () => {
  it("asks for the catalog as soon as it is there", async () => {
    const sent: string[] = [];
    vi.stubGlobal("fetch", async (url: URL | string) => {
      sent.push(String(url));
      return Response.json(catalog);
    });
    function Models() {
      return <p>{useCatalog().catalog?.imageModels.length ?? "none"}</p>;
    }
    render(
      <ImageNodeProvider baseUrl="http://127.0.0.1/api">
        <Models />
      </ImageNodeProvider>,
    );
    await settle();
    expect([sent, screen.getByText("none")]).toEqual([[], expect.anything()]);
    await arrive(clientCode);
    expect(await screen.findByText("2")).toBeInTheDocument();
    expect(sent).toEqual(["http://127.0.0.1/api/catalog"]);
    vi.unstubAllGlobals();
  });

  it("says that the models could not be loaded, and loads them when asked to", async () => {
    vi.stubGlobal("fetch", async () => Response.json(catalog));
    render(
      <ImageNodeProvider baseUrl="http://127.0.0.1/api">
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen">
          <ImageNodePanel defaultValue={cat()} />
        </ImageNodeScope>
      </ImageNodeProvider>,
    );
    await act(() => clientCode.fail());
    const retry = await screen.findByRole("button", { name: "Try again" });
    await userEvent.click(retry);
    await arrive(clientCode);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Try again" })).toBeNull());
    vi.unstubAllGlobals();
  });

  it("shows the run that an earlier page left, once it is there", async () => {
    const entries = new Map<string, string>();
    const storage = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    };
    const earlier = createFakeClient();
    const store = createGeneration(earlier.client, { storage, slot: "n4" });
    void store.start({ config: cat(), variables: {} });
    await settle();
    earlier.run().succeed(generationOf());
    await settle();
    renderPanel(cat(), { storage });
    await settle();
    await arrive(clientCode);
    expect(await screen.findByRole("img")).toBeInTheDocument();
  });

  it("begins as the server rendered it, with its texts, also where the code has come by then", async () => {
    const fake = createFakeClient();
    const page = (
      <Framed client={fake}>
        <ImageNodePanel defaultValue={cat()} />
      </Framed>
    );
    const html = renderToString(page);
    expect(html).toContain("A cat");
    expect([clientCode.fetches, runCode.fetches]).toEqual([0, 0]);
    await clientCode.arrive();
    const box = document.createElement("div");
    document.body.append(box);
    box.innerHTML = html;
    const told = vi.fn();
    const root = await act(async () => hydrateRoot(box, page, { onRecoverableError: told }));
    await arrive(runCode);
    await userEvent.click(button());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(told).not.toHaveBeenCalled();
    act(() => root.unmount());
    box.remove();
  });
});
