import type { JSONSchema, VariableSource } from "./types.js";

const text = (description: string, sample: string): JSONSchema => ({
  type: "string",
  description,
  examples: [sample],
});

const NAME = "1234567890-workflow_image_generation-openai.png";

const OUTPUT: JSONSchema = {
  type: "object",
  properties: {
    imageUrl: text("Signed URL (valid for 1 week)", "https://example.com/image.png"),
    imagePath: text("Internal storage path", "attachments/att_abc123.png"),
    attachmentId: text("Attachment ID for file operations", "att_abc123"),
    prompt: text("The prompt used", "A watercolor illustration of a red fox"),
    aspectRatio: { ...text("The aspect ratio used", "square"), enum: ["square", "landscape", "portrait"] },
    path: text("Standard file path format", "/mnt/data/" + NAME),
    _metadata: {
      type: "object",
      description: "The standard file's details",
      properties: {
        name: text("File name", NAME),
        mimeType: text('Always "image/png"', "image/png"),
        sizeInKb: { type: "number", description: "Size in kB, rounded up", examples: [245] },
        attachmentId: text("Attachment ID", "att_abc123"),
      },
    },
  },
};

/**
 * This node's own output as the nodes after it see it, such as `image_gen.output.imageUrl`: schema, descriptions and
 * a sample. The file itself (`image_gen.output`) has type "file".
 *
 * @param label The node's name, for people.
 */
export function outputVariables(slug: string, label = "Image Generation"): VariableSource {
  return {
    slug,
    label,
    kind: "image_generation",
    schema: { type: "object", properties: { output: OUTPUT } },
    sample: { output: sampleOf(OUTPUT) },
  };
}

function sampleOf(schema: JSONSchema): unknown {
  const members = Object.entries(schema.properties ?? {});
  if (!members.length) return schema.examples?.[0];
  return Object.fromEntries(members.map(([key, member]) => [key, sampleOf(member as JSONSchema)]));
}
