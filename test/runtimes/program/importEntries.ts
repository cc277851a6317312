/** Entries of the package that are meant for servers. Each name is written out: a bundler follows no others. */
const ENTRIES: Readonly<Record<string, () => Promise<object>>> = {
  ".": () => import("image-generation-node"),
  "./template": () => import("image-generation-node/template"),
  "./contract": () => import("image-generation-node/contract"),
  "./contract/openapi": () => import("image-generation-node/contract/openapi"),
  "./client": () => import("image-generation-node/client"),
  "./server": () => import("image-generation-node/server"),
  "./server/queue": () => import("image-generation-node/server/queue"),
  "./demo": () => import("image-generation-node/demo"),
  "./testing": () => import("image-generation-node/testing"),
  "./messages/de": () => import("image-generation-node/messages/de"),
};

/** Imports each entry; tells its exports, or the error. */
export async function importEntries(): Promise<Record<string, readonly string[] | string>> {
  const found = Object.entries(ENTRIES).map(async ([entry, load]) => [
    entry,
    await load().then(
      (exports) => Object.keys(exports),
      (error: unknown) => String(error),
    ),
  ]);
  return Object.fromEntries(await Promise.all(found)) as Record<string, readonly string[] | string>;
}
