import { ImageNodeProvider } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";
import { useContext, useState } from "react";
import type { ReactNode } from "react";
import { WordsContext } from "./WordsContext.js";

/** Provides a scripted back end, so that a story shows exactly one state. */
export function ScriptedProvider({
  script,
  intercept,
  messages,
  wait,
  hold,
  children,
}: ScriptedProviderProps) {
  const words = useContext(WordsContext);
  const [client] = useState(() => {
    const { handler } = createScriptedBackend(script);
    return createClient({
      baseUrl: "http://127.0.0.1/api/image-node",
      fetch: inProcessFetch(async (request) =>
        wait || hold?.(request)
          ? new Promise<Response>(() => undefined)
          : (intercept?.(request) ?? handler(request)),
      ),
      maxRetries: 0,
    });
  });
  return (
    <ImageNodeProvider client={client} messages={messages ?? words}>
      {children}
    </ImageNodeProvider>
  );
}

/** Props of a story's scripted back end. */
export interface ScriptedProviderProps {
  script?: Script | undefined;
  /** Answers a request in the script's place, for what a script can't say. */
  intercept?: ((request: Request) => Response | undefined) | undefined;
  messages?: MessageOverrides | undefined;
  /** The back end never answers. @default false */
  wait?: boolean | undefined;
  /** Tells which requests are never answered. None by default. */
  hold?: ((request: Request) => boolean) | undefined;
  children: ReactNode;
}
