import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Przypnij",
  "pin.done": "Przypięto. Uruchomienia testowe używają tego obrazu i nic nie kosztują.",
  "pin.undone": "Odpięto. Uruchomienia testowe znów tworzą obrazy.",

  "pinned.other": "Uruchomienia testowe używają przypiętego obrazu i nic nie kosztują.",
  "pinned.deleted":
    "Przypięty obraz został usunięty, więc uruchomienia testowe się nie udają. Wygeneruj nowy albo odepnij ten.",
  "pinned.settings": "Przypięty obraz powstał z innymi ustawieniami.",
  "pinned.show": "Pokaż",
  "pinned.back": "Pokaż najnowszy",
  "pinned.unpin": "Odepnij",
  "warning.pinned_other_settings": "Przypięty obraz powstał z innymi ustawieniami.",
};
