import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Suggerimenti",
  "hint.dismiss": "Ignora questo suggerimento",
  "hint.style_in_prompt":
    "Il prompt nomina uno stile (“{found}”). Scegli piuttosto {style} in “Stile”: così viene applicato sempre allo stesso modo.",
  "hint.style_in_prompt.apply": "Usa {style}",
  "hint.style_twice": "Il prompt nomina “{found}” e in “Stile” c’è già {style}. Puoi toglierlo dal prompt.",
  "hint.very_short":
    "Descrivi di più per ottenere un’immagine migliore: soggetto, ambiente, luce e composizione.",
  "hint.pixels_in_prompt":
    "I modelli non leggono “{found}” in un prompt. La dimensione dipende dalle proporzioni e dal modello per immagini.",
  "hintWords.photorealistic":
    "fotorealistico, fotorealistica, fotorealistici, fotorealistiche, fotorealismo, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "arte digitale, digital art",
  "hintWords.oil_painting":
    "pittura a olio, dipinto a olio, quadro a olio, olio su tela, oil painting, oil on canvas",
  "hintWords.watercolor":
    "acquerello, acquerelli, acquarello, acquarelli, watercolor, watercolour, water color",
  "hintWords.sketch":
    "schizzo a matita, disegno a matita, bozzetto a matita, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, manga",
  "hintWords.3d_render": "render 3d, rendering 3d, 3d render, 3d rendering, cgi",
  "hintWords.minimalist":
    "minimalista, minimalisti, minimaliste, minimalismo, minimalistico, minimalistica, minimalist, minimalistic",
  "hintWords.cinematic": "cinematografico, cinematografica, cinematografici, cinematografiche, cinematic",
  "hintWords.pixels": "px, pixel, punti per pollice, dpi",
};
