import type { JSONSchema, VariableSource } from "./types.js";

/** Fields of the output, each with a description and an example. */
interface Fields {
  [name: string]: readonly [description: string, example: string | number | Fields];
}

const NAME = "1234567890-workflow_image_generation-openai.png";
const ID = "abc123";

const OUTPUT: Fields = {
  imageUrl: ["Signed URL (valid for 1 week)", "https://example.com/image.png"],
  imagePath: ["Internal storage path", `attachments/${ID}.png`],
  attachmentId: ["Attachment ID for file operations", ID],
  prompt: ["The prompt used", "A watercolor of a red fox"],
  aspectRatio: ["The aspect ratio used", "square"],
  path: ["Standard file path format", "/mnt/data/" + NAME],
  _metadata: [
    "About the file",
    {
      name: ["File name", NAME],
      mimeType: ['Always "image/png"', "image/png"],
      sizeInKb: ["Size in kB", 245],
      attachmentId: ["Attachment ID", ID],
    },
  ],
};

/**
 * Describes this node's own output for the nodes after it, such as `image_gen.output.imageUrl`: schema, descriptions
 * and a sample. The file itself (`image_gen.output`) has type "file".
 *
 * @param slug First segment of the paths.
 * @param label Name of the node, for people; "Image Generation" unless given.
 *
 * @example
 * const index = createVariableIndex([outputVariables("image_gen", node.name), ...others]);
 */
export function outputVariables(slug: string, label = "Image Generation"): VariableSource {
  const [schema, sample] = describeField("Output", { output: ["The generated image", OUTPUT] });
  return { slug, label, kind: "image_generation", schema, sample };
}

function describeField(
  description: string,
  example: string | number | Fields,
): [schema: JSONSchema, sample: unknown] {
  if (typeof example !== "object") return [{ type: typeof example, description }, example];
  const properties: Record<string, JSONSchema> = {};
  const sample: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(example))
    [properties[name], sample[name]] = describeField(...field);
  return [{ type: "object", description, properties }, sample];
}
