import { fileURLToPath } from "node:url";
import { bundleSize, bundleSizes } from "./bundleSize.ts";
import { ENTRIES, WIDGETS } from "./entries.ts";
import type { Entry, Widget } from "./entries.ts";
import { readPeerSizes } from "./peerSizes.ts";
import type { LoadedSize } from "./peerSizes.ts";

/** An entry's sizes in kB; what no page loads has no delivered ones. */
export interface EntrySize extends Entry {
  /** Without any dependency. */
  readonly own: number;
  /** With all dependencies but React and react-hook-form, for editors that have both. */
  readonly delivered: number | null;
  /** With all dependencies but React. */
  readonly withForms: number | null;
}

/** A widget's size in kB with all its dependencies but React: what is loaded at once, and with what comes on demand. */
export interface WidgetSize extends Widget, LoadedSize {}

const REACT = ["react", "react/jsx-runtime", "react-dom", "react-dom/client"];
/** What many editors have besides. */
const HOST = [...REACT, "react-hook-form"];

/** Measures every entry of the package. */
export async function measureEntries(): Promise<readonly EntrySize[]> {
  const sizes: EntrySize[] = [];
  for (const entry of ENTRIES) {
    const own = await bundleSize(entry.source, isDependency);
    const delivered = entry.isForPages ? await bundleSize(entry.source, (id) => HOST.includes(id)) : null;
    const withForms = entry.isForPages ? await bundleSize(entry.source, (id) => REACT.includes(id)) : null;
    sizes.push({ ...entry, own, delivered, withForms });
  }
  return sizes;
}

/**
 * Measures our widgets, and the peers' where their packages are installed; else theirs are as they were recorded.
 * react-hook-form counts for ours here, since theirs need none.
 */
export async function measureWidgets(options: { peers: boolean }): Promise<readonly WidgetSize[]> {
  const recorded = readPeerSizes().sizes;
  const sizes: WidgetSize[] = [];
  for (const widget of WIDGETS) {
    const size = widget.isPeer && !options.peers ? recorded[widget.name] : await measureWidget(widget);
    if (!size) throw new Error(`No size of ${widget.name} is recorded. Run: npm run bench -- size --write`);
    sizes.push({ ...widget, ...size });
  }
  return sizes;
}

function measureWidget({ file }: Widget) {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  return bundleSizes(`export * from ${JSON.stringify(path)};`, (id) => REACT.includes(id));
}

/** A package that is not ours, by the name in an import. */
export function isDependency(id: string): boolean {
  return /^[@\w]/.test(id) && !id.startsWith("image-generation-node");
}
