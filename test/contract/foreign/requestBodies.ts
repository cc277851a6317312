import { foreignShape as shape } from "./foreignShape.js";

const prompt = "A red fox";

/** Bodies of requests to image services. */
export const requestBodies = [
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
