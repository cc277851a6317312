import { ImageNodeProvider } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { Catalog, CatalogCredits, Price } from "image-generation-node/contract";
import { createScriptedBackend, fixtures, inProcessFetch } from "image-generation-node/testing";
import { useState } from "react";
import type { ReactNode } from "react";

/** Provides a back end with an account: each picture takes its greatest price from it, and none is made without. */
export function AccountProvider({ credits, price, messages, children }: AccountProviderProps) {
  const [client] = useState(() => {
    const account = { ...credits };
    const takes = Number(price.max);
    const { handler, change } = createScriptedBackend({
      catalog: offerOf(account, price),
      stageMs: 20,
      runs: () => {
        if (account.left < takes) return { end: "credits_exhausted" };
        account.left = Math.round((account.left - takes) * 1e4) / 1e4;
        change({ catalog: offerOf(account, price) });
        return {};
      },
    });
    const baseUrl = "http://127.0.0.1/api/image-node";
    return createClient({ baseUrl, fetch: inProcessFetch(handler), maxRetries: 0 });
  });
  return (
    <ImageNodeProvider client={client} messages={messages}>
      {children}
    </ImageNodeProvider>
  );
}

/** The catalog of the fixtures with this account, and this price of a picture. */
function offerOf(account: CatalogCredits, price: Price): Catalog {
  const imageModels = fixtures.catalog.imageModels.map((model) => ({ ...model, price }));
  return { ...fixtures.catalog, imageModels, credits: { ...account } };
}

/** Props of a story's back end with an account. */
export interface AccountProviderProps {
  /** What is left at first. */
  credits: CatalogCredits;
  /** Price of a picture. */
  price: Price;
  messages?: MessageOverrides | undefined;
  children: ReactNode;
}
