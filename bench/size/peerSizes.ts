import { readFileSync, writeFileSync } from "node:fs";
import type { Widget } from "./entries.ts";

/** Sizes of the peers' widgets, kept so that they can be told where their packages are not installed. */
export interface PeerSizes {
  /** The packages that were measured, as `bench/package.json` pinned them. */
  readonly versions: Readonly<Record<string, string>>;
  /** By the widget's name. */
  readonly sizes: Readonly<Record<string, LoadedSize>>;
}

/** kB that are loaded at once, and with what comes on demand. */
export interface LoadedSize {
  readonly atOnce: number;
  readonly inAll: number;
}

const RECORD = new URL("./peerSizes.json", import.meta.url);
const MANIFEST = new URL("../package.json", import.meta.url);

export function readPeerSizes(): PeerSizes {
  return JSON.parse(readFileSync(RECORD, "utf8")) as PeerSizes;
}

/** Records the sizes of the peers among the widgets, with the versions that are pinned now. */
export function writePeerSizes(widgets: readonly (Widget & LoadedSize)[]): void {
  const round = (size: number) => Math.round(size * 100) / 100;
  const sizes = Object.fromEntries(
    widgets
      .filter(({ isPeer }) => isPeer)
      .map(({ name, atOnce, inAll }) => [name, { atOnce: round(atOnce), inAll: round(inAll) }]),
  );
  const record: PeerSizes = { versions: readPinnedVersions(), sizes };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
}

/** The exact version of each package that `bench/package.json` names. */
export function readPinnedVersions(): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync(MANIFEST, "utf8")) as { dependencies: Record<string, string> })
    .dependencies;
}
