import { mkdirSync, readFileSync } from "node:fs";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { entries, root } from "./entries.ts";
import type { Entry } from "./entries.ts";

/** What the built package offers. */
export interface Api {
  /** Files below api/ by name: a report of the types per entry, and the names that exist at run time. */
  readonly files: Readonly<Record<string, string>>;
  /** Public members without a word of documentation. */
  readonly undocumented: readonly string[];
}

const REPORTS = `${root}.cache/api/`;
const COMPILER = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: ["node"],
};

/** Reads the build (`npm run build` first) and describes it. Nothing but .cache/ is written. */
export async function describeApi(): Promise<Api> {
  mkdirSync(REPORTS, { recursive: true });
  const configured = entries.map((entry) => ({ entry, config: configure(entry) }));
  const [first] = configured;
  if (!first) throw new Error("package.json has no entry with types.");
  // One program for all entries: each of its own would cost three seconds more.
  const compilerState = CompilerState.create(first.config, {
    additionalEntryPoints: configured.map(({ entry }) => entry.declarations),
  });
  const files: Record<string, string> = {};
  const undocumented: string[] = [];
  for (const { entry, config } of configured) {
    Extractor.invoke(config, {
      localBuild: true,
      compilerState,
      messageCallback: (message) => {
        message.handled = true;
        if (message.messageId !== "ae-undocumented") return;
        const file = message.sourceFilePath?.slice(root.length) ?? "";
        undocumented.push(`${file}:${message.sourceFileLine}: ${message.text}`);
      },
    });
    files[`${entry.name}.api.md`] = readFileSync(`${REPORTS}${entry.name}.api.md`, "utf8");
  }
  files["exports.json"] = await listExports();
  return { files, undocumented: [...new Set(undocumented)] };
}

/** The names that each entry has at run time, as JSON. */
async function listExports(): Promise<string> {
  const lists = await Promise.all(
    entries.map(async ({ specifier }) => {
      const module = (await import(specifier)) as Record<string, unknown>;
      return [specifier, Object.keys(module).sort()] as const;
    }),
  );
  return `${JSON.stringify(Object.fromEntries(lists), null, 2)}\n`;
}

function configure(entry: Entry): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry.declarations,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions: COMPILER, include: ["dist/**/*.d.ts"] } },
      apiReport: {
        enabled: true,
        reportFolder: REPORTS,
        reportTempFolder: `${REPORTS}temp`,
        reportFileName: `${entry.name}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
    },
    configObjectFullPath: `${root}api-extractor.json`,
    packageJsonFullPath: `${root}package.json`,
  });
}
