import type { ImageNodeOutput } from "../../contract/index.js";
import { writeReference } from "./writeReference.js";
import type { PreviewContextValue } from "./PreviewContext.js";
import { formatPath, outputVariables } from "../../template/index.js";

/** Variable that this node gives to the nodes after it. */
export interface OutputReference {
  /** Place inside the output, such as "_metadata.name"; also the key of its words. */
  name: string;
  /** Spelling in a prompt, such as `{{image_gen.output.imageUrl}}`. */
  text: string;
  /** Value in this output. */
  value: string;
}

/** Lists the documented output variables of a node with their values in one output, in the documentation's order. */
export function listReferences(
  preview: Pick<PreviewContextValue, "nodeSlug" | "scope">,
  output: ImageNodeOutput,
): readonly OutputReference[] {
  const { sample } = outputVariables("node") as { sample: { output: object } };
  return collect(sample.output, output, ["output"], (path) => writeReference(path, preview));
}

function collect(
  example: object,
  values: object,
  path: readonly string[],
  format: (path: readonly string[]) => string,
): OutputReference[] {
  return Object.entries(example).flatMap(([name, member]: [string, unknown]): OutputReference[] => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    const place = [...path, name];
    if (typeof member === "object" && member !== null)
      return collect(member, Object(value) as object, place, format);
    const text = format(place);
    return text ? [{ name: formatPath(place.slice(1)), text, value: String(value ?? "") }] : [];
  });
}
