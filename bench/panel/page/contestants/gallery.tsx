import { ImageNodeProvider, Preview, useBatch } from "image-generation-node";
import type { UseBatchResult } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { ImageNodeClient } from "image-generation-node/client";
import {
  createGenerationFixture,
  requestFixture,
} from "../../../../src/testing/fixtures/generationFixture.js";
import { PICTURE, PICTURES } from "../pictures.js";
import type { Contestant } from "../contestant.js";

/** A finished loop of 200 pictures. */
export const gallery: Contestant = {
  async create(setup) {
    const client = createClient({
      baseUrl: "https://host.invalid/api/image-node",
      fetch: async () => Response.json(setup.catalog),
    });
    const state = createState();
    return () => (
      <ImageNodeProvider client={client}>
        <Loop client={client} state={state} />
      </ImageNodeProvider>
    );
  },
};

function Loop({ client, state }: { client: ImageNodeClient; state: UseBatchResult["state"] }) {
  return <Preview.Gallery batch={{ ...useBatch({ client }), state }} />;
}

function createState(): UseBatchResult["state"] {
  const items = Array.from({ length: PICTURES }, (_none, index) => ({
    index,
    request: requestFixture,
    status: "succeeded" as const,
    generation: createGenerationFixture({
      id: `gen_${index}`,
      attachmentId: `att_${index}`,
      imageUrl: PICTURE,
    }),
  }));
  return {
    status: "done",
    items,
    succeeded: PICTURES,
    failed: 0,
    undone: 0,
    usage: { items: [] },
    usageIsPartial: false,
    outcomes: [],
  };
}
