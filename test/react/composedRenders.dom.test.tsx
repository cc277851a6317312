import { render } from "@testing-library/react";
import { ImageNodePanel, Panel, useConfigFormValue } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { cat, prompt, type } from "./formControls.js";
import { Node } from "./renderNode.js";

describe("a composed panel under an echoing host", () => {
  it("renders nothing of its parts while the user types", () => {
    const ownRenders = vi.fn();
    const hostRenders = vi.fn();
    const read = vi.fn<(key: string) => void>();
    const words = new Proxy<Record<string, string>>(
      {},
      {
        getOwnPropertyDescriptor: (_, key) => void read(String(key)),
      },
    );
    const messages = { words };
    function Own() {
      ownRenders();
      return <output>{useConfigFormValue("style")}</output>;
    }
    const own = <Own />;
    /** Echoes every edit and makes its children anew each time. */
    function Host() {
      const [value, setValue] = useState<ImageNodeConfig>(cat());
      hostRenders();
      return (
        <Node messages={messages}>
          <ImageNodePanel value={value} onValueChange={setValue}>
            <Panel.Form>
              <Panel.Header />
              <Panel.Fields>
                <Panel.Prompt />
                {own}
                <Panel.Style />
              </Panel.Fields>
              <Panel.Footer />
            </Panel.Form>
            <Panel.Preview />
          </ImageNodePanel>
        </Node>
      );
    }
    render(<Host />);
    const keys = ["prompt.manual.label", "configForm.generate", "preview.empty", "select.style.label"];
    const readOf = (key: string) => read.mock.calls.filter(([name]) => name === key).length;
    expect(keys.filter((key) => readOf(key) === 0)).toEqual([]);
    for (const counted of [read, ownRenders, hostRenders]) counted.mockClear();
    type(prompt(), "s and dogs");
    expect(hostRenders).toHaveBeenCalledTimes(10);
    expect(ownRenders).not.toHaveBeenCalled();
    expect(keys.filter((key) => readOf(key) > 0)).toEqual([]);
  });
});
