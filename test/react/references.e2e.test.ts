import type { Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import sharp from "sharp";
import { METADATA, meanOf, paint, takePhoto } from "./referenceFiles.js";
import type { ChosenFile } from "./referenceFiles.js";
import { createReferenceActions, openReferencePage, startReferencePage } from "./referencePage.js";

const FILES = { red: "#d01818", green: "#18a030", blue: "#1830d0" };

let site: Awaited<ReturnType<typeof startReferencePage>>;
let photo: ChosenFile;
let page: Page;
let on: ReturnType<typeof createReferenceActions>;

beforeAll(async () => {
  [site, photo] = await Promise.all([startReferencePage(), takePhoto()]);
});
beforeEach(() => {
  site.reset();
  return () => page.context().close();
});
afterAll(() => site?.stop());

async function open(options: Parameters<typeof openReferencePage>[1] = {}): Promise<void> {
  page = await openReferencePage(site, options);
  on = createReferenceActions(page);
}

/** Size and colours of a thumbnail as it is seen: the middle of its top, and of its bottom. */
const look = (index: number) =>
  on
    .items()
    .nth(index)
    .locator("img")
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const at = (x: number, y: number) => [
        ...(context?.getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data ??
          []),
      ];
      return {
        size: [canvas.width, canvas.height],
        top: at(0.7, 0.1),
        bottom: at(0.7, 0.9),
        corner: at(0.1, 0.1),
      };
    });
const isRed = ([red = 0, green = 0, blue = 0]: readonly number[]) => red > green + 60 && red > blue + 60;
const isBlue = ([red = 0, green = 0, blue = 0]: readonly number[]) => blue > red + 60 && blue > green + 60;

it("shows a dropped and a chosen photo upright, keeps nothing of its metadata, and draws after it", async () => {
  await open();
  await on.drop(photo);
  await expect.poll(on.names).toEqual(["photo.jpg"]);
  await on.pick(await paint("logo.png", "#18a030"));
  await expect.poll(on.names).toEqual(["photo.jpg", "logo.png"]);
  const seen = await look(0);
  expect(seen.size).toEqual([300, 400]);
  expect(isRed(seen.top)).toBe(true);
  expect(isBlue(seen.bottom)).toBe(true);
  const [red = 0, green = 0] = seen.corner;
  expect([red > 180, green > 150]).toEqual([true, true]);

  // The file that was sent has all of it; the one that is kept has none.
  const link = await on.items().first().locator("img").getAttribute("src");
  const answer = await page.request.get(link ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
  const kept = await answer.body();
  for (const word of METADATA) {
    expect([word, photo.buffer.includes(word)]).toEqual([word, true]);
    expect([word, kept.includes(word)]).toEqual([word, false]);
  }
  const facts = await sharp(kept).metadata();
  expect([facts.exif, facts.xmp, facts.iptc, facts.orientation ?? 1]).toEqual([
    undefined,
    undefined,
    undefined,
    1,
  ]);

  await on.items().nth(1).getByRole("button", { name: "Remove logo.png" }).click();
  await on.choose("Illustrator");
  await on.generate();
  const result = await page.request.get((await on.output())?.imageUrl ?? "");
  const picture = await result.body();
  expect(isRed(await meanOf(picture, [0.6, 0.02, 0.35, 0.12]))).toBe(true);
  expect(isBlue(await meanOf(picture, [0.05, 0.86, 0.9, 0.12]))).toBe(true);
  const [warm, , cold] = await meanOf(picture, [0.02, 0.02, 0.2, 0.12]);
  expect(warm - cold).toBeGreaterThan(60);
});

it("gives the result to the model as the next reference", async () => {
  await open();
  await on.drop(photo);
  await expect.poll(on.names).toEqual(["photo.jpg"]);
  await on.generate();
  const made = await on.output();
  await page.getByRole("button", { name: "More actions" }).click();
  const use = page.getByRole("button", { name: "Use as reference image" });
  await use.click();
  await expect.poll(() => on.names()).toEqual(["photo.jpg", "A red fox"]);
  await use.waitFor({ state: "hidden" });
  await on.generate();
  const [first, second] = site.asked.map(({ pictures }) => pictures);
  expect(first?.map(({ mimeType }) => mimeType)).toEqual(["image/jpeg"]);
  expect(second?.map(({ attachmentId }) => attachmentId)).toEqual([
    first?.[0]?.attachmentId,
    made?.attachmentId,
  ]);
  const bytes = await page.request.get(made?.imageUrl ?? "");
  expect(Buffer.from(second?.[1]?.bytes ?? []).equals(await bytes.body())).toBe(true);
});

it("follows the picture of the node before, and a loop's pictures in their order", async () => {
  const [hero, one, two] = await Promise.all(
    [FILES.green, FILES.red, FILES.blue].map((colour) => site.keep(colour)),
  );
  await open({ earlier: { hero_gen: { output: hero }, loop: { output: { pictures: [one, two] } } } });
  await page.getByRole("button", { name: "Variable", exact: true }).click();
  const files = page.getByRole("group", { name: "Pictures and files" });
  await files.getByRole("button", { name: /^hero_gen\.output/ }).click();
  await expect.poll(on.saved).toEqual([{ value: "{{hero_gen.output}}" }]);
  await page.getByRole("button", { name: "Variable", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search variables" }).fill("pictures");
  await page.getByRole("button", { name: /^loop\.output\.pictures\s*Node loop/ }).click();
  await expect
    .poll(on.saved)
    .toEqual([{ value: "{{hero_gen.output}}" }, { value: "{{loop.output.pictures}}" }]);
  await on.generate();
  expect(site.asked[0]?.pictures.map(({ attachmentId }) => attachmentId)).toEqual(
    [hero, one, two].map((file) => file?.attachmentId),
  );
  const colours = await Promise.all(
    (site.asked[0]?.pictures ?? []).map(({ bytes }) => meanOf(bytes, [0, 0, 1, 1])),
  );
  expect([isRed(colours[1] ?? []), isBlue(colours[2] ?? [])]).toEqual([true, true]);
  // More than the model takes, though the form can't know how many a list has.
  await on.choose("Takes one");
  const before = site.asked.length;
  await page.getByRole("button", { name: /^Remove hero_gen\.output/ }).click();
  await on.generateButton().click();
  await expect.poll(() => on.items().first().innerText()).toMatch(/takes one picture at most/);
  expect(site.asked).toHaveLength(before);
});

it("says what another model does not use before it costs, loses nothing, and goes through again", async () => {
  await open();
  await on.drop(photo, await paint("logo.png", FILES.green));
  await expect.poll(on.names).toEqual(["photo.jpg", "logo.png"]);
  const saved = await on.saved();
  const unused = () => on.items().evaluateAll((all) => all.map((item) => item.hasAttribute("data-unused")));
  const note = () => on.part("references-note").innerText();
  const runs = () => site.seen.filter(({ method, path }) => method === "POST" && path === "/generations");

  await on.choose("Takes one");
  await expect.poll(unused).toEqual([false, true]);
  await expect.poll(note).toMatch(/^Takes one takes one picture at most/);
  expect(await on.items().nth(1).innerText()).toMatch(/not used by this model/);
  await on.generateButton().click();
  await expect.poll(() => on.isFocused(page.getByRole("button", { name: "Remove logo.png" }))).toBe(true);

  await on.choose("Takes none");
  await expect.poll(unused).toEqual([true, true]);
  await expect.poll(note).toMatch(/^Takes none takes no pictures/);
  await on.generateButton().click();
  await expect.poll(() => on.isFocused(page.getByRole("button", { name: "Remove photo.jpg" }))).toBe(true);
  expect(runs()).toEqual([]);
  expect(await on.saved()).toEqual(saved);

  await on.choose("Takes four");
  await expect.poll(unused).toEqual([false, false]);
  await on.generate();
  expect(runs()).toHaveLength(1);
  expect(site.asked.map(({ pictures }) => pictures.map(({ attachmentId }) => attachmentId))).toEqual([
    saved.map(({ attachmentId }) => attachmentId),
  ]);
  expect(await on.saved()).toEqual(saved);
});

it("loses nothing of two tabs that add at the same time, nor of a run that is under way", async () => {
  await open();
  const other = await page.context().newPage();
  await other.goto(page.url());
  const there = createReferenceActions(other);
  await there.root().waitFor();

  // The other tab's picture arrives while this one's is on its way, and a run is drawing.
  let finish = () => {};
  site.hooks.generate = () => new Promise<void>((resolve) => (finish = resolve));
  await on.generateButton().click();
  await expect.poll(() => site.asked.length).toBe(1);
  let release = () => {};
  site.hooks.upload = () => new Promise<void>((resolve) => (release = resolve));
  await on.drop(photo);
  await expect.poll(() => site.seen.filter(({ path }) => path === "/attachments").length).toBe(1);
  site.hooks.upload = async () => {};
  await there.drop(await paint("logo.png", FILES.green));
  await expect.poll(on.names).toEqual(["logo.png"]);
  expect(await on.part("references-upload").innerText()).toMatch(/photo\.jpg/);
  release();
  await expect.poll(on.names).toEqual(["logo.png", "photo.jpg"]);
  await expect.poll(there.names).toEqual(["logo.png", "photo.jpg"]);
  site.hooks.generate = async () => {};
  finish();
  await expect.poll(async () => (await on.output())?.attachmentId).toBeTruthy();
  const made = await on.output();

  // Whoever comes later finds the run, its picture and both references.
  await other.reload();
  await expect.poll(there.names).toEqual(["logo.png", "photo.jpg"]);
  await expect.poll(async () => (await there.output())?.attachmentId).toBe(made?.attachmentId);
  expect(await there.saved()).toEqual(await on.saved());
  await there.generate();
  expect(site.asked.map(({ pictures }) => pictures.length)).toEqual([0, 2]);
});
