import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

/** French words of hints about the prompt. */
export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Conseils",
  "hint.dismiss": "Masquer ce conseil",
  "hint.style_in_prompt":
    "Le prompt mentionne un style (« {found} »). Choisissez plutôt « {style} » sous « Style » : il s’appliquera toujours de la même manière.",
  "hint.style_in_prompt.apply": "Utiliser « {style} »",
  "hint.style_twice":
    "Le prompt mentionne « {found} », et « {style} » est déjà choisi sous « Style ». Vous pouvez l’enlever du prompt.",
  "hint.very_short":
    "Pour une meilleure image, donnez plus de détails : le sujet, ce qui l’entoure, la lumière et la composition.",
  "hint.pixels_in_prompt":
    "Les modèles ne lisent pas « {found} » dans un prompt. La taille dépend du format et du modèle d’image.",
  "hintWords.photorealistic":
    "photoréaliste, photo-réaliste, photoréalisme, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "art numérique, digital art",
  "hintWords.oil_painting":
    "peinture à l’huile, peinture à l'huile, huile sur toile, oil painting, oil on canvas",
  "hintWords.watercolor": "aquarelle, watercolor, watercolour, water color",
  "hintWords.sketch":
    "croquis au crayon, dessin au crayon, dessin au trait, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, animé japonais, manga",
  "hintWords.3d_render": "rendu 3d, rendu en 3d, image de synthèse, 3d render, 3d rendering, cgi",
  "hintWords.minimalist": "minimaliste, minimalist, minimalistic",
  "hintWords.cinematic": "cinématographique, cinématique, cinematic",
  "hintWords.pixels": "px, pixel, pixels, ppp, dpi",
};
