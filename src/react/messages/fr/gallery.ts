import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

/** French words of a batch. */
export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Images de cette série",
  "gallery.item": "Image {number}",
  "gallery.empty": "Rien n’a encore été exécuté.",
  "gallery.progress": "{done} sur {total}",
  "gallery.done": { one: "{count} image", many: "{count} d’images", other: "{count} images" },
  "gallery.failedCount": { one: "{count} échec", many: "{count} d’échecs", other: "{count} échecs" },
  "gallery.doneAndFailed": "{done} et {failed}",
  "gallery.left": {
    one: "{count} non commencée : {reason}",
    many: "{count} non commencées : {reason}",
    other: "{count} non commencées : {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "En attente",
  "gallery.running": "Génération…",
  "gallery.failed": "Échec",
  "gallery.aborted": "Attente interrompue",
  "gallery.undone": "Non commencée",
  "gallery.retry": "Réessayer l’image {number}",
  "gallery.atLeast": "au moins {amount}",
};
