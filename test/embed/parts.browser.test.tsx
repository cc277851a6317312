import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { render, screen, waitFor, within } from "@testing-library/react";
import { ConfigForm, ImageNodeScope } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import { useState } from "react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { AntParts } from "../../stories/embed/AntParts.js";
import { Connected } from "../../stories/embed/Connected.js";
import { EnginePanel } from "../../stories/embed/EnginePanel.js";
import { MuiPanel } from "../../stories/embed/MuiPanel.js";
import { pictureOf } from "../react/pictureOf.js";

const START = createImageNodeConfig();

/** The host around the parts: it holds the configuration. */
function setup(locale: "en" | "de" = "en") {
  const backend = createScriptedBackend({ stageMs: 5 });
  const client = createClient({ baseUrl: "http://127.0.0.1/api", fetch: inProcessFetch(backend.handler) });
  let known = START;
  function Host({ children }: { children: (props: HostProps) => ReactNode }) {
    const [config, setConfig] = useState(START);
    const onChange = (next: ImageNodeConfig) => setConfig((known = next));
    return (
      <Connected client={client} locale={locale}>
        <ImageNodeScope nodeId="n4" nodeSlug="image" variables={[]}>
          {children({ config, onChange })}
        </ImageNodeScope>
      </Connected>
    );
  }
  return { backend, Host, getConfig: () => known };
}

interface HostProps {
  config: ImageNodeConfig;
  onChange: (config: ImageNodeConfig) => void;
}

const LIBRARIES = {
  MUI: (props: HostProps) => <MuiPanel {...props} />,
  "Ant Design": ({ config, onChange }: HostProps) => (
    <ConfigForm.Root value={config} onValueChange={onChange}>
      <AntParts />
    </ConfigForm.Root>
  ),
};

describe.each(Object.entries(LIBRARIES))("the parts on components of %s", (_library, panel) => {
  it("take a text, a choice and a run", async () => {
    const { Host, getConfig } = setup();
    render(<Host>{panel}</Host>);
    const prompt = screen.getByRole("textbox", { name: "Prompt" });
    expect(prompt.tagName).toBe("TEXTAREA");
    await userEvent.type(prompt, "A lamp");
    const style = screen.getByRole("combobox", { name: "Style" });
    await waitFor(() => expect(style).not.toHaveAttribute("aria-disabled", "true"));
    await userEvent.click(style);
    const row = (await screen.findAllByText("Watercolor")).at(-1);
    await userEvent.click(row?.closest("[class*=item-option]") ?? row ?? document.body);
    await waitFor(() =>
      expect(getConfig()).toMatchObject({ style: "watercolor", prompt: { template: "A lamp" } }),
    );
    expect(screen.getByText("No picture yet")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Draw" }));
    expect(await screen.findByRole("img", { name: /lamp/ })).toBeVisible();
    // An element of the library's stands between the part and its words: it knows no gap.
    const status = document.querySelector<HTMLElement>("[data-imagenode-part='preview-status']");
    expect(status?.innerText).toMatch(/^Done\s\d/);
    expect(prompt).toHaveValue("A lamp");
  });

  it("say at the field what is wrong", async () => {
    const { Host } = setup();
    render(<Host>{panel}</Host>);
    await userEvent.click(screen.getByRole("button", { name: "Draw" }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Prompt" })).toBeInvalid());
  });
});

describe("the panel of MUI's components", () => {
  it("switches the mode and chooses a shape with its own buttons", async () => {
    const { Host, getConfig } = setup();
    render(<Host>{LIBRARIES.MUI}</Host>);
    await userEvent.click(screen.getByRole("tab", { name: "From the nodes before" }));
    expect(getConfig().prompt.mode).toBe("auto");
    await userEvent.click(screen.getByRole("tab", { name: "By hand" }));
    expect(getConfig().prompt.mode).toBe("manual");
    await userEvent.click(screen.getByRole("combobox", { name: "Aspect ratio" }));
    await userEvent.click(await screen.findByRole("option", { name: /^Landscape/ }));
    expect(getConfig().aspectRatio).toBe("landscape");
  });
});

describe("the panel of an engine of the host's", () => {
  const [saved, next] = [pictureOf("gen_saved"), pictureOf("gen_next")];
  const renderPanel = (runNode: (config: ImageNodeConfig) => Promise<Generation>) => {
    const { Host, backend } = setup("de");
    render(<Host>{() => <EnginePanel nodeId="n4" nodeSlug="image" saved={saved} runNode={runNode} />}</Host>);
    return backend;
  };
  const shown = (source: string) =>
    waitFor(() => {
      const preview = screen.getByRole("region", { name: "Vorschau" });
      expect(within(preview).getAllByRole("img")[0]).toHaveAttribute("src", source);
    });

  it("shows what the node's data holds, and then what the engine returns", async () => {
    const asked: string[] = [];
    const backend = renderPanel(async ({ prompt }) => {
      asked.push(prompt.template);
      return next;
    });
    await shown(saved.output.imageUrl);
    // The sheet's own gaps stand in their place.
    const spaces = [...document.querySelectorAll("[data-imagenode-part='space']")];
    expect(spaces.length).toBeGreaterThan(5);
    expect(spaces.filter((space) => space.checkVisibility())).toEqual([]);
    await userEvent.type(screen.getByRole("textbox"), "A chair");
    await userEvent.click(screen.getByRole("button", { name: /^Zeichnen/ }));
    await shown(next.output.imageUrl);
    expect(asked).toEqual(["A chair"]);
    expect(backend.requests.filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("shows the engine's refusal at the field", async () => {
    renderPanel(() => {
      const errors = [{ pointer: "#/config/prompt/template", code: "nope", detail: "Not this one." }];
      return Promise.reject(new ImageNodeError({ kind: "invalid_request", errors }));
    });
    await userEvent.type(screen.getByRole("textbox"), "A chair");
    await userEvent.click(screen.getByRole("button", { name: /^Zeichnen/ }));
    await waitFor(() => expect(screen.getByRole("textbox")).toHaveAttribute("aria-invalid", "true"));
  });
});
