import { ImageNodeProvider } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { ReactNode } from "react";
import { HAS_BACKEND } from "./hasBackend.js";
import { createPageFetch } from "./createPageFetch.js";

const BASE_URL = "/api/image-node";
const pageClient = HAS_BACKEND ? undefined : createClient({ baseUrl: BASE_URL, fetch: createPageFetch() });

/** The demo back end: over HTTP where Storybook's dev server mounts it, in the page where the build is static. */
export function StoryProvider({ children }: { children: ReactNode }) {
  return (
    <ImageNodeProvider baseUrl={BASE_URL} client={pageClient}>
      {children}
    </ImageNodeProvider>
  );
}
