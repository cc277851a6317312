import type { ImageNodeClient } from "../../../client/index.js";
import { ImageNodeError } from "../../../contract/index.js";
import type { Generation } from "../../../contract/index.js";

/** What became of a picture's link after the one that the run gave. */
export interface LinkState {
  status: "fresh" | "refreshing" | "broken" | "expired" | "deleted";
  imageUrl: string;
  /** ISO 8601. */
  expiresAt: string;
  /** When this link was fetched, in epoch milliseconds; 0 for the run's own. */
  fetchedAt: number;
  /** Whether it was fetched because a picture did not load: that is done once. */
  healed: boolean;
  /** Whether fetching it ahead of the end has failed: then the end itself is waited for. */
  late: boolean;
}

/** The links of all pictures of one client: the picture, its thumb and its comparison share what was fetched. */
export interface ImageLinks {
  subscribe(listener: () => void): () => void;
  get(picture: Generation): LinkState | undefined;
  /** Fetches a fresh link. `ahead` of the end the old one stays in use until then. */
  refresh(picture: Generation, why: "ahead" | "needed"): void;
  /** The picture did not load. */
  fail(picture: Generation): void;
}

const shared = new WeakMap<ImageNodeClient, ImageLinks>();

/** The links of a client. */
export function imageLinksOf(client: ImageNodeClient): ImageLinks {
  let links = shared.get(client);
  if (!links) {
    links = createImageLinks(client);
    shared.set(client, links);
  }
  return links;
}

/** Makes links; without a client nothing can be fetched. */
export function createImageLinks(client: ImageNodeClient | null): ImageLinks {
  const states = new Map<string, LinkState>();
  const listeners = new Set<() => void>();
  const keyOf = ({ output }: Generation) => `${output.attachmentId} ${output.imageUrl}`;
  const get = (picture: Generation) => states.get(keyOf(picture));
  const set = (picture: Generation, change: Partial<LinkState>) => {
    const before = get(picture) ?? {
      status: "fresh",
      imageUrl: picture.output.imageUrl,
      expiresAt: picture.image.expiresAt,
      fetchedAt: 0,
      healed: false,
      late: false,
    };
    states.set(keyOf(picture), { ...before, ...change });
    listeners.forEach((listener) => listener());
  };
  const giveUp = (picture: Generation) => {
    const over = Date.parse(get(picture)?.expiresAt ?? picture.image.expiresAt) <= Date.now();
    set(picture, { status: over ? "expired" : "broken" });
  };
  const refresh: ImageLinks["refresh"] = (picture, why) => {
    if (!client || get(picture)?.status === "refreshing") return;
    const ahead = why === "ahead";
    set(picture, ahead ? { late: true } : { status: "refreshing", healed: true });
    client.refreshUrl(picture.output.attachmentId).then(
      (fresh) => set(picture, { ...fresh, status: "fresh", fetchedAt: Date.now(), late: false }),
      (error: unknown) => {
        const kind = ImageNodeError.isInstance(error) ? error.kind : "";
        if (kind === "attachment_deleted" || kind === "not_found") set(picture, { status: "deleted" });
        else if (!ahead) giveUp(picture);
      },
    );
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get,
    refresh,
    fail(picture) {
      if (client && !get(picture)?.healed) refresh(picture, "needed");
      else giveUp(picture);
    },
  };
}
