import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Immagini di questa serie",
  "gallery.item": "Immagine {number}",
  "gallery.empty": "Ancora nessuna esecuzione.",
  "gallery.progress": "{done} di {total}",
  "gallery.done": { one: "{count} immagine", many: "{count} di immagini", other: "{count} immagini" },
  "gallery.failedCount": {
    one: "{count} non riuscita",
    many: "{count} non riuscite",
    other: "{count} non riuscite",
  },
  "gallery.doneAndFailed": "{done} e {failed}",
  "gallery.left": {
    one: "{count} non iniziata: {reason}",
    many: "{count} non iniziate: {reason}",
    other: "{count} non iniziate: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "In attesa",
  "gallery.running": "Generazione…",
  "gallery.failed": "Non riuscita",
  "gallery.aborted": "Attesa interrotta",
  "gallery.undone": "Non iniziata",
  "gallery.retry": "Riprova: immagine {number}",
  "gallery.atLeast": "almeno {amount}",
};
