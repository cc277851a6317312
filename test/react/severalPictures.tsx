import { act, render, screen, waitFor, within } from "@testing-library/react";
import { Panel } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import type { GenerationStorage, GenerationStore, ImageNodeClient } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import { StrictMode } from "react";
import type { ReactNode } from "react";
import { expect } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import type { FakeRun } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

/** What a test may have otherwise. */
export interface SeveralOptions {
  storage?: GenerationStorage;
  count?: number;
  /** What stands in the scope. By default the panel's preview. */
  children?: ReactNode;
  store?: GenerationStore;
  fake?: ReturnType<typeof createFakeBackend>;
}

export const request = { config: createImageNodeConfig({ prompt: { template: "A fox" } }) };

/** A picture whose parts bear its id. */
export function pictureNamed(id: string): Generation {
  const { output, stages } = generationOf();
  const imageUrl = `https://pictures.example/${id}.png`;
  return generationOf({
    id,
    output: { ...output, attachmentId: `att_${id}`, imageUrl, prompt: `Prompt of ${id}` },
    stages: { ...stages, sent: `Sent for ${id}` },
    image: { ...generationOf().image, width: 1000 + Number(id.slice(-1)) },
  });
}

/** A back end that knows its runs by id: `gen_1` is that of the first picture. */
export function createFakeBackend() {
  const fake = createFakeClient();
  const cancelled: string[] = [];
  const rejoined: string[] = [];
  const waits = new Map<string, (generation: Generation) => void>();
  const of = (number: number): FakeRun => {
    const run = fake.runs.findLast(({ request: { context } }) => context?.variation === number);
    if (!run) throw new Error(`Picture ${number} was not asked for.`);
    return run;
  };
  const client: ImageNodeClient = {
    ...fake.client,
    async cancel(id) {
      cancelled.push(id);
      of(Number(id.slice(-1))).fail(new ImageNodeError({ kind: "cancelled", charged: false, id }));
    },
    rejoin(id) {
      rejoined.push(id);
      return new Promise((resolve) => waits.set(id, resolve));
    },
  };
  const countOf = (number: number) =>
    fake.runs.filter((run) => run.request.context?.variation === number).length;
  return {
    ...fake,
    client,
    cancelled,
    rejoined,
    countOf,
    send: (number: number, event: string, data: Record<string, unknown>) =>
      act(async () => of(number).options.onEvent?.({ event, data } as never)),
    succeed: (number: number, id = `gen_${number}`) => act(async () => of(number).succeed(pictureNamed(id))),
    fail: (number: number, error: ConstructorParameters<typeof ImageNodeError>[0]) =>
      act(async () => of(number).fail(new ImageNodeError(error))),
    arrive: (id: string) => act(async () => waits.get(id)?.(pictureNamed(id))),
  };
}

/** Asks for several pictures, and shows them. */
export async function renderSeveral(options: SeveralOptions = {}) {
  const { storage, count = 4, children = <Panel.Preview />, fake = createFakeBackend() } = options;
  const store = options.store ?? createGeneration(fake.client, { storage, slot: "n4" });
  const view = render(
    <StrictMode>
      <Node fake={fake} generation={store} {...(storage && { storage })}>
        {children}
      </Node>
    </StrictMode>,
  );
  if (!options.store) {
    act(() => void store.start(request, { count }));
    await waitFor(() => expect(fake.runs).toHaveLength(count));
    await screen.findByRole("group", { name: `Picture 1 of ${count}` });
  }
  return { ...view, fake, store };
}

/** Names each cell: what stands in it, and its state. */
export const states = () =>
  [...document.querySelectorAll('[data-imagenode-part="preview-variation"]')].map((cell) =>
    cell.getAttribute("data-status"),
  );

/** Cell of a picture. */
export function cell(number: number) {
  const element = document.querySelectorAll<HTMLElement>('[data-imagenode-part="preview-variation"]')[
    number - 1
  ];
  if (!element) throw new Error(`There is no cell ${number}.`);
  return within(element);
}

/** Button of a picture that is there. */
export const picture = (number: number, count = 4) =>
  screen.getByRole("button", { name: `Picture ${number} of ${count}` });
