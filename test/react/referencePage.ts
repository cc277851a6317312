import type { IncomingMessage, ServerResponse } from "node:http";
import { createDemoBackend } from "image-generation-node/demo";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage, GenerateImageRequest, ImageModelEntry } from "image-generation-node/server";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright";
import { expect } from "vitest";
import { PATIENCE_MS } from "../chromium.js";
import { buildPage } from "../security/page/buildPage.js";
import { servePage } from "../security/page/servePage.js";
import { launchChromium } from "../storybook/openPlayground.js";
import type { ChosenFile } from "./referenceFiles.js";
import { paint } from "./referenceFiles.js";

/** Picture that a model got. */
interface Given {
  readonly attachmentId: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** What a model was asked for. */
export interface Asked {
  readonly model: string;
  readonly pictures: readonly Given[];
}

/** Reference as it stands in the saved configuration. */
interface SavedReference {
  readonly attachmentId?: string;
  readonly value?: string;
  readonly label?: string;
}

/** Request that reached the back end. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
}

/** Models that take four pictures, one and none, beside the demo illustrator, which takes one. */
function createModels(asked: Asked[], before: (model: string) => Promise<void>) {
  const record = (id: string, label: string, max: number): ImageModelEntry => ({
    label,
    ...(max > 0 && { references: { max } }),
    model: {
      async generate({ references = [] }: GenerateImageRequest) {
        asked.push({ model: id, pictures: references });
        await before(id);
        return new Uint8Array((await paint("answer.png", "#2a7", 256)).buffer);
      },
    },
  });
  return {
    four: record("four", "Takes four", 4),
    one: record("one", "Takes one", 1),
    none: record("none", "Takes none", 0),
    demo: { ...createDemoBackend({ references: true }).imageModel, label: "Illustrator" },
  };
}

/** Starts a browser and a page on a back end that takes reference images; records what reaches it. */
export async function startReferencePage({ isOffered = true } = {}) {
  const [browser, built] = await Promise.all([launchChromium(), buildPage()]);
  const storage = memoryStorage();
  const asked: Asked[] = [];
  const seen: Seen[] = [];
  const puts: string[] = [];
  /** Waits of a test: for a model, and for a connection. */
  const hooks: {
    generate: (model: string) => Promise<void>;
    connection: (request: IncomingMessage, response: ServerResponse) => void;
    upload: () => Promise<void>;
  } = { generate: async () => {}, connection: () => {}, upload: async () => {} };
  const counted: AttachmentStorage = {
    ...storage,
    async put(bytes, details) {
      if (details.name.startsWith("workflow_image_reference")) puts.push(details.attachmentId);
      return storage.put(bytes, details);
    },
  };
  const served = await servePage({
    folder: built.folder,
    watch: (request, response) => hooks.connection(request, response),
    createBackend: (publicUrl) => {
      const handle = createImageNodeHandler({
        imageModels: createModels(asked, (model) => hooks.generate(model)),
        defaults: { imageModel: "four" },
        storage: counted,
        signingSecret: "for this test only, at least 32 characters",
        authorize: () => ({ scope: "test", subject: "user" }),
        dangerouslyAllowAnonymous: true,
        publicUrl,
        ...(isOffered && { references: true }),
        hooks: { onError: () => undefined },
      });
      return async (request) => {
        const { method, url, headers } = request;
        const path = new URL(url).pathname.replace("/api/image-node", "");
        seen.push({ method, path, key: headers.get("Idempotency-Key") ?? undefined });
        if (method === "POST" && path === "/attachments") await hooks.upload();
        return handle(request);
      };
    },
  });
  return {
    browser,
    url: served.url,
    storage,
    asked,
    seen,
    puts,
    hooks,
    /** Forgets what was recorded. */
    reset() {
      for (const list of [asked, seen, puts]) list.length = 0;
      Object.assign(hooks, { generate: async () => {}, connection: () => {}, upload: async () => {} });
    },
    /** Keeps a picture of one colour as an earlier node's, and returns its workflow file. */
    async keep(colour: string, scope = "test") {
      const attachmentId = `att_${scope}_${colour.slice(1)}`;
      const { buffer } = await paint("a.png", colour);
      const name = "workflow_image_hero.png";
      await storage.put(new Uint8Array(buffer), { scope, name, attachmentId, context: {}, sha256: "00" });
      const path = `${served.url}/api/image-node/attachments/${attachmentId}`;
      const metadata = { name, mimeType: "image/png", sizeInKb: 1, attachmentId };
      return { path, imageUrl: path, attachmentId, _metadata: metadata };
    },
    async stop() {
      await browser.close();
      await Promise.all([built.remove(), served.stop()]);
    },
  };
}

/** Configuration of a test's page, with references. */
export const configWith = (references?: readonly SavedReference[], changes: object = {}) => ({
  version: 1,
  prompt: { mode: "manual", template: "A red fox", instructions: "" },
  ...(references && { references }),
  ...changes,
});

/** What a page has saved, and how its browser is. */
type PageOptions = BrowserContextOptions & { config?: object; earlier?: object };

/** Opens a page on its back end, with what it saved at first. */
export async function openReferencePage(
  { browser, url }: { readonly browser: Browser; readonly url: string },
  { config = configWith(), earlier, ...options }: PageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1000 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(`${url}/index.html#references`);
  await page.evaluate(
    ([first, outputs]) => {
      localStorage.clear();
      localStorage.setItem("config", first);
      if (outputs) localStorage.setItem("earlier", outputs);
    },
    [JSON.stringify(config), earlier && JSON.stringify(earlier)] as const,
  );
  await page.reload();
  await page.getByRole("textbox", { name: "Prompt", exact: true }).waitFor();
  return page;
}

/** What a test reads and does on a page. */
export function createReferenceActions(page: Page) {
  const part = (name: string) => page.locator(`[data-imagenode-part="${name}"]`);
  const root = () => part("references-root");
  const items = () => part("references-item");
  const generateButton = () => page.getByRole("button", { name: /^Generate/ });
  const output = async () => {
    const text = await page.getByRole("region", { name: "Node output" }).locator("pre").innerText();
    return JSON.parse(text) as { attachmentId: string; imageUrl: string } | null;
  };
  const choose = async (name: string) => {
    await page.getByRole("combobox", { name: "Image model" }).click();
    await page
      .getByRole("option", { name: new RegExp(`^${name}`) })
      .last()
      .click();
  };
  return {
    part,
    root,
    items,
    generateButton,
    choose,
    names: () => items().locator('[data-imagenode-part="references-label"]').allInnerTexts(),
    saved: async () => {
      const text = await page.getByRole("region", { name: "Saved configuration" }).locator("pre").innerText();
      return (JSON.parse(text) as { references?: SavedReference[] }).references ?? [];
    },
    output,
    /** Sends the events of a drop, with files in their data as a browser puts them there. */
    async drop(...files: readonly ChosenFile[]) {
      const given = files.map(({ buffer, ...rest }) => ({ ...rest, text: buffer.toString("base64") }));
      const dataTransfer = await page.evaluateHandle((list) => {
        const data = new DataTransfer();
        for (const { name, mimeType, text } of list) {
          const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          data.items.add(new File([bytes], name, { type: mimeType }));
        }
        return data;
      }, given);
      for (const type of ["dragenter", "dragover", "drop"])
        await root().dispatchEvent(type, { dataTransfer });
    },
    /** Chooses files in the browser's own dialog. */
    async pick(...files: readonly ChosenFile[]) {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Upload", exact: true }).click(),
      ]);
      await chooser.setFiles([...files]);
    },
    /** Generates, and waits for the picture and until another run can be started. */
    async generate() {
      const before = await output();
      await generateButton().click();
      await expect.poll(async () => (await output())?.attachmentId).not.toBe(before?.attachmentId);
      await expect.poll(() => generateButton().isVisible()).toBe(true);
    },
    isFocused: (control: Locator) => control.evaluate((node) => node === document.activeElement),
  };
}
