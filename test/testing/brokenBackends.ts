import type { BrokenBackend } from "./broken/brokenBackend.js";
import { brokenEntrances } from "./broken/brokenEntrances.js";
import { brokenPictures } from "./broken/brokenPictures.js";
import { brokenRuns } from "./broken/brokenRuns.js";

export const brokenBackends: readonly BrokenBackend[] = [
  ...brokenEntrances,
  ...brokenPictures,
  ...brokenRuns,
];
