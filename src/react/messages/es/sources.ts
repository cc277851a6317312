import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of what an earlier node did not give. */
export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "Ejecutar “{node}”",
  "sources.running": "Ejecutando “{node}”…",
  "sources.sample": { one: "Usar su ejemplo", many: "Usar sus ejemplos", other: "Usar sus ejemplos" },
  "sources.done": "El nodo “{node}” se ejecutó. Genera de nuevo.",
  "sources.failed": "No se pudo ejecutar el nodo “{node}”.",
};
