import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of hints about the prompt. */
export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Consejos",
  "hint.dismiss": "Ocultar este consejo",
  "hint.style_in_prompt":
    "El prompt menciona un estilo (“{found}”). Mejor elige “{style}” en “Estilo”: así se aplica siempre de la misma forma.",
  "hint.style_in_prompt.apply": "Usar “{style}”",
  "hint.style_twice":
    "El prompt menciona “{found}”, y en “Estilo” ya está elegido “{style}”. Puedes quitarlo del prompt.",
  "hint.very_short":
    "Para una imagen mejor, da más detalles: el motivo, su entorno, la luz y la composición.",
  "hint.pixels_in_prompt":
    "Los modelos no leen “{found}” en un prompt. El tamaño depende de la proporción y del modelo de imagen.",
  "hintWords.photorealistic":
    "fotorrealista, foto realista, fotorrealismo, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "arte digital, digital art",
  "hintWords.oil_painting": "pintura al óleo, óleo sobre lienzo, cuadro al óleo, oil painting, oil on canvas",
  "hintWords.watercolor": "acuarela, watercolor, watercolour, water color",
  "hintWords.sketch":
    "boceto a lápiz, dibujo a lápiz, dibujo de líneas, arte lineal, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, manga",
  "hintWords.3d_render": "render 3d, renderizado 3d, 3d render, 3d rendering, cgi",
  "hintWords.minimalist": "minimalista, minimalist, minimalistic",
  "hintWords.cinematic": "cinematográfico, cinematográfica, cinemático, cinemática, cinematic",
  "hintWords.pixels": "px, píxel, píxeles, pixel, pixeles, ppp, dpi",
};
