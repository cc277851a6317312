import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Vastzetten",
  "pin.done": "Vastgezet. Testruns gebruiken deze afbeelding en kosten niets.",
  "pin.undone": "Losgemaakt. Testruns maken weer nieuwe afbeeldingen.",

  "pinned.other": "Testruns gebruiken de vastgezette afbeelding en kosten niets.",
  "pinned.deleted":
    "De vastgezette afbeelding is verwijderd, daarom mislukken testruns. Genereer een nieuwe of maak deze los.",
  "pinned.settings": "De vastgezette afbeelding is met andere instellingen gemaakt.",
  "pinned.show": "Tonen",
  "pinned.back": "Nieuwste tonen",
  "pinned.unpin": "Losmaken",
  "warning.pinned_other_settings": "De vastgezette afbeelding is met andere instellingen gemaakt.",
};
