import type { CatalogStyle } from "../../contract/index.js";
import type { StyleOption } from "../options.js";

const DOCUMENTED: readonly (StyleOption & { label: string })[] = [
  { id: "auto", label: "Auto", description: "Let the model decide based on the prompt", words: "" },
  {
    id: "photorealistic",
    label: "Photorealistic",
    description: "High detail, professional photography quality",
    words: "photorealistic, high detail, professional photography quality",
  },
  {
    id: "digital_art",
    label: "Digital Art",
    description: "Vibrant colors, detailed illustration",
    words: "digital art, vibrant colors, detailed illustration",
  },
  {
    id: "oil_painting",
    label: "Oil Painting",
    description: "Artistic, painterly brushstrokes",
    words: "oil painting, artistic, painterly brushstrokes",
  },
  {
    id: "watercolor",
    label: "Watercolor",
    description: "Soft edges, artistic paper texture",
    words: "watercolor, soft edges, artistic paper texture",
  },
  {
    id: "sketch",
    label: "Sketch",
    description: "Pencil sketch, hand-drawn line art",
    words: "pencil sketch, hand-drawn line art",
  },
  { id: "anime", label: "Anime", description: "Anime/manga art style", words: "anime, manga art style" },
  {
    id: "3d_render",
    label: "3D Render",
    description: "Realistic lighting, CGI quality",
    words: "3D render, realistic lighting, CGI quality",
  },
  {
    id: "minimalist",
    label: "Minimalist",
    description: "Clean, simple, modern design",
    words: "minimalist, clean, simple, modern design",
  },
  {
    id: "cinematic",
    label: "Cinematic",
    description: "Dramatic lighting, film grain",
    words: "cinematic, dramatic lighting, film grain",
  },
];

/** Merges a host's overrides into the documented styles by id, and appends its own. */
export function mergeStyles(own: readonly StyleOption[] = []): ReadonlyMap<string, StyleOption> {
  const styles = new Map<string, StyleOption>(DOCUMENTED.map((style) => [style.id, style]));
  for (const style of own) styles.set(style.id, { ...styles.get(style.id), ...style });
  return styles;
}

/** Converts a style to its entry in the catalog; the words stay here. */
export function toCatalogStyle({ words: _words, ...style }: StyleOption): CatalogStyle {
  return style;
}

/** Finds the words that a style adds to the prompt; empty for none. */
export function styleWords(style: StyleOption): string {
  return style.words ?? [style.label ?? style.id, style.description ?? ""].filter(Boolean).join(", ");
}

/** Makes the exact text for the image model: the prompt, then the words of its style. */
export function toSentPrompt(prompt: string, style: StyleOption): string {
  const words = styleWords(style);
  if (!words) return prompt;
  const text = prompt.trimEnd();
  const ended = [".", "!", "?", "。", "！", "？", "…"].some((mark) => text.endsWith(mark));
  return `${text}${ended ? "" : "."} Style: ${words}`;
}
