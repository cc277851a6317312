import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of the preview. */
export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Vista previa",
  "preview.empty": "Tu imagen aparecerá aquí.",
  "preview.notLoaded": "No se pudo cargar el resto de la vista previa. Revisa la conexión.",

  "status.idle": "Aún no hay imagen",
  "status.running": "En curso",
  "status.selected": "Imagen anterior",
  "status.late": "Llegó tarde",
  "status.pinned": "Imagen fijada",
  "status.waiting": "Aún en curso",
  "status.succeeded": "Listo",
  "status.failed": "Sin imagen",
  "status.cancelled": "Cancelado",

  "progress.starting": "Iniciando…",
  "progress.prompt": "Escribiendo el prompt…",
  "progress.image": "Generando…",
  "progress.store": "Guardando…",
};
