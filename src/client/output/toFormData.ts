import type { ImageSource } from "./getOutput.js";
import type { OutputOptions } from "./loadImage.js";
import { toFile } from "./toFile.js";

/**
 * Loads the image into a form, as its only field, for an upload to any API that takes files.
 *
 * @param options `field` names the field, by default "file"
 * @example
 * await fetch("/api/assets", { method: "POST", body: await toFormData(generation, { field: "image" }) });
 */
export async function toFormData(
  source: ImageSource,
  options: OutputOptions & { field?: string | undefined } = {},
): Promise<FormData> {
  const form = new FormData();
  form.set(options.field ?? "file", await toFile(source, options));
  return form;
}
