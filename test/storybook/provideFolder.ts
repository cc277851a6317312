import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** An empty folder for the static Storybook, which the first file that needs it builds. */
    storybookFolder: string;
  }
}

export default function provideFolder(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "storybook-static-"));
  project.provide("storybookFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
