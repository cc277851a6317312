import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "Uruchom „{node}”",
  "sources.running": "Uruchamianie „{node}”…",
  "sources.sample": {
    one: "Użyj danych przykładowych",
    few: "Użyj danych przykładowych",
    many: "Użyj danych przykładowych",
    other: "Użyj danych przykładowych",
  },
  "sources.done": "Uruchomiono „{node}”. Wygeneruj ponownie.",
  "sources.failed": "Nie udało się uruchomić „{node}”.",
};
