import type { examples as en } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** French words of the prompts that an empty preview suggests. */
export const examples: Record<keyof typeof en, Message> = {
  "examples.label": "Exemples",
  "examples.styled": "Une illustration représentant {subject}, style {style}",
  "examples.photo": "Une photo montrant {subject} dans la douce lumière du matin",
  "examples.icon": "{subject} sous forme d’icône simple sur fond uni",
  "examples.lighthouse": "Un phare sur une falaise au crépuscule, des vagues en contrebas",
  "examples.desk": "Un bureau bien rangé près d’une fenêtre, vu d’en haut",
  "examples.city": "Une petite ville sous la neige, une lumière chaude aux fenêtres",

  "examples.subjects":
    "sujet, subject, titre, title, nom, name, thème, theme, topic, produit, product, headline, résumé, resume, summary, description, texte, text",
  "examples.styles": "style, ambiance, mood, tonalité, tone, saison, season, couleur, color, colour, palette",
};
