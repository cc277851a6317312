import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Dicas",
  "hint.dismiss": "Dispensar esta dica",
  "hint.style_in_prompt":
    "O prompt cita um estilo (“{found}”). Prefira escolher {style} em “Estilo”: assim ele é aplicado sempre do mesmo jeito.",
  "hint.style_in_prompt.apply": "Usar {style}",
  "hint.style_twice":
    "O prompt cita “{found}”, e {style} já está em “Estilo”. Você pode tirar isso do prompt.",
  "hint.very_short":
    "Descreva mais para obter uma imagem melhor: o assunto, o ambiente, a luz e a composição.",
  "hint.pixels_in_prompt":
    "Os modelos não leem “{found}” em um prompt. O tamanho depende da proporção e do modelo de imagem.",
  "hintWords.photorealistic":
    "fotorrealista, fotorrealistas, fotorrealístico, fotorrealística, fotorrealismo, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "arte digital, digital art",
  "hintWords.oil_painting": "pintura a óleo, óleo sobre tela, oil painting, oil on canvas",
  "hintWords.watercolor": "aquarela, aquarelas, aquarelado, aquarelada, watercolor, watercolour, water color",
  "hintWords.sketch":
    "esboço a lápis, desenho a lápis, rascunho a lápis, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, animê, mangá",
  "hintWords.3d_render": "render 3d, renderização 3d, 3d render, 3d rendering, cgi",
  "hintWords.minimalist": "minimalista, minimalistas, minimalismo, minimalist, minimalistic",
  "hintWords.cinematic":
    "cinematográfico, cinematográfica, cinematográficos, cinematográficas, cinemático, cinemática, cinematic",
  "hintWords.pixels": "px, pixel, pixels, píxel, píxeis, ppp, dpi",
};
