import { ImageNodeProvider } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { ReactNode } from "react";
import { createPageFetch } from "./createPageFetch.js";
import { HAS_BACKEND } from "./hasBackend.js";

const DOCUMENTED = "/api/image-node";
const WITH_REFERENCES = "/api/image-node-with-references";

const createPageClient = (baseUrl: string, references: boolean) =>
  HAS_BACKEND ? undefined : createClient({ baseUrl, fetch: createPageFetch(baseUrl, references) });
const clients = {
  [DOCUMENTED]: createPageClient(DOCUMENTED, false),
  [WITH_REFERENCES]: createPageClient(WITH_REFERENCES, true),
};

/** The demo back end: over HTTP where Storybook's dev server mounts it, in the page where the build is static. */
export function StoryProvider({ references = false, children }: StoryProviderProps) {
  const baseUrl = references ? WITH_REFERENCES : DOCUMENTED;
  return (
    <ImageNodeProvider baseUrl={baseUrl} client={clients[baseUrl]}>
      {children}
    </ImageNodeProvider>
  );
}

interface StoryProviderProps {
  /** Whether the back end takes pictures in. No by default: the documented node has none. @default false */
  references?: boolean | undefined;
  children: ReactNode;
}
