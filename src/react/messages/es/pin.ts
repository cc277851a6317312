import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of what is pinned, or may be. */
export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Fijar",
  "pin.done": "Imagen fijada. Las ejecuciones de prueba la usan y no cuestan nada.",
  "pin.undone": "La imagen ya no está fijada. Las ejecuciones de prueba vuelven a generar imágenes.",

  "pinned.other": "Las ejecuciones de prueba usan la imagen fijada y no cuestan nada.",
  "pinned.deleted":
    "La imagen fijada se eliminó y las ejecuciones de prueba fallan. Genera una nueva o deja de fijarla.",
  "pinned.settings": "La imagen fijada se generó con otros ajustes.",
  "pinned.show": "Mostrarla",
  "pinned.back": "Mostrar la más reciente",
  "pinned.unpin": "Dejar de fijar",
  "warning.pinned_other_settings": "La imagen fijada se generó con otros ajustes.",
};
