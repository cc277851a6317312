import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

/** French words of the preview. */
export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Aperçu",
  "preview.empty": "Votre image apparaîtra ici.",
  "preview.notLoaded": "Le reste de l’aperçu n’a pas pu être chargé. Vérifiez la connexion.",

  "status.idle": "Pas encore d’image",
  "status.running": "En cours",
  "status.selected": "Image antérieure",
  "status.late": "Arrivée tardive",
  "status.pinned": "Image épinglée",
  "status.waiting": "Toujours en cours",
  "status.succeeded": "Terminé",
  "status.failed": "Aucune image",
  "status.cancelled": "Annulé",

  "progress.starting": "Démarrage…",
  "progress.prompt": "Rédaction du prompt…",
  "progress.image": "Génération…",
  "progress.store": "Enregistrement…",
};
