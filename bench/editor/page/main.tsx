import { createRoot } from "react-dom/client";
import type { LoadContestant } from "./contestant.js";
import { makePaths, makeText } from "./variables.js";

const CONTESTANTS: Readonly<Record<string, LoadContestant>> = {
  bare: async () => (await import("./contestants/bare.js")).Bare,
  naive: async () => (await import("./contestants/naive.js")).Naive,
  ours: async () => (await import("./contestants/ours.js")).Ours,
};

const parameters = new URLSearchParams(location.search);
const paths = makePaths(Number(parameters.get("variables") ?? 1000));
const text = makeText(
  Number(parameters.get("length") ?? 0),
  Number(parameters.get("references") ?? 0),
  paths,
);
const load = CONTESTANTS[parameters.get("contestant") ?? ""];
const root = document.getElementById("root");
if (!load || !root) throw new Error(`No such contestant: ${parameters.get("contestant")}`);
const Contestant = await load();
const started = performance.now();
createRoot(root).render(<Contestant text={text} paths={paths} />);
requestAnimationFrame(() =>
  setTimeout(() => {
    document.documentElement.dataset.mountMs = String(performance.now() - started);
  }),
);
