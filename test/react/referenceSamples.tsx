import { screen } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import type { Catalog, Reference, Upload } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import type { UploadOptions } from "image-generation-node/client";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { renderPanel } from "./renderNode.js";
import type { NodeOptions } from "./renderNode.js";
import { catalog, variables } from "./samples.js";

/** A catalog whose default model takes `max` pictures, and whose second, "acme/painter", takes `others`. */
export function offerPictures(max = 4, others = 0, changes: Partial<Catalog["features"]> = {}): Catalog {
  const [first, second] = catalog.imageModels;
  if (!first || !second) throw new Error("The sample catalog has two image models.");
  const support = (most: number) => ({ max: most, mimeTypes: ["image/png"], maxBytes: 5_000_000 });
  return {
    ...catalog,
    imageModels: [
      { ...first, ...(max > 0 && { references: support(max) }) },
      { ...second, ...(others > 0 && { references: support(others) }) },
    ],
    features: { ...catalog.features, uploads: true, ...changes },
    limits: { ...catalog.limits, maxUploadBytes: 10_000_000 },
  };
}

/** One call of `upload`, to be ended by the test. */
export interface FakeUpload {
  file: Blob;
  options: UploadOptions;
  keep: (id?: string) => void;
  fail: (error?: unknown) => void;
}

/** A client in memory whose uploads stay open until the test ends them. */
export function createPictureClient(offered: Catalog = offerPictures()) {
  const fake = createFakeClient({ catalog: () => Promise.resolve(offered) });
  const uploads: FakeUpload[] = [];
  fake.client.upload = (file, options = {}) =>
    new Promise<Upload>((resolve, reject) => {
      options.onProgress?.({ attempt: 1, sentBytes: 0, totalBytes: file.size });
      uploads.push({
        file,
        options,
        keep: (id = `att_${uploads.length}`) => resolve(uploadOf(id)),
        fail: (error = new ImageNodeError({ kind: "network" })) => reject(error as Error),
      });
      options.signal?.addEventListener("abort", () => reject(options.signal?.reason as Error));
    });
  return { ...fake, uploads };
}

const uploadOf = (attachmentId: string): Upload => ({
  attachmentId,
  mimeType: "image/png",
  width: 64,
  height: 48,
  sizeInKb: 3,
  imageUrl: `https://pictures.example/${attachmentId}.png`,
});

/** An earlier node that gives a standard workflow file. */
export const photo: VariableSource = {
  slug: "camera",
  label: "Take photo",
  distance: 1,
  sample: {
    output: {
      photo: {
        path: "https://pictures.example/photo.png",
        _metadata: { name: "photo.png", mimeType: "image/png", sizeInKb: 9, attachmentId: "att_photo" },
      },
      caption: "A mug",
    },
  },
};

export const pngOf = (name: string) => new File(["bytes"], name, { type: "image/png" });

/** The panel with a configuration that has these references. */
export async function renderReferences(
  references: readonly Reference[] | undefined,
  options: NodeOptions & Parameters<typeof renderPanel>[1] & { offered?: Catalog; config?: object } = {},
) {
  const { offered, config = {}, ...panel } = options;
  const fake = createPictureClient(offered);
  const view = renderPanel(cat({ ...(references && { references }), ...config }), {
    variables: [...variables, photo],
    ...panel,
    fake,
  });
  const group = await screen.findByText(/^(?:Reference images|Referenzbilder)$/);
  const root = group.closest<HTMLElement>('[data-imagenode-part="references-root"]');
  if (!root) throw new Error("The words stand in no references.");
  /** References that the host saved last. */
  const saved = () => view.onValueChange.mock.lastCall?.[0].references;
  return { ...view, uploads: fake.uploads, root, saved };
}

export const items = () => [
  ...document.querySelectorAll<HTMLElement>('[data-imagenode-part="references-item"]'),
];
export const names = () =>
  items().map((item) => item.querySelector('[data-imagenode-part="references-label"]')?.textContent);
export const status = () =>
  document.querySelector('[data-imagenode-part="references-status"]')?.textContent?.trim();
export const button = (name: string | RegExp) => screen.getByRole("button", { name });
