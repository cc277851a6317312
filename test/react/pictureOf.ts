import { createPng } from "image-generation-node/testing";
import { generationOf } from "./samples.js";

/** A generation whose image the page itself has. */
export function pictureOf(id: string) {
  const png = createPng({ width: 1536, height: 864 });
  const base = generationOf({ id });
  const imageUrl = URL.createObjectURL(new Blob([png], { type: "image/png" }));
  return { ...base, output: { ...base.output, imageUrl, attachmentId: id } };
}
