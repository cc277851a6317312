import type { Message } from "../createTranslate.js";

/**
 * The words of hints about the prompt.
 *
 * `{found}` is what the person wrote, such as "oil painting"; `{style}` the name of a style in the list, such as
 * "Oil Painting". "Style", "Aspect ratio" and "Image model" are the labels of the form.
 */
export const hints = {
  // Name of the list of hints, said aloud. Advice, no fault.
  "hints.label": "Hints",
  // Button, a verb: takes the hint away for good.
  "hint.dismiss": "Dismiss this hint",
  "hint.style_in_prompt":
    "The prompt names a style (“{found}”). Choose {style} under Style instead: it is applied the same way every time.",
  // Button, a verb: chooses {style}.
  "hint.style_in_prompt.apply": "Use {style}",
  "hint.style_twice":
    "The prompt names “{found}”, and Style already says {style}. You can remove it from the prompt.",
  "hint.very_short": "Say more for a better picture: the subject, its surroundings, light and composition.",
  "hint.pixels_in_prompt":
    "Models do not read “{found}” in a prompt. Aspect ratio and Image model decide the size.",

  /* Never seen. Words by which somebody names the style in a prompt, in small letters, separated by ASCII commas,
     every spelling that is usual. People write prompts in English too: the English words may stay among them. */
  "hintWords.photorealistic": "photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "digital art",
  "hintWords.oil_painting": "oil painting, oil on canvas",
  "hintWords.watercolor": "watercolor, watercolour, water color",
  "hintWords.sketch": "pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, manga",
  "hintWords.3d_render": "3d render, 3d rendering, cgi",
  "hintWords.minimalist": "minimalist, minimalistic",
  "hintWords.cinematic": "cinematic",
  // The same of a size: units of pixels, such as those in "1024 px", in every form that stands after a number.
  "hintWords.pixels": "px, pixel, pixels, dpi",
} satisfies Record<string, Message>;
