import type { TestProject } from "vitest/node";
import { describeRuntimes, findRuntimes } from "./findRuntimes.js";
import type { Runtime, RuntimeName } from "./findRuntimes.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Runtimes besides Node that are there. */
    runtimes: Partial<Record<RuntimeName, Runtime>>;
  }
}

/** Looks for the runtimes once, and says in the log which are missing. */
export default function provideRuntimes(project: TestProject): void {
  const found = findRuntimes();
  console.log(describeRuntimes(found));
  project.provide("runtimes", found);
}
