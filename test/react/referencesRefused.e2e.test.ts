import type { IncomingMessage, ServerResponse } from "node:http";
import type { Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listBadFiles, paint, paintNoise } from "./referenceFiles.js";
import {
  configWith,
  createReferenceActions,
  openReferencePage,
  startReferencePage,
} from "./referencePage.js";

const INNER = "http://169.254.169.254/latest/meta-data/";
/** Parts of reference images; the help of the panel has "references" of its own. */
const OF_REFERENCES = ["references-", "preview-use-as", "preview-references"]
  .map((name) => `[data-imagenode-part^="${name}"]`)
  .join();
const FOREIGN = "https://pictures.example/cat.png";

let site: Awaited<ReturnType<typeof startReferencePage>>;
let page: Page;
let on: ReturnType<typeof createReferenceActions>;

beforeAll(async () => {
  site = await startReferencePage();
});
beforeEach(() => {
  site.reset();
  return () => page.context().close();
});
afterAll(() => site?.stop());

async function open(options: Parameters<typeof openReferencePage>[1] = {}): Promise<void> {
  page = await openReferencePage(site, options);
  on = createReferenceActions(page);
  await on.root().waitFor();
}

/** Ends the connection in the midst of what it carries: of the picture's bytes, or of the answer. */
const CUTS = {
  body: (request: IncomingMessage) => void request.once("data", () => request.socket.destroy()),
  answer(request: IncomingMessage, response: ServerResponse) {
    // Some of it arrives: a browser repeats by itself what was not answered at all.
    response.write = () => {
      response.flushHeaders();
      request.socket.end();
      return true;
    };
    response.end = () => {
      response.write("");
      return response;
    };
  },
} as const;
const attempts = () => site.seen.filter(({ path }) => path === "/attachments");

it("keeps one attachment of an upload that is cut off in each way and repeated", async () => {
  let cut: keyof typeof CUTS = "body";
  site.hooks.connection = (request, response) => {
    if (request.url?.endsWith("/attachments")) CUTS[cut](request, response);
  };
  await open();
  await on.drop(await paintNoise("noise.png"));
  const upload = on.part("references-upload");
  // It gives up by itself, and says so.
  await expect
    .poll(() => upload.innerText())
    .toMatch(/The connection was lost\. Try again: nothing is saved twice/);
  expect(site.puts).toEqual([]);
  expect(attempts().length).toBeGreaterThan(1);

  cut = "answer";
  await upload.getByRole("button", { name: "Try again: noise.png" }).click();
  await expect.poll(() => site.puts.length).toBe(1);
  await expect.poll(() => upload.getAttribute("data-status")).toBe("failed");
  site.hooks.connection = () => {};
  await upload.getByRole("button", { name: "Try again: noise.png" }).click();
  await expect.poll(on.names).toEqual(["noise.png"]);
  expect(site.puts).toHaveLength(1);
  expect(await on.saved()).toMatchObject([{ attachmentId: site.puts[0] }]);
  expect(new Set(attempts().map(({ key }) => key)).size).toBe(1);
});

it("goes on by itself when the connection comes back", async () => {
  let cuts = 1;
  site.hooks.connection = (request, response) => {
    if (request.url?.endsWith("/attachments") && cuts-- > 0) CUTS.answer(request, response);
  };
  await open();
  await on.pick(await paint("logo.png", "#18a030"));
  await expect.poll(on.names).toEqual(["logo.png"]);
  expect(site.puts).toHaveLength(1);
});

it("says of each file that is no picture what it is and what helps, and gives none to a model", async () => {
  const bad = await listBadFiles();
  await open();
  // More than the model takes at once: each stands alone.
  for (const [file, words] of bad) {
    await on.drop(file);
    const upload = on.part("references-upload");
    await expect.poll(() => upload.getAttribute("data-status"), { message: file.name }).toBe("failed");
    expect(await upload.innerText()).toContain(file.name);
    expect(await upload.locator('[data-imagenode-part="references-trouble"]').innerText()).toMatch(words);
    expect(await on.part("references-status").innerText()).toMatch(words);
    await upload.getByRole("button", { name: `Remove ${file.name}` }).click();
    await upload.waitFor({ state: "detached" });
  }
  expect(await on.saved()).toEqual([]);
  expect(site.puts).toEqual([]);
  // The one that is too large is refused before it is sent.
  expect(new Set(attempts().map(({ key }) => key)).size).toBe(bad.length - 1);
  await on.generate();
  expect(site.asked.map(({ pictures }) => pictures)).toEqual([[]]);
});

it("refuses at the reference what is no picture of the workspace, and follows no address", async () => {
  const foreign = await site.keep("#123456", "other");
  const gone = await site.keep("#654321");
  await site.storage.delete?.(gone.attachmentId);
  const file = (path: string) => ({ path, _metadata: { name: "a.png", mimeType: "image/png", sizeInKb: 1 } });
  const earlier = {
    hero: {
      output: { inner: INNER, link: FOREIGN, number: 7, file: file(INNER), none: null, stranger: foreign },
    },
  };
  const cases = [
    [{ attachmentId: foreign.attachmentId, label: "Foreign" }, /This workspace has no such picture/],
    [{ attachmentId: "att_nobody", label: "Nobody" }, /This workspace has no such picture/],
    [{ attachmentId: gone.attachmentId, label: "Gone" }, /was deleted/],
    [{ value: "{{hero.output.stranger}}" }, /This workspace has no such picture/],
    [{ value: "{{hero.output.inner}}" }, /hero\.output\.inner” leads to no picture in this run/],
    [{ value: "{{hero.output.link}}" }, /hero\.output\.link” leads to no picture in this run/],
    [{ value: "{{hero.output.number}}" }, /leads to no picture/],
    [{ value: "{{hero.output.file}}" }, /leads to no picture/],
  ] as const;
  for (const [reference, words] of cases) {
    await open({ config: configWith([reference]), earlier });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    await on.generateButton().click();
    await expect
      .poll(() => on.items().first().innerText(), { message: JSON.stringify(reference) })
      .toMatch(words);
    const shown = page.getByRole("region", { name: "Preview", exact: true });
    await expect.poll(() => shown.innerText()).toMatch(/A reference image can't be used/);
    expect(await shown.innerText()).not.toMatch(/run was not found|Edit prompt/);
    expect(asked.filter((host) => host !== new URL(site.url).host)).toEqual([]);
    expect(await on.saved()).toEqual([reference]);
    await page.context().close();
  }
  expect(site.asked).toEqual([]);
  // Nothing is no fault: it is left out with a word.
  await open({ config: configWith([{ value: "{{hero.output.none}}" }]), earlier });
  await on.generate();
  await page
    .getByText(/hero\.output\.none”?\)? led to no picture, and was left out\.$/)
    .first()
    .waitFor();
  expect(site.asked.map(({ pictures }) => pictures)).toEqual([[]]);
});

it("leaves no trace where the catalog offers none", async () => {
  const plain = await startReferencePage({ isOffered: false });
  const offered: string[] = [];
  const loaded: string[] = [];
  try {
    await open();
    for (const name of await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    ))
      offered.push(new URL(name).pathname);
    await page.context().close();
    page = await openReferencePage(plain, {});
    on = createReferenceActions(page);
    await on.generate();
    for (const name of await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    ))
      loaded.push(new URL(name).pathname);
    expect(await page.locator(OF_REFERENCES).count()).toBe(0);
    expect(await page.locator('input[type="file"]').count()).toBe(0);
    expect(plain.seen.filter(({ method, path }) => method === "POST" && path === "/attachments")).toEqual([]);
    const texts = await Promise.all(
      loaded
        .filter((path) => path.endsWith(".js"))
        .map(async (path) => (await page.request.get(plain.url + path)).text()),
    );
    // Words and marks that only the code of references has; the page that offers them loads them.
    for (const mark of ["references-upload-trigger", "Drop or paste one here"]) {
      expect(texts.filter((text) => text.includes(mark))).toEqual([]);
      const others = await Promise.all(
        offered
          .filter((path) => path.endsWith(".js"))
          .map(async (path) => (await page.request.get(site.url + path)).text()),
      );
      expect(others.some((text) => text.includes(mark))).toBe(true);
    }
    expect(plain.asked.map(({ pictures }) => pictures)).toEqual([[]]);
  } finally {
    await plain.stop();
  }
});
