import { readReferenceValue, readReferences } from "image-generation-node/contract";
import type { ImageNodeConfig, InputReference } from "image-generation-node/contract";
import { findSoleToken, readVariable } from "image-generation-node/template";
import { language } from "./language.js";

/** Finds the reference images of a run. Throws where a variable leads to no picture: nothing is sent then. */
export function referencesOf(
  config: ImageNodeConfig,
  variables: Readonly<Record<string, unknown>>,
): InputReference[] {
  return readReferences(config).flatMap(({ value = "", attachmentId }) => {
    if (attachmentId !== undefined) return [{ attachmentId }];
    const found = readVariable(variables, findSoleToken(value, language)?.path ?? []);
    // A file, an id, or a list of those; nothing for `null`.
    const items = found === undefined ? [{ attachmentId: undefined }] : readReferenceValue(found);
    return items.map((item) => {
      if (item.attachmentId === undefined) throw new Error(`${value} leads to no picture.`);
      return { attachmentId: item.attachmentId };
    });
  });
}
