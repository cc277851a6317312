import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Podgląd",
  "preview.empty": "Tutaj pojawi się Twój obraz.",
  "preview.notLoaded": "Nie udało się załadować reszty podglądu. Sprawdź połączenie.",

  "status.idle": "Nie ma jeszcze obrazu",
  "status.running": "W toku",
  "status.selected": "Wcześniejszy obraz",
  "status.late": "Spóźniony obraz",
  "status.pinned": "Przypięty obraz",
  "status.waiting": "Nadal w toku",
  "status.succeeded": "Gotowe",
  "status.failed": "Brak obrazu",
  "status.cancelled": "Anulowano",

  "progress.starting": "Uruchamianie…",
  "progress.prompt": "Pisanie promptu…",
  "progress.image": "Generowanie…",
  "progress.store": "Zapisywanie…",
};
