import { createRoot } from "react-dom/client";
import type { LoadContestant } from "./contestantProps.js";
import { makeBroadPaths, makePaths, makeText } from "./makePaths.js";
import { ROWS } from "./token.js";

const CONTESTANTS: Readonly<Record<string, LoadContestant>> = {
  bare: async () => (await import("./contestants/Bare.js")).Bare,
  naive: async () => (await import("./contestants/Naive.js")).Naive,
  ours: async (...setup) => (await import("./contestants/createOurs.js")).createOurs(...setup),
  "react-mentions": async () => (await import("./contestants/ReactMentions.js")).ReactMentions,
  "react-mentions-ts": async (names) =>
    (await import("./contestants/createReactMentionsTs.js")).createReactMentionsTs(names),
  ariakit: async () => (await import("./contestants/AriakitTextarea.js")).AriakitTextarea,
  lexical: async () => (await import("./contestants/Lexical.js")).Lexical,
  tiptap: async () => (await import("./contestants/Tiptap.js")).Tiptap,
  codemirror: async (...setup) =>
    (await import("./contestants/createCodeMirror.js")).createCodeMirror(...setup),
  cmdk: async () => (await import("./contestants/Cmdk.js")).Cmdk,
  downshift: async () => (await import("./contestants/Downshift.js")).Downshift,
};

const parameters = new URLSearchParams(location.search);
const number = (name: string) => Number(parameters.get(name) ?? 0);
const isBroad = number("broad") > 0;
const paths = (isBroad ? makeBroadPaths : makePaths)(number("variables"));
const text = makeText(number("length"), number("references"), paths, number("lines") > 0);
const load = CONTESTANTS[parameters.get("contestant") ?? ""];
const root = document.getElementById("root");
if (!load || !root) throw new Error(`No such contestant: ${parameters.get("contestant")}`);
const Contestant = await load(paths, isBroad ? ROWS : undefined);

window.mountEditor = () =>
  new Promise((resolve) => {
    const started = performance.now();
    createRoot(root).render(<Contestant text={text} paths={paths} />);
    const look = () => {
      if (!root.querySelector("textarea, [contenteditable=true]")) return requestAnimationFrame(look);
      // The frame in which the field was seen is on the screen when the next task runs.
      return setTimeout(() => resolve(performance.now() - started));
    };
    requestAnimationFrame(look);
  });
document.documentElement.dataset.ready = "";
