import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Imagens desta série",
  "gallery.item": "Imagem {number}",
  "gallery.empty": "Nada foi executado ainda.",
  "gallery.progress": "{done} de {total}",
  "gallery.done": { one: "{count} imagem", many: "{count} de imagens", other: "{count} imagens" },
  "gallery.failedCount": { one: "{count} com falha", many: "{count} com falha", other: "{count} com falha" },
  "gallery.doneAndFailed": "{done} e {failed}",
  "gallery.left": {
    one: "{count} não iniciada: {reason}",
    many: "{count} não iniciadas: {reason}",
    other: "{count} não iniciadas: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "Em espera",
  "gallery.running": "Gerando…",
  "gallery.failed": "Falhou",
  "gallery.aborted": "Espera encerrada",
  "gallery.undone": "Não iniciada",
  "gallery.retry": "Tentar de novo: imagem {number}",
  "gallery.atLeast": "pelo menos {amount}",
};
