import { ImageNodeProvider } from "image-generation-node";
import type { ImageNodeClient } from "image-generation-node/client";
import { de } from "image-generation-node/messages/de";
import type { ReactNode } from "react";

// One message in the editor's own words, the others as they come.
const german = { ...de, words: { ...de.words, "configForm.generate": "Zeichnen" } };

/** Once per app, around canvas and drawers. */
export function Connected({ client, locale, children }: ConnectedProps) {
  return (
    <ImageNodeProvider client={client} messages={locale === "de" ? german : undefined}>
      {children}
    </ImageNodeProvider>
  );
}

export interface ConnectedProps {
  client: ImageNodeClient;
  locale: "en" | "de";
  children: ReactNode;
}
