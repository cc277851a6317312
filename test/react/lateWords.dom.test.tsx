import { render, renderHook, screen, waitFor } from "@testing-library/react";
import { createTranslate, en, ImageNodeProvider, Preview, useMessages } from "image-generation-node";
import { de } from "image-generation-node/messages/de";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { coreWords, faultWords, pinWords, resultWords, withWords } from "../../src/react/messages/index.js";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";

const words = (host: Record<string, string>) =>
  function Words({ children }: { children: ReactNode }) {
    return (
      <ImageNodeProvider baseUrl="/api" messages={{ words: host }}>
        {children}
      </ImageNodeProvider>
    );
  };

describe("words that are loaded with what says them", () => {
  it("are not among those of the first paint", () => {
    for (const later of [faultWords, resultWords, pinWords])
      expect(Object.keys(later).filter((key) => key in coreWords)).toEqual([]);
  });

  it("give way to the host's, key by key", () => {
    const t = createTranslate(coreWords, { words: { "error.network.title": "Kein Netz" } });
    const say = withWords(t, faultWords);
    expect(say("error.network.title")).toBe("Kein Netz");
    expect(say("error.timeout.title")).toBe("It took too long");
    expect([t, say].map(({ has }) => has("error.timeout.title"))).toEqual([false, true]);
  });

  it("are added once for the same words, so that nothing renders for them", () => {
    const t = createTranslate(coreWords);
    expect(withWords(t, faultWords)).toBe(withWords(t, faultWords));
    expect(withWords(t, faultWords)).not.toBe(withWords(t, resultWords));
  });

  it("follow the locale of the page", () => {
    const t = createTranslate(coreWords, { locale: "de", words: {} });
    expect(withWords(t, resultWords)("preview.seconds", { seconds: 1.5 })).toBe("1,5 s");
  });

  it("are all known to a host's own parts, and all of them have German", () => {
    const { result } = renderHook(useMessages, { wrapper: words({ "preview.retry": "Once more" }) });
    expect(Object.keys(en).filter((key) => !result.current.has(key))).toEqual([]);
    expect(result.current("preview.retry")).toBe("Once more");
    expect(result.current("error.network.title")).toBe("No connection");
    expect(Object.keys(de.words).sort()).toEqual(Object.keys(en).sort());
  });

  it("are there on a server for parts that a host imports by name", () => {
    const html = renderToString(
      <Node>
        <Preview.Root generation={{} as never}>
          <Preview.Error />
        </Preview.Root>
      </Node>,
    );
    expect(html).toContain("The answer was not understood");
  });
});

describe("a catalog that was refused for a reason", () => {
  it("is said in general until the words of the reason are there", async () => {
    vi.resetModules();
    const { ConfigForm } = await import("image-generation-node");
    const { ImageNodeError: FreshError } = await import("image-generation-node/contract");
    const { Node: FreshNode } = await import("./renderNode.js");
    const refusal = new FreshError({ kind: "forbidden", reason: "origin_refused", message: "No." });
    const fake = createFakeClient({ catalog: () => Promise.reject(refusal) });
    render(
      <FreshNode fake={fake}>
        <ConfigForm.Root>
          <ConfigForm.Error />
        </ConfigForm.Root>
      </FreshNode>,
    );
    const seen: (string | null)[] = [];
    const observer = new MutationObserver(() => {
      const part = document.querySelector('[data-imagenode-part="config-form-error"] span');
      if (part && part.textContent !== seen.at(-1)) seen.push(part.textContent);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    await waitFor(() => expect(screen.getByText(/does not accept this page/)).toBeDefined());
    observer.disconnect();
    expect(seen).toEqual([
      "The list of models could not be loaded.",
      "The back end does not accept this page. The administrator has to allow the address of this page.",
    ]);
  });
});
