import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Fixar",
  "pin.done": "Imagem fixada. As execuções de teste usam esta imagem, sem custo.",
  "pin.undone": "Imagem desafixada. As execuções de teste voltam a gerar imagens.",

  "pinned.other": "As execuções de teste usam a imagem fixada, sem custo.",
  "pinned.deleted":
    "A imagem fixada foi excluída, por isso as execuções de teste falham. Gere outra ou desafixe esta.",
  "pinned.settings": "A imagem fixada foi gerada com outras configurações.",
  "pinned.show": "Mostrar",
  "pinned.back": "Mostrar a última",
  "pinned.unpin": "Desafixar",
  "warning.pinned_other_settings": "A imagem fixada foi gerada com outras configurações.",
};
