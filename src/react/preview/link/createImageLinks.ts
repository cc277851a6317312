import type { ImageNodeClient } from "../../../client/index.js";
import { ImageNodeError } from "../../../contract/index.js";
import type { Generation } from "../../../contract/index.js";

/** State of an image's link, from the one that the run gave to the newest. */
export interface LinkState {
  status: "fresh" | "refreshing" | "broken" | "expired" | "deleted";
  imageUrl: string;
  /** End of the link, in ISO 8601. */
  expiresAt: string;
  /** Time at which this link was fetched, in epoch milliseconds; 0 for the run's own. */
  fetchedAt: number;
  /** Whether it was fetched because an image did not load: that is done once. */
  healed: boolean;
  /** Whether fetching it ahead of the end has failed: then the end itself is waited for. */
  late: boolean;
}

/** Image with its first link: a generation, or as much of one as a link needs. */
export interface LinkedImage {
  output: Pick<Generation["output"], "attachmentId" | "imageUrl">;
  image: Pick<Generation["image"], "expiresAt">;
}

/** Links of all images of one client: an image, its thumb and its comparison share what was fetched. */
export interface ImageLinks {
  /** Calls the listener after each change of this image's link: the other ten thousand of a batch hear nothing of it. */
  subscribe(generation: LinkedImage, listener: () => void): () => void;
  get(generation: LinkedImage): LinkState | undefined;
  /** Fetches a fresh link. `ahead` of the end the old one stays in use until then. */
  refresh(generation: LinkedImage, why: "ahead" | "needed"): void;
  /** Notes that the image did not load. */
  fail(generation: LinkedImage): void;
}

const shared = new WeakMap<ImageNodeClient, ImageLinks>();

/** Returns the links of a client, the same for each of its images. */
export function imageLinksOf(client: ImageNodeClient): ImageLinks {
  let links = shared.get(client);
  if (!links) {
    links = createImageLinks(client);
    shared.set(client, links);
  }
  return links;
}

/** Creates the links of one client; without a client none can be fetched. */
export function createImageLinks(client: ImageNodeClient | null): ImageLinks {
  const states = new Map<string, LinkState>();
  const listeners = new Map<string, Set<() => void>>();
  const get = (generation: LinkedImage) => states.get(keyOf(generation));
  const set = (generation: LinkedImage, change: Partial<LinkState>) => {
    const next = { ...(get(generation) ?? firstState(generation)), ...change };
    states.set(keyOf(generation), next);
    for (const listener of [...(listeners.get(keyOf(generation)) ?? [])]) listener();
  };
  const giveUp = (generation: LinkedImage) => {
    const { expiresAt } = get(generation) ?? firstState(generation);
    set(generation, { status: Date.parse(expiresAt) <= Date.now() ? "expired" : "broken" });
  };
  const refresh: ImageLinks["refresh"] = (generation, why) => {
    if (!client || get(generation)?.status === "refreshing") return;
    const ahead = why === "ahead";
    set(generation, ahead ? { late: true } : { status: "refreshing", healed: true });
    client.refreshUrl(generation.output.attachmentId).then(
      (fresh) => set(generation, { ...fresh, status: "fresh", fetchedAt: Date.now(), late: false }),
      (error: unknown) => {
        if (isGone(error)) set(generation, { status: "deleted" });
        else if (!ahead) giveUp(generation);
      },
    );
  };
  const fail = (generation: LinkedImage) => {
    if (client && !get(generation)?.healed) refresh(generation, "needed");
    else giveUp(generation);
  };
  const subscribe: ImageLinks["subscribe"] = (generation, listener) => {
    const key = keyOf(generation);
    const here = listeners.get(key) ?? new Set();
    listeners.set(key, here.add(listener));
    return () => {
      here.delete(listener);
      if (here.size === 0 && listeners.get(key) === here) listeners.delete(key);
    };
  };
  return { subscribe, get, refresh, fail };
}

function keyOf({ output }: LinkedImage): string {
  return `${output.attachmentId} ${output.imageUrl}`;
}

function firstState({ output, image }: LinkedImage): LinkState {
  const { imageUrl } = output;
  return { status: "fresh", imageUrl, expiresAt: image.expiresAt, fetchedAt: 0, healed: false, late: false };
}

function isGone(error: unknown): boolean {
  if (!ImageNodeError.isInstance(error)) return false;
  return error.kind === "attachment_deleted" || error.kind === "not_found";
}
