import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import {
  ImageNodePanel,
  ImageNodeProvider,
  ImageNodeScope,
  Preview,
  PromptEditor,
  createTranslate,
  en,
} from "image-generation-node";
import type { ImageNodeScopeProps, MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createVariableIndex, doubleBraceLanguage } from "image-generation-node/template";
import { Component } from "react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockRestore();
});

function renderWith(scope: object, provider: object = {}, parts: ReactNode = <ImageNodePanel />) {
  const fake = createFakeClient();
  const given = { nodeId: "n4", nodeSlug: "image_gen", ...scope } as ImageNodeScopeProps;
  render(
    <ImageNodeProvider client={fake.client} {...provider}>
      <ImageNodeScope {...given}>{parts}</ImageNodeScope>
    </ImageNodeProvider>,
  );
  return fake;
}

/** Objects that lack one of these methods each. */
const without = (methods: readonly string[]) =>
  methods.map((missing) =>
    Object.fromEntries(methods.filter((name) => name !== missing).map((name) => [name, () => undefined])),
  );

const isThere = () => expect(screen.getByRole("textbox", { name: "Prompt" })).toBeVisible();

describe("a host without types", () => {
  it.each([null, undefined, []])("that gives %j as variables has none", (variables) => {
    renderWith({ variables });
    isThere();
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    [
      { variables: { trigger: { output: {} } } },
      /<ImageNodeScope> got an object with the keys trigger as variables.*a list/,
    ],
    [{ variables: "trigger" }, /<ImageNodeScope> got the string "trigger" as variables/],
    [
      { variables: [null, { slug: "trigger" }] },
      /<ImageNodeScope> got null as an entry of variables.*a slug/,
    ],
    [{ storage: { getItem: 1, setItem: 2, removeItem: 3 } }, /<ImageNodeScope> got .*removeItem as storage/],
    [{ storage: {} }, /<ImageNodeScope> got an object without keys as storage.*localStorage/],
    [{ generation: { status: "idle" } }, /<ImageNodeScope> got an object with the keys status as generation/],
    [{ getRunInput: { variables: {} } }, /<ImageNodeScope> got .* as getRunInput.*a function/],
    [{ language: "mustache" }, /The template language "without a name" has no function in scan/],
  ])("that gives the scope %j keeps its panel and is told", async (scope, message) => {
    renderWith(scope);
    isThere();
    await waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringMatching(message)));
  });

  it.each([
    ...without(["getItem", "setItem", "removeItem"]).map((storage) => ({ storage })),
    ...without(["getSnapshot", "subscribe", "start"]).map((generation) => ({ generation })),
  ])("that gives the scope an object without one of its methods is told (%#)", (scope) => {
    renderWith(scope);
    isThere();
    const [name = ""] = Object.keys(scope);
    const told = new RegExp(`<ImageNodeScope> got an object with the keys \\w+, \\w+ as ${name}`);
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(told));
  });

  it.each([
    [
      { "panel.title": "Bild" },
      /<ImageNodeProvider> got an object with the keys panel.title as messages.*words/,
    ],
    ["de", /<ImageNodeProvider> got the string "de" as messages/],
    [{ words: null }, /<ImageNodeProvider> got an object with the keys words as messages/],
    [
      { words: {}, locale: "xx-bogus-!!" },
      /<ImageNodeProvider> got the string "xx-bogus-!!" as messages.locale/,
    ],
    [{ words: {}, locale: 5 }, /<ImageNodeProvider> got the number "5" as messages.locale/],
  ])("that gives %j as messages goes on in English and is told", (messages, told) => {
    renderWith({}, { messages });
    isThere();
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(told));
  });

  it.each([{ words: {} }, { words: {}, locale: "de-AT" }])(
    "that gives %j as messages is told nothing",
    (messages) => {
      renderWith({}, { messages });
      isThere();
      expect(warn).not.toHaveBeenCalled();
    },
  );

  it("that gives functions is told nothing", () => {
    renderWith({ getRunInput: () => ({}), language: doubleBraceLanguage });
    isThere();
    expect(warn).not.toHaveBeenCalled();
  });

  it("that gives no functions draws all the same", async () => {
    const config = createImageNodeConfig({ prompt: { template: "A lamp" } });
    const none = { getRunInput: {}, language: "mustache" };
    const fake = renderWith(none, {}, <ImageNodePanel defaultValue={config} />);
    fireEvent.click(await screen.findByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });

  it.each(["http://127.0.0.1:9/api", new URL("http://127.0.0.1:9/api")])(
    "that gives the address %s and no client reaches it",
    async (baseUrl) => {
      const request = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("offline"));
      renderWith({}, { client: undefined, baseUrl });
      isThere();
      await waitFor(() => expect(request).toHaveBeenCalled());
      expect(String(request.mock.calls[0]?.[0])).toBe("http://127.0.0.1:9/api/catalog");
      request.mockRestore();
    },
  );

  it("that gives null for everything that may be left out is told nothing", () => {
    const nothing = {
      storage: null,
      generation: null,
      getRunInput: null,
      language: null,
    };
    renderWith(nothing, { messages: null, portalContainer: null, baseUrl: null });
    isThere();
    expect(warn).not.toHaveBeenCalled();
  });

  it("that gives no list to an editor or a history is told", async () => {
    const variables = { trigger: 1 } as never;
    renderWith(
      {},
      {},
      <>
        <PromptEditor.Root variables={variables}>
          <PromptEditor.Input aria-label="Prompt" />
        </PromptEditor.Root>
        <Preview.Root history={{ entries: [] } as never}>
          <Preview.History />
        </Preview.Root>
      </>,
    );
    isThere();
    const told = /<PromptEditor.Root> got .*trigger as variables/;
    await waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringMatching(told)));
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/<Preview.Root> got .*entries as history/));
  });

  it.each<[object, RegExp]>([
    [
      { client: {} },
      /<ImageNodeProvider> got an object without keys as client.*createClient\(\{ baseUrl \}\)/,
    ],
    ...without(["catalog", "generate"]).map((client): [object, RegExp] => [
      { client },
      /<ImageNodeProvider> got an object with the keys \w+ as client/,
    ]),
    [{ client: "/api" }, /<ImageNodeProvider> got the string "\/api" as client/],
    [{ client: null, baseUrl: 5 }, /<ImageNodeProvider> got the number "5" as baseUrl/],
    [{ client: null, baseUrl: null }, /<ImageNodeProvider> got neither baseUrl nor client/],
    [{ client: null }, /<ImageNodeProvider> got neither baseUrl nor client/],
  ])("that gives %j learns that nothing can be reached", (provider, message) => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const caught: unknown[] = [];
    class Boundary extends Component<{ children: ReactNode }> {
      override state = { failed: false };
      static getDerivedStateFromError = () => ({ failed: true });
      override componentDidCatch(thrown: unknown) {
        caught.push(thrown);
      }
      override render() {
        return this.state.failed ? null : this.props.children;
      }
    }
    render(
      <Boundary>
        <ImageNodeProvider {...(provider as object)}>
          <p>text</p>
        </ImageNodeProvider>
      </Boundary>,
    );
    expect(String(caught[0])).toMatch(message);
    error.mockRestore();
  });
});

describe("createTranslate", () => {
  it.each([
    ["xx-bogus-!!", "en"],
    ["", "en"],
    [null, "en"],
    [7, "en"],
    ["de_AT", "de-AT"],
    ["de", "de"],
  ])("reads the locale %j as %s", (locale, read) => {
    expect(createTranslate(en, { locale, words: {} } as MessageOverrides).locale).toBe(read);
  });

  it("keeps the built-in words where a host's are none", () => {
    const t = createTranslate(en, { words: { "preview.download": 5, "preview.open": null } } as never);
    expect(t("preview.download")).toBe(en["preview.download"]);
    expect(t("preview.open")).toBe(en["preview.open"]);
    expect(createTranslate(en, {} as never)("preview.download")).toBe(en["preview.download"]);
  });
});

describe("createVariableIndex", () => {
  it.each([null, undefined, {}, "trigger", 5])("takes %j for no variables", (sources) => {
    expect(createVariableIndex(sources as never).size).toBe(0);
  });
});
