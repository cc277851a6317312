import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Imagens desta série",
  "gallery.item": "Imagem {number}",
  "gallery.empty": "Nada foi executado ainda.",
  "gallery.progress": "{done} de {total}",
  "gallery.done": { one: "{count} imagem", many: "{count} de imagens", other: "{count} imagens" },
  "gallery.failed": {
    one: "e {count} com falha",
    many: "e {count} com falha",
    other: "e {count} com falha",
  },
  "gallery.left": {
    one: "– {count} não iniciada: {reason}",
    many: "– {count} não iniciadas: {reason}",
    other: "– {count} não iniciadas: {reason}",
  },
  "gallery.waiting": "Em espera",
  "gallery.running": "Gerando…",
  "gallery.aborted": "Espera encerrada",
  "gallery.undone": "Não iniciada",
  "gallery.retry": "Tentar de novo: imagem {number}",
  "gallery.atLeast": "pelo menos {amount} {currency}",
};
