import Form from "@rjsf/core";
import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { ASPECT_RATIOS, STYLES } from "image-generation-node/contract";
import type { Catalog, ImageNodeConfig, PromptMode } from "image-generation-node/contract";
import { useState } from "react";
import type { Contestant, Setup } from "../contestant.js";

/** The same configuration as a form of JSON Schema: one `oneOf` per mode, `anyOf` models, enums for the rest. */
export const rjsf: Contestant = {
  async create(setup) {
    const schema = createSchema(setup.catalog);
    return () => <Host {...setup} schema={schema} />;
  },
};

function Host({ config: initial, save, schema }: Setup & { schema: RJSFSchema }) {
  const [config, setConfig] = useState(initial);
  return (
    <Form<ImageNodeConfig>
      schema={schema}
      uiSchema={UI}
      validator={validator}
      formData={config}
      onChange={({ formData }) => {
        if (!formData) return;
        setConfig(formData);
        save(formData);
      }}
    />
  );
}

const UI: UiSchema<ImageNodeConfig> = {
  version: { "ui:widget": "hidden" },
  prompt: {
    mode: { "ui:widget": "hidden" },
    template: { "ui:widget": "textarea", "ui:options": { rows: 5 } },
    instructions: { "ui:widget": "textarea", "ui:options": { rows: 5 } },
  },
  "ui:submitButtonOptions": { submitText: "Generate", norender: false },
};

function createSchema(catalog: Catalog): RJSFSchema {
  const model = (title: string, models: readonly { id: string; label: string }[]): RJSFSchema => ({
    type: "string",
    title,
    oneOf: models.map(({ id, label }) => ({ const: id, title: label })),
  });
  const texts = {
    template: { type: "string", title: "Prompt" },
    instructions: { type: "string", title: "Instructions" },
  } as const;
  const mode = (name: PromptMode, title: string, shown: readonly (keyof typeof texts)[]): RJSFSchema => ({
    title,
    properties: {
      mode: { const: name, default: name },
      ...Object.fromEntries(shown.map((key) => [key, texts[key]])),
    },
  });
  return {
    type: "object",
    title: "Image Generation",
    required: ["imageModel"],
    properties: {
      version: { const: 1, default: 1 },
      prompt: {
        type: "object",
        title: "Mode",
        oneOf: [
          mode("manual", "Manual", ["template"]),
          mode("prompt_ai", "Refined by AI", ["instructions"]),
          mode("auto", "Automatic", []),
        ],
      },
      imageModel: model("Image model", catalog.imageModels),
      promptModel: model("Prompt model", catalog.promptModels),
      aspectRatio: { type: "string", title: "Aspect ratio", enum: [...ASPECT_RATIOS] },
      style: { type: "string", title: "Style", enum: [...STYLES] },
    },
  };
}
