import { foreignShape as shape } from "./foreignShape.js";

const prompt = "A red fox";

/** Shapes of this node that are spelled in other ways, and sizes. */
export const spellings = [
  ...["promptAI", "Prompt AI", "prompt-ai", "PROMPT_AI", "promptAi"].map((mode) =>
    shape(`mode ${mode}`, { mode, prompt }, { mode: "prompt_ai", instructions: prompt }),
  ),
  shape(
    "a mode in the prompt",
    { prompt: { mode: "promptAI", value: prompt } },
    { mode: "prompt_ai", instructions: prompt },
  ),
  shape("a value in the prompt", { prompt: { mode: "Manual", value: prompt } }, { template: prompt }),
  shape(
    "a mode of this node, spelled",
    { prompt: { mode: "promptAI", instructions: prompt } },
    { mode: "prompt_ai", instructions: prompt },
  ),
  shape(
    "the documented node in the data of another",
    {
      data: {
        promptMode: "Prompt AI",
        prompt,
        aspectRatio: "Landscape",
        style: "Oil Painting",
        imageModel: "m1",
        promptModel: "p1",
      },
    },
    {
      mode: "prompt_ai",
      instructions: prompt,
      aspectRatio: "landscape",
      style: "oil_painting",
      imageModel: "m1",
      promptModel: "p1",
    },
  ),
  shape(
    "settings under options",
    { prompt: "A cat", options: { quality: "high", seed: 4, size: "9:16", n: 2, later: 1 } },
    { template: "A cat", aspectRatio: "portrait", settings: { quality: "high", seed: 4 } },
    { options: { n: 2, later: 1 } },
  ),
  shape(
    "settings of this node beside others",
    { prompt, settings: { quality: "low" }, quality: "high", seed: 5 },
    { template: prompt, settings: { quality: "low", seed: 5 } },
    { quality: "high" },
  ),
  shape(
    "a style of a host's own, which nothing foreign stands beside",
    { prompt, model: "m1", style: "acme_brand" },
    { template: prompt, imageModel: "m1", style: "acme_brand" },
  ),
];

/** Values that are almost something else. */
export const borderCases = [
  shape(
    "a text that begins with a sign of its own",
    { prompt: "=^.^= a cat", model: "m1" },
    { template: "=^.^= a cat", imageModel: "m1" },
  ),
  shape(
    "a negative prompt that is an expression",
    { prompt, options: { negativePrompt: "={{ $json.not }}" } },
    { template: prompt, settings: { negative_prompt: "{{ $json.not }}" } },
  ),
  shape(
    "a seed with more digits than a number holds",
    { prompt, seed: "9007199254740993123", n: "2" },
    { template: prompt },
    { seed: "9007199254740993123", n: "2" },
  ),
  shape(
    "a node inside of its settings",
    { settings: { prompt, model: "m1", steps: 4, acme: true } },
    { template: prompt, imageModel: "m1", settings: { steps: 4 } },
    { otherSettings: { acme: true } },
  ),
  shape(
    "a style of this node among foreign things",
    { prompt, size: "1024x1024", style: "Watercolor" },
    { template: prompt, style: "watercolor" },
  ),
  shape(
    "a style of a service, which a size stands beside",
    { prompt, size: "1365x1024", style: "realistic_image" },
    { template: prompt, aspectRatio: "landscape", settings: { style: "realistic_image" } },
  ),
  shape(
    "a style of DALL·E, which nothing stands beside",
    { prompt, style: "natural" },
    { template: prompt, settings: { style: "natural" } },
  ),
  shape(
    "one side without the other, and sides that are none",
    { prompt, width: 1024, input: { width: 0, height: 0 } },
    { template: prompt },
    { width: 1024, input: { width: 0, height: 0 } },
  ),
  shape(
    "a ratio that comes before a size",
    { input: { prompt, size: "1024x1024", aspect_ratio: "9:16" } },
    { template: prompt, aspectRatio: "portrait" },
    { input: { size: "1024x1024" } },
  ),
  shape(
    "a prompt that is JSON, but no document",
    { input: { prompt: '{"subject":"a fox"}' } },
    { template: '{"subject":"a fox"}' },
  ),
  shape(
    "an input that is the prompt",
    { model: "gpt-image-1", input: prompt },
    { template: prompt, imageModel: "gpt-image-1" },
  ),
  shape("a version that names no model", { version: "2.1", input: { prompt } }, { template: prompt }),
  shape("a version that is a number", { version: 2, input: { prompt } }, { template: prompt }),
  shape("a version beside no input", { version: "a/b", data: { prompt } }, { template: prompt }),
  shape(
    "an input that holds the prompt as its text",
    { input: { text: prompt, size: "16:9", later: 1 } },
    { template: prompt, aspectRatio: "landscape" },
    { input: { later: 1 } },
  ),
  shape(
    "an input that holds the prompt as its value",
    { input: { value: prompt, size: "16:9", later: 1 } },
    { template: prompt, aspectRatio: "landscape" },
    { input: { later: 1 } },
  ),
  shape(
    "a prompt out of a list, whose mode is none of a prompt",
    { prompt: { __rl: true, mode: "list", value: prompt } },
    { template: prompt },
  ),
];

/** Ways to write a size or a ratio. */
export const sizes = (
  [
    ["1024x1024", "square"],
    ["1024 × 1792", "portrait"],
    ["1024*1536", "portrait"],
    ["1:1", "square"],
    ["16:9", "landscape"],
    ["9/16", "portrait"],
    ["4:3", "landscape"],
    ["3:4", "portrait"],
    ["5:4", "square"],
    ["1184x896", "landscape"],
    ["21:9", "landscape"],
    ["2.39:1", "landscape"],
    ["16x9", "landscape"],
    ["square_hd", "square"],
    ["portrait_4_3", "portrait"],
    ["portrait_16_9", "portrait"],
    ["landscape_4_3", "landscape"],
    ["traditional_3_4", "portrait"],
    ["widescreen_16_9", "landscape"],
    ["Square (1024x1024)", "square"],
    ["Portrait", "portrait"],
  ] as const
).map(([size, aspectRatio]) => shape(`size ${size}`, { prompt, size }, { template: prompt, aspectRatio }));
