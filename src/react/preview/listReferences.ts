import type { ImageNodeOutput } from "../../contract/index.js";
import { formatPath, outputVariables } from "../../template/index.js";
import type { TemplateLanguage, VariableSource } from "../../template/index.js";

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
  node: VariableSource,
  output: ImageNodeOutput,
  language: TemplateLanguage,
): readonly OutputReference[] {
  const { sample } = outputVariables(node.slug) as { sample: { output: object } };
  return collect(sample.output, output, [node.slug, "output"], (path) => language.format(path, node));
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
    return [{ name: formatPath(place.slice(2)), text: format(place), value: String(value ?? "") }];
  });
}
