import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { catalogFixture } from "../../../src/testing/fixtures/catalogFixture.js";
import { configFixture } from "../../../src/testing/fixtures/generationFixture.js";
import type { Contestant } from "./contestant.js";

const CONTESTANTS: Readonly<Record<string, () => Promise<Contestant>>> = {
  bare: async () => (await import("./contestants/bare.js")).bare,
  ours: async () => (await import("./contestants/ours.js")).ours,
  rjsf: async () => (await import("./contestants/rjsf.js")).rjsf,
  pictures: async () => (await import("./contestants/pictures.js")).pictures,
  gallery: async () => (await import("./contestants/gallery.js")).gallery,
};

const parameters = new URLSearchParams(location.search);
const load = CONTESTANTS[parameters.get("contestant") ?? ""];
if (!parameters.has("bare-look")) await import("image-generation-node/styles.css");
const element = document.getElementById("root");
if (!load || !element) throw new Error(`No such contestant: ${location.search}`);

let config = configFixture;
const contestant = await load();
const render = await contestant.create({
  config,
  catalog: catalogFixture,
  save: (next) => {
    config = next;
  },
});

let root: Root | null = null;
window.mount = async () => {
  const started = performance.now();
  root = createRoot(element);
  root.render(render());
  const first = await painted(() => element.querySelector("textarea, img") !== null);
  const whole = await painted(() => element.querySelector("img") !== null || hasModel(element));
  return { first: first - started, whole: whole - started };
};
window.unmount = () => root?.unmount();
window.saved = () => config;
document.documentElement.dataset.ready = "";

/** When the first frame is on the screen in which something holds: as the task after it begins. */
function painted(holds: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return requestAnimationFrame(look);
      return setTimeout(() => resolve(performance.now()));
    };
    requestAnimationFrame(look);
  });
}

/** Whether the model's name is there, which a panel that loads its catalog learns last. */
function hasModel(parent: HTMLElement): boolean {
  return parent.textContent.includes(catalogFixture.imageModels[0]?.label ?? "");
}
