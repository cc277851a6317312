import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

/** French words of what is pinned, or may be. */
export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Épingler",
  "pin.done": "Image épinglée. Les exécutions de test l’utilisent et ne coûtent rien.",
  "pin.undone": "Image désépinglée. Les exécutions de test génèrent à nouveau des images.",

  "pinned.other": "Les exécutions de test utilisent l’image épinglée et ne coûtent rien.",
  "pinned.deleted":
    "L’image épinglée a été supprimée : les exécutions de test échouent. Générez-en une nouvelle ou désépinglez-la.",
  "pinned.settings": "L’image épinglée a été générée avec d’autres paramètres.",
  "pinned.show": "L’afficher",
  "pinned.back": "Afficher la plus récente",
  "pinned.unpin": "Désépingler",
  "warning.pinned_other_settings": "L’image épinglée a été générée avec d’autres paramètres.",
};
