import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

/** French words of what an earlier node did not give. */
export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "Exécuter « {node} »",
  "sources.running": "Exécution de « {node} »…",
  "sources.sample": {
    one: "Utiliser son exemple",
    many: "Utiliser leurs exemples",
    other: "Utiliser leurs exemples",
  },
  "sources.done": "Le nœud « {node} » a été exécuté. Relancez la génération.",
  "sources.failed": "Le nœud « {node} » n’a pas pu être exécuté.",
};
