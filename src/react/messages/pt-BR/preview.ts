import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Prévia",
  "preview.empty": "Sua imagem vai aparecer aqui.",
  "preview.notLoaded": "Não foi possível carregar o restante da prévia. Verifique a conexão.",

  "status.idle": "Nenhuma imagem ainda",
  "status.running": "Gerando",
  "status.selected": "Imagem anterior",
  "status.late": "Chegou com atraso",
  "status.pinned": "Imagem fixada",
  "status.waiting": "Ainda gerando",
  "status.succeeded": "Pronta",
  "status.failed": "Sem imagem",
  "status.cancelled": "Cancelada",

  "progress.starting": "Iniciando…",
  "progress.prompt": "Escrevendo o prompt…",
  "progress.image": "Gerando a imagem…",
  "progress.store": "Salvando…",
};
