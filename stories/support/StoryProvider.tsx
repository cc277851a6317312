import { ImageNodeProvider } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { ErrorKind } from "image-generation-node/contract";
import { useContext, useMemo } from "react";
import type { ReactNode } from "react";
import { createPageFetch } from "./createPageFetch.js";
import { failRuns } from "./failRuns.js";
import { HAS_BACKEND } from "./hasBackend.js";
import { WordsContext } from "./WordsContext.js";

const DOCUMENTED = "/api/image-node";
const WITH_REFERENCES = "/api/image-node-with-references";

const fetches = {
  [DOCUMENTED]: HAS_BACKEND ? undefined : createPageFetch(DOCUMENTED, false),
  [WITH_REFERENCES]: HAS_BACKEND ? undefined : createPageFetch(WITH_REFERENCES, true),
};

/** The demo back end: over HTTP where Storybook's dev server mounts it, in the page where the build is static. */
export function StoryProvider(props: StoryProviderProps) {
  const { references = false, backEnd = "demo", messages, children } = props;
  const words = useContext(WordsContext);
  const baseUrl = references ? WITH_REFERENCES : DOCUMENTED;
  const client = useMemo(() => {
    const demo = fetches[baseUrl];
    if (backEnd === "demo") return demo && createClient({ baseUrl, fetch: demo });
    return createClient({ baseUrl, fetch: failRuns(backEnd, demo), maxRetries: 0 });
  }, [baseUrl, backEnd]);
  return (
    <ImageNodeProvider baseUrl={baseUrl} client={client} messages={messages ?? words}>
      {children}
    </ImageNodeProvider>
  );
}

/** The demo, the demo with more time for each run, or a kind of error that ends each run. */
export type StoryBackEnd = "demo" | "slow" | ErrorKind;

interface StoryProviderProps {
  /** Whether the back end takes pictures in. No by default: the documented node has none. @default false */
  references?: boolean | undefined;
  /** @default "demo" */
  backEnd?: StoryBackEnd | undefined;
  messages?: MessageOverrides | undefined;
  children: ReactNode;
}
