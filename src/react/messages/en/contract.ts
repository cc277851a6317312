import type { Message } from "../createTranslate.js";

/**
 * The words of the contract's ids: ratios, styles, error kinds. The descriptions are the node's documented ones.
 *
 * The descriptions of shapes and styles are those of the node's documentation. `{model}` is the name of an image
 * model, such as "GPT Image 1".
 */
export const contract = {
  // A shape in its list: {label} is its name, {shape} its numbers: "Square 1:1".
  "ratio.named": "{label} {shape}",
  // A noun, or an adjective said of a picture.
  "ratio.square.label": "Square",
  // Width to height; stays as it is.
  "ratio.square.shape": "1:1",
  // Nouns, as those of the other shapes.
  "ratio.square.bestFor": "Social media posts, profile images",
  // Wide, as a sheet that lies; not a view of the country.
  "ratio.landscape.label": "Landscape",
  // Width to height; stays as it is.
  "ratio.landscape.shape": "16:9",
  "ratio.landscape.bestFor": "Presentations, banners, headers",
  // Tall, as a sheet that stands; not a picture of a face.
  "ratio.portrait.label": "Portrait",
  // Width to height; stays as it is.
  "ratio.portrait.shape": "9:16",
  // "Stories" are those of social media.
  "ratio.portrait.bestFor": "Stories, mobile content, posters",
  // Small mark behind a shape, said of the picture: its edges are cut off.
  "ratioFit.crop.badge": "cropped",
  // Small mark behind a shape: the model can't make it.
  "ratioFit.unsupported.badge": "not possible",
  // "It" is the shape.
  "ratioFit.crop": "{model} has no exact size for it. The picture is cropped.",
  "ratioFit.unsupported": "{model} can't make this shape.",
  "ratioReason.cropped_from_other_ratio": "{model} draws another shape. The picture is cropped to this one.",
  "ratioReason.nearest_size": "{model} draws the nearest size it has. The picture is cropped to this shape.",
  "ratioReason.square_only": "{model} makes squares only.",
  "ratioReason.ratio_not_offered": "{model} can't make this shape.",

  // Name of a style: none is chosen, the model decides. Short for "automatic".
  "style.auto.label": "Auto",
  "style.auto.description": "Let the model decide based on the prompt",

  /* Names of styles, with a description each: adjectives or nouns said of a picture, in the words of the language's
     artists. Some 18 letters. */
  "style.photorealistic.label": "Photorealistic",
  "style.photorealistic.description": "High detail, professional photography quality",
  "style.digital_art.label": "Digital Art",
  "style.digital_art.description": "Vibrant colors, detailed illustration",
  "style.oil_painting.label": "Oil Painting",
  "style.oil_painting.description": "Artistic, painterly brushstrokes",
  "style.watercolor.label": "Watercolor",
  "style.watercolor.description": "Soft edges, artistic paper texture",
  // A drawing by hand: a noun.
  "style.sketch.label": "Sketch",
  "style.sketch.description": "Pencil sketch, hand-drawn line art",
  // Style of Japanese animated films. Stays as it is where the language uses the word.
  "style.anime.label": "Anime",
  "style.anime.description": "Anime/manga art style",
  "style.3d_render.label": "3D Render",
  "style.3d_render.description": "Realistic lighting, CGI quality",
  "style.minimalist.label": "Minimalist",
  "style.minimalist.description": "Clean, simple, modern design",
  // As in a film for the cinema: an adjective.
  "style.cinematic.label": "Cinematic",
  "style.cinematic.description": "Dramatic lighting, film grain",
} satisfies Record<string, Message>;
