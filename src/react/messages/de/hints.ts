import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Hinweise",
  "hint.dismiss": "Diesen Hinweis schließen",
  "hint.style_in_prompt":
    "Der Prompt nennt einen Stil („{found}“). Wähle stattdessen {style} unter Stil: So wirkt er jedes Mal gleich.",
  "hint.style_in_prompt.apply": "{style} verwenden",
  "hint.style_twice":
    "Der Prompt nennt „{found}“, und unter Stil steht schon {style}. Im Prompt kannst du es weglassen.",
  "hint.very_short": "Beschreibe mehr, dann wird das Bild besser: Motiv, Umgebung, Licht und Bildaufbau.",
  "hint.pixels_in_prompt":
    "„{found}“ im Prompt liest kein Modell. Die Größe bestimmen Seitenverhältnis und Bildmodell.",
  "hintWords.photorealistic": "fotorealistisch, photorealistic",
  "hintWords.digital_art": "digitale kunst, digital art",
  "hintWords.oil_painting": "ölgemälde, ölbild, oil painting",
  "hintWords.watercolor": "aquarell, wasserfarben, watercolor, watercolour",
  "hintWords.sketch": "bleistiftskizze, bleistiftzeichnung, pencil sketch",
  "hintWords.anime": "anime, manga",
  "hintWords.3d_render": "3d-rendering, 3d render, cgi",
  "hintWords.minimalist": "minimalistisch, minimalist",
  "hintWords.cinematic": "filmisch, cinematic",
  "hintWords.pixels": "px, pixel, pixeln, bildpunkte, dpi",
};
