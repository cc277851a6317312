import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of a batch. */
export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Imágenes de esta serie",
  "gallery.item": "Imagen {number}",
  "gallery.empty": "Aún no se ha ejecutado nada.",
  "gallery.progress": "{done} de {total}",
  "gallery.done": { one: "{count} imagen", many: "{count} de imágenes", other: "{count} imágenes" },
  "gallery.failedCount": { one: "{count} fallida", many: "{count} fallidas", other: "{count} fallidas" },
  "gallery.doneAndFailed": "{done} y {failed}",
  "gallery.left": {
    one: "{count} sin empezar: {reason}",
    many: "{count} sin empezar: {reason}",
    other: "{count} sin empezar: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "En espera",
  "gallery.running": "Generando…",
  "gallery.failed": "Fallida",
  "gallery.aborted": "Espera interrumpida",
  "gallery.undone": "Sin empezar",
  "gallery.retry": "Reintentar la imagen {number}",
  "gallery.atLeast": "al menos {amount}",
};
