import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "Executar “{node}”",
  "sources.running": "Executando “{node}”…",
  "sources.sample": { one: "Usar o exemplo", many: "Usar os exemplos", other: "Usar os exemplos" },
  "sources.done": "O nó “{node}” foi executado. Gere a imagem de novo.",
  "sources.failed": "Não foi possível executar “{node}”.",
};
