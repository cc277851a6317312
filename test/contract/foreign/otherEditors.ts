import { foreignShape as shape } from "./foreignShape.js";

const prompt = "A red fox";
const text = (...content: readonly unknown[]) => ({ type: "paragraph", content });
const words = (value: string) => ({ type: "text", text: value });
const doc = (...content: readonly unknown[]) => ({ type: "doc", content });

/** Nodes of editors that keep a text as it is, or as a document. */
export const otherEditors = [
  shape(
    "Sim: a block",
    {
      type: "image_generator",
      subBlocks: {
        prompt: { value: "<agent1.content> at night" },
        model: { value: "gpt-image-1" },
        size: { value: "1536x1024" },
      },
    },
    { template: "<agent1.content> at night", imageModel: "gpt-image-1", aspectRatio: "landscape" },
    { type: "image_generator" },
  ),
  shape(
    "Sim: a block with ids, empty values and a mode of its own",
    {
      name: "Image 1",
      mode: "advanced",
      subBlocks: {
        prompt: { id: "prompt", type: "long-input", value: prompt },
        model: { id: "model", type: "dropdown", value: "gpt-image-1" },
        size: { id: "size", type: "dropdown", value: "auto" },
        quality: { id: "quality", type: "dropdown", value: null },
        background: { id: "background", type: "dropdown", value: "transparent" },
      },
      outputs: { content: { type: "string" } },
    },
    { template: prompt, imageModel: "gpt-image-1", settings: { background: "transparent" } },
    {
      name: "Image 1",
      mode: "advanced",
      subBlocks: {
        size: { id: "size", type: "dropdown", value: "auto" },
        quality: { id: "quality", type: "dropdown", value: null },
      },
      outputs: { content: { type: "string" } },
    },
  ),
  shape(
    "Activepieces: an input",
    {
      input: {
        provider: "openai",
        model: "gpt-image-1",
        prompt: "{{step_1['output']['title']}}",
        advancedOptions: { size: "1024x1536" },
      },
    },
    { template: "{{step_1['output']['title']}}", imageModel: "gpt-image-1", aspectRatio: "portrait" },
    { input: { provider: "openai" } },
  ),
  shape(
    "Activepieces: a whole step",
    {
      type: "PIECE",
      settings: {
        pieceName: "@activepieces/piece-openai",
        input: { prompt, resolution: "1792x1024", quality: "hd" },
        propertySettings: { prompt: { type: "MANUAL" } },
      },
    },
    { template: prompt, aspectRatio: "landscape", settings: { quality: "hd" } },
    {
      type: "PIECE",
      otherSettings: {
        pieceName: "@activepieces/piece-openai",
        propertySettings: { prompt: { type: "MANUAL" } },
      },
    },
  ),
  shape(
    "Giselle: a node's content, its prompt the JSON of a document",
    {
      type: "imageGeneration",
      llm: { provider: "openai", id: "gpt-image-1", configurations: { n: 1, size: "1024x1024" } },
      prompt: JSON.stringify(
        doc(
          text(
            words("A fox for "),
            { type: "Source", attrs: { node: { id: "nd-1", type: "variable" }, outputId: "otp-2" } },
            words(" at night"),
          ),
          text(),
          text(words("in "), words("rain"), { type: "hardBreak" }, words("and fog")),
        ),
      ),
    },
    {
      template: "A fox for {{nd-1:otp-2}} at night\n\nin rain\nand fog",
      imageModel: "gpt-image-1",
      aspectRatio: "square",
    },
    { type: "imageGeneration", llm: { provider: "openai", configurations: { n: 1 } } },
  ),
  shape(
    "Giselle: a whole node, its prompt a document",
    {
      id: "nd-9",
      type: "operation",
      content: {
        type: "imageGeneration",
        llm: { id: "fal-ai/flux/schnell", configurations: { n: 3 } },
        prompt: doc(text(words(prompt))),
      },
    },
    { template: prompt, imageModel: "fal-ai/flux/schnell" },
    {
      id: "nd-9",
      type: "operation",
      content: { type: "imageGeneration", llm: { configurations: { n: 3 } } },
    },
  ),
  shape(
    "a document with a mention, a variable and a list",
    {
      prompt: doc(
        text(words("For "), { type: "mention", attrs: { id: "u1", label: "Ada" } }),
        { type: "bulletList", content: [{ type: "listItem", content: [text(words("one"))] }] },
        text({ type: "variable", attrs: { id: "trigger.title" } }),
      ),
    },
    { template: "For @Ada\none\n{{trigger.title}}" },
  ),
  shape("a document alone", doc(text(words(prompt))), { template: prompt }),
  shape(
    "Make: a module's mapper",
    { module: "openai:createImage", mapper: { model: "dall-e-3", prompt, size: "1024x1024", quality: "hd" } },
    { template: prompt, imageModel: "dall-e-3", aspectRatio: "square", settings: { quality: "hd" } },
    { module: "openai:createImage" },
  ),
  shape(
    "Windmill: input transforms",
    {
      input_transforms: {
        prompt: { type: "static", value: prompt },
        steps: { type: "javascript", expr: "flow_input.steps" },
      },
    },
    { template: prompt },
    { input_transforms: { steps: { type: "javascript", expr: "flow_input.steps" } } },
  ),
  shape(
    "Flowise: the inputs of a node's data",
    { data: { inputs: { prompt, modelName: "dall-e-3", size: "1024x1792" } } },
    { template: prompt, imageModel: "dall-e-3", aspectRatio: "portrait" },
  ),
];
