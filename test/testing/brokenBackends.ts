import { brokenAccounts } from "./broken/brokenAccounts.js";
import type { BrokenBackend } from "./broken/brokenBackend.js";
import { brokenEntrances } from "./broken/brokenEntrances.js";
import { brokenImages } from "./broken/brokenImages.js";
import { brokenRuns } from "./broken/brokenRuns.js";
import { brokenSettings } from "./broken/brokenSettings.js";
import { brokenTemplates } from "./broken/brokenTemplates.js";

export const brokenBackends: readonly BrokenBackend[] = [
  ...brokenAccounts,
  ...brokenEntrances,
  ...brokenImages,
  ...brokenRuns,
  ...brokenSettings,
  ...brokenTemplates,
];
