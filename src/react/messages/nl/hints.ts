import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Tips",
  "hint.dismiss": "Deze tip sluiten",
  "hint.style_in_prompt":
    "De prompt noemt een stijl (‘{found}’). Kies liever {style} bij ‘Stijl’: dan werkt die elke keer hetzelfde.",
  "hint.style_in_prompt.apply": "{style} gebruiken",
  "hint.style_twice":
    "De prompt noemt ‘{found}’, en bij ‘Stijl’ staat al {style}. Je kunt het uit de prompt weglaten.",
  "hint.very_short": "Vertel meer voor een betere afbeelding: onderwerp, omgeving, licht en compositie.",
  "hint.pixels_in_prompt":
    "Modellen doen niets met ‘{found}’ in een prompt. ‘Beeldverhouding’ en ‘Beeldmodel’ bepalen de grootte.",
  "hintWords.photorealistic":
    "fotorealistisch, fotorealistische, fotorealisme, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "digitale kunst, digital art",
  "hintWords.oil_painting": "olieverfschilderij, olieverf, olie op doek, oil painting, oil on canvas",
  "hintWords.watercolor":
    "aquarel, aquarelverf, aquarelstijl, waterverf, watercolor, watercolour, water color",
  "hintWords.sketch": "potloodschets, potloodtekening, lijntekening, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, animestijl, manga, mangastijl",
  "hintWords.3d_render": "3d-render, 3d-rendering, 3d render, 3d rendering, cgi",
  "hintWords.minimalist": "minimalistisch, minimalistische, minimalist, minimalistic",
  "hintWords.cinematic": "filmisch, filmische, cinematisch, cinematische, cinematic",
  "hintWords.pixels": "px, pixel, pixels, beeldpunten, dpi",
};
