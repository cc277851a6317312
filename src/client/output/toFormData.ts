import type { OutputOptions, ImageSource } from "./loadImage.js";
import { toFile } from "./toFile.js";

/** A form with the picture as its only field, for an upload to any API that takes files. @param options `field` names it, by default "file" */
export async function toFormData(
  source: ImageSource,
  options: OutputOptions & { field?: string | undefined } = {},
): Promise<FormData> {
  const form = new FormData();
  form.set(options.field ?? "file", await toFile(source, options));
  return form;
}
