/** Node or request body that somebody else's editor or code made, and what is read out of it. */
export interface ForeignShapeCase {
  readonly name: string;
  readonly saved: unknown;
  /** Members of the configuration that it becomes; `manual`, `square`, `auto` and no models where it says nothing. */
  readonly reads: {
    readonly template?: string;
    readonly instructions?: string;
    readonly mode?: string;
    readonly imageModel?: string;
    readonly promptModel?: string;
    readonly aspectRatio?: string;
    readonly style?: string;
    readonly settings?: Readonly<Record<string, unknown>>;
  };
  /** Everything else of the configuration: what could not be placed, under its key. */
  readonly keeps?: Readonly<Record<string, unknown>>;
}

const shape = (
  name: string,
  saved: unknown,
  reads: ForeignShapeCase["reads"],
  keeps?: ForeignShapeCase["keeps"],
): ForeignShapeCase => ({ name, saved, reads, ...(keeps && { keeps }) });

const prompt = "A red fox";
const text = (...content: readonly unknown[]) => ({ type: "paragraph", content });
const words = (value: string) => ({ type: "text", text: value });
const doc = (...content: readonly unknown[]) => ({ type: "doc", content });

const workflowEditors = [
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

const requestBodies = [
  shape(
    "OpenAI",
    { model: "gpt-image-1", prompt, size: "1024x1536", quality: "high", n: 1 },
    { template: prompt, imageModel: "gpt-image-1", aspectRatio: "portrait", settings: { quality: "high" } },
    { n: 1 },
  ),
  shape(
    "OpenAI: everything else of it",
    {
      model: "dall-e-3",
      prompt,
      size: "1792x1024",
      style: "vivid",
      n: 4,
      background: "opaque",
      moderation: "low",
      response_format: "b64_json",
      user: "u1",
    },
    {
      template: prompt,
      imageModel: "dall-e-3",
      aspectRatio: "landscape",
      settings: { style: "vivid", background: "opaque" },
    },
    { n: 4, moderation: "low", response_format: "b64_json", user: "u1" },
  ),
  shape("OpenAI: a size that is no shape", { prompt, size: "auto" }, { template: prompt }, { size: "auto" }),
  shape(
    "OpenAI: a request of a batch",
    { custom_id: "r1", method: "POST", body: { model: "gpt-image-1", prompt, size: "1024x1024" } },
    { template: prompt, imageModel: "gpt-image-1", aspectRatio: "square" },
    { custom_id: "r1", method: "POST" },
  ),
  shape(
    "the AI SDK",
    {
      prompt,
      aspectRatio: "16:9",
      seed: 7,
      providerOptions: { openai: { quality: "high", style: "natural" } },
    },
    { template: prompt, aspectRatio: "landscape", settings: { seed: 7, quality: "high", style: "natural" } },
  ),
  shape(
    "Replicate",
    { input: { prompt, aspect_ratio: "16:9", seed: 42 } },
    { template: prompt, aspectRatio: "landscape", settings: { seed: 42 } },
  ),
  shape(
    "Replicate: a version, and sides beside a ratio that is none",
    {
      version: "stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b",
      input: {
        prompt,
        aspect_ratio: "custom",
        width: 768,
        height: 1344,
        num_inference_steps: 30,
        guidance_scale: 7.5,
        num_outputs: 2,
      },
    },
    {
      template: prompt,
      imageModel: "stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b",
      aspectRatio: "portrait",
      settings: { steps: 30, guidance: 7.5 },
    },
    { input: { aspect_ratio: "custom", num_outputs: 2 } },
  ),
  shape(
    "Vertex",
    { instances: [{ prompt }], parameters: { aspectRatio: "9:16" } },
    { template: prompt, aspectRatio: "portrait" },
  ),
  shape(
    "Vertex: everything else of it",
    {
      instances: [{ prompt, image: { gcsUri: "gs://a/b" } }, { prompt: "A second" }],
      parameters: {
        sampleCount: 2,
        sampleImageSize: "2K",
        negativePrompt: "text",
        seed: 5,
        addWatermark: false,
      },
    },
    { template: prompt, settings: { resolution: "2K", negative_prompt: "text", seed: 5 } },
    {
      instances: [{ image: { gcsUri: "gs://a/b" } }, { prompt: "A second" }],
      parameters: { sampleCount: 2, addWatermark: false },
    },
  ),
  shape(
    "Gemini",
    {
      contents: [{ parts: [{ text: prompt }] }],
      generationConfig: { imageConfig: { aspectRatio: "16:9", imageSize: "2K" } },
    },
    { template: prompt, aspectRatio: "landscape", settings: { resolution: "2K" } },
  ),
  shape(
    "Amazon",
    {
      taskType: "TEXT_IMAGE",
      textToImageParams: { text: prompt, negativeText: "people" },
      imageGenerationConfig: {
        width: 1280,
        height: 720,
        quality: "premium",
        cfgScale: 6.5,
        seed: 12,
        numberOfImages: 1,
      },
    },
    {
      template: prompt,
      aspectRatio: "landscape",
      settings: { negative_prompt: "people", quality: "premium", guidance: 6.5, seed: 12 },
    },
    { taskType: "TEXT_IMAGE", imageGenerationConfig: { numberOfImages: 1 } },
  ),
  shape(
    "Stability",
    { text_prompts: [{ text: prompt }], cfg_scale: 7, steps: 30, style_preset: "digital-art" },
    { template: prompt, style: "digital_art", settings: { guidance: 7, steps: 30 } },
  ),
  shape(
    "Ideogram",
    { image_request: { prompt, aspect_ratio: "ASPECT_9_16", model: "V_2", magic_prompt_option: "AUTO" } },
    { template: prompt, imageModel: "V_2", aspectRatio: "portrait" },
    { image_request: { magic_prompt_option: "AUTO" } },
  ),
  shape(
    "fal: a size by name",
    {
      prompt,
      image_size: "landscape_16_9",
      num_inference_steps: 4,
      num_images: 1,
      enable_safety_checker: true,
    },
    { template: prompt, aspectRatio: "landscape", settings: { steps: 4 } },
    { num_images: 1, enable_safety_checker: true },
  ),
  shape(
    "fal: a size by its sides",
    { input: { prompt, image_size: { width: 576, height: 1024 }, guidance_scale: 3.5 } },
    { template: prompt, aspectRatio: "portrait", settings: { guidance: 3.5 } },
  ),
  shape(
    "Black Forest Labs",
    { prompt, width: 1024, height: 1792, steps: 28, guidance: 3, seed: 9, prompt_upsampling: false },
    { template: prompt, aspectRatio: "portrait", settings: { steps: 28, guidance: 3, seed: 9 } },
    { prompt_upsampling: false },
  ),
  shape(
    "A1111",
    {
      prompt,
      negative_prompt: "blurry",
      steps: 20,
      cfg_scale: 7,
      seed: -1,
      sampler_name: "Euler a",
      width: 512,
      height: 512,
      override_settings: { sd_model_checkpoint: "dreamshaper_8" },
    },
    {
      template: prompt,
      imageModel: "dreamshaper_8",
      aspectRatio: "square",
      settings: { negative_prompt: "blurry", steps: 20, guidance: 7 },
    },
    { sampler_name: "Euler a" },
  ),
  shape(
    "ComfyUI: one node",
    {
      class_type: "FluxProUltra",
      inputs: { prompt, noise_seed: 3, steps: "25", cfg: "3.5", clip: ["1", 1] },
    },
    { template: prompt, settings: { seed: 3, steps: 25, guidance: 3.5 } },
    { class_type: "FluxProUltra", inputs: { clip: ["1", 1] } },
  ),
  shape(
    "numbers as texts, and texts that are none",
    { prompt, seed: "42", steps: "many", guidance: true, quality: 80 },
    { template: prompt, settings: { seed: 42, quality: 80 } },
    { steps: "many", guidance: true },
  ),
];

const spellings = [
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

const sizes = (
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

/** Shapes of other editors, request bodies, and spellings of this node. */
export const FOREIGN_SHAPES: readonly ForeignShapeCase[] = [
  ...workflowEditors,
  ...requestBodies,
  ...spellings,
  ...sizes,
];
