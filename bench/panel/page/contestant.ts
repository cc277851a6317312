import type { Catalog, ImageNodeConfig } from "image-generation-node/contract";
import type { ReactNode } from "react";

/** One panel or gallery that takes part. Making it may load what a host has loaded already, such as the catalog. */
export interface Contestant {
  /** The element to mount. Everything that was edited goes to `save`, which echoes it, as a host does. */
  create(setup: Setup): Promise<() => ReactNode>;
}

/** What the page gives to a contestant. */
export interface Setup {
  readonly config: ImageNodeConfig;
  readonly catalog: Catalog;
  readonly save: (config: ImageNodeConfig) => void;
}

declare global {
  interface Window {
    /** Mounts the contestant; resolves with the milliseconds until its fields are painted, and until all is. */
    mount(): Promise<{ first: number; whole: number }>;
    unmount(): void;
    /** What the host has saved. */
    saved(): ImageNodeConfig;
  }
}
