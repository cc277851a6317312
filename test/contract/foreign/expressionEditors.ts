import { foreignShape as shape } from "./foreignShape.js";

const prompt = "A red fox";

/** Nodes of editors that mark a text as an expression or as a mix with variables. */
export const expressionEditors = [
  shape(
    "n8n: a node's parameters",
    {
      resource: "image",
      modelId: { __rl: true, value: "gpt-image-2" },
      prompt: "=Poster of {{ $json.title }}",
      options: { size: "1792x1024", quality: "hd" },
    },
    {
      template: "Poster of {{ $json.title }}",
      imageModel: "gpt-image-2",
      aspectRatio: "landscape",
      settings: { quality: "hd" },
    },
    { resource: "image" },
  ),
  shape(
    "n8n: a whole node, its model from a list",
    {
      parameters: {
        resource: "image",
        model: "dall-e-3",
        prompt: "=A fox without an expression",
        options: { dalleQuality: "hd", style: "vivid", size: "1024x1792", returnImageUrls: true },
      },
      type: "@n8n/n8n-nodes-langchain.openAi",
      typeVersion: 1.8,
      position: [460, 300],
      credentials: { openAiApi: { id: "1", name: "OpenAI" } },
    },
    {
      template: "A fox without an expression",
      imageModel: "dall-e-3",
      aspectRatio: "portrait",
      settings: { quality: "hd", style: "vivid" },
    },
    {
      parameters: { resource: "image", options: { returnImageUrls: true } },
      type: "@n8n/n8n-nodes-langchain.openAi",
      typeVersion: 1.8,
      position: [460, 300],
      credentials: { openAiApi: { id: "1", name: "OpenAI" } },
    },
  ),
  shape(
    "n8n: a model with the name that its list showed, and several images",
    {
      parameters: {
        resource: "image",
        modelId: { __rl: true, value: "models/imagen-4", mode: "list", cachedResultName: "Imagen 4" },
        prompt,
        options: { sampleCount: 2 },
      },
    },
    { template: prompt, imageModel: "models/imagen-4" },
    {
      parameters: {
        resource: "image",
        modelId: { cachedResultName: "Imagen 4" },
        options: { sampleCount: 2 },
      },
    },
  ),
  shape(
    "n8n: expressions in place of a model, a size, a quality and a seed",
    {
      resource: "image",
      modelId: { __rl: true, value: "={{ $json.model }}", mode: "id" },
      prompt: "={{ $json.prompt }}",
      options: { size: "={{ $json.size }}", quality: "={{ $json.quality }}", seed: "={{ $json.seed }}" },
    },
    { template: "{{ $json.prompt }}" },
    {
      resource: "image",
      modelId: { __rl: true, value: "={{ $json.model }}", mode: "id" },
      options: { size: "={{ $json.size }}", quality: "={{ $json.quality }}", seed: "={{ $json.seed }}" },
    },
  ),
  shape(
    "Dify: a tool",
    {
      tool_name: "dalle3",
      tool_parameters: { prompt: { type: "mixed", value: "{{#17320.text#}} poster" } },
      tool_configurations: { size: "vertical", quality: "standard" },
    },
    {
      template: "{{#17320.text#}} poster",
      aspectRatio: "portrait",
      settings: { quality: "standard" },
    },
    { tool_name: "dalle3" },
  ),
  shape(
    "Dify: a tool on its canvas, with constants, a style and a count",
    {
      id: "1732099",
      type: "custom",
      width: 244,
      height: 54,
      position: { x: 1, y: 2 },
      data: {
        type: "tool",
        tool_parameters: { prompt: { type: "constant", value: prompt } },
        tool_configurations: {
          size: { type: "constant", value: "horizontal" },
          style: { type: "constant", value: "natural" },
          n: { type: "constant", value: 1 },
          seed_id: { type: "constant", value: null },
        },
      },
    },
    { template: prompt, aspectRatio: "landscape", settings: { style: "natural" } },
    {
      id: "1732099",
      type: "custom",
      width: 244,
      height: 54,
      position: { x: 1, y: 2 },
      data: {
        type: "tool",
        tool_configurations: {
          n: { type: "constant", value: 1 },
          seed_id: { type: "constant", value: null },
        },
      },
    },
  ),
  shape(
    "Dify: a variable, and the canvas's own width and height",
    {
      position: { x: 1, y: 2 },
      width: 244,
      height: 54,
      data: { tool_parameters: { prompt: { type: "variable", value: ["17320", "text"] } } },
    },
    { template: "{{#17320.text#}}" },
    { position: { x: 1, y: 2 }, width: 244, height: 54 },
  ),
];
