import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Obrazy z tej serii",
  "gallery.item": "Obraz {number}",
  "gallery.empty": "Nic jeszcze nie uruchomiono.",
  "gallery.progress": "{done} z {total}",
  "gallery.done": {
    one: "{count} obraz",
    few: "{count} obrazy",
    many: "{count} obrazów",
    other: "{count} obrazu",
  },
  "gallery.failedCount": {
    one: "{count} nieudany",
    few: "{count} nieudane",
    many: "{count} nieudanych",
    other: "{count} nieudanego",
  },
  "gallery.doneAndFailed": "{done} i {failed}",
  "gallery.left": {
    one: "{count} nierozpoczęty: {reason}",
    few: "{count} nierozpoczęte: {reason}",
    many: "{count} nierozpoczętych: {reason}",
    other: "{count} nierozpoczętego: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "Oczekuje",
  "gallery.running": "Generowanie…",
  "gallery.failed": "Nieudany",
  "gallery.aborted": "Przerwano czekanie",
  "gallery.undone": "Nie rozpoczęto",
  "gallery.retry": "Ponów obraz {number}",
  "gallery.atLeast": "co najmniej {amount}",
};
