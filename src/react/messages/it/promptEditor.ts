import type { promptEditor as en } from "../en/promptEditor.js";
import type { Message } from "../createTranslate.js";

export const promptEditor: Record<keyof typeof en, Message> = {
  "promptEditor.label": "Prompt",
  "promptEditor.suggestions": "Variabili",
  "promptEditor.empty": "Nessuna variabile corrisponde a “{query}”.",
  "promptEditor.emptyAll": "Ancora nessuna variabile. Le forniscono i nodi che precedono questo.",
  "promptEditor.hintInsert": "↵ inserisci",
  "promptEditor.hintOpen": "↵ apri",
  "promptEditor.hintWhole": "⇧↵ inserisci intera",
  "promptEditor.hintClose": "esc chiudi",
  "promptEditor.hintCount": "{shown} di {total}",
  "promptEditor.masked": "nascosto",
  "promptEditor.insert": "Variabili",
  "promptEditor.insertLabel": "Sfoglia variabili",
  "promptEditor.resolvedElsewhere": "I valori vengono inseriti quando il nodo viene eseguito.",
  "promptEditor.resolvedEmpty": "Il testo è ancora vuoto.",
  "promptEditor.items": { one: "{count} elemento", many: "{count} di elementi", other: "{count} elementi" },
  "promptEditor.unmarked": "Questo testo è troppo lungo per evidenziare le variabili.",
  "promptEditor.statusResults": {
    one: "1 variabile. {first}. Invio per inserire.",
    many: "{count} di variabili. {first}. Invio per inserire, frecce per scegliere.",
    other: "{count} variabili. {first}. Invio per inserire, frecce per scegliere.",
  },
  "promptEditor.statusBranch": {
    one: "1 variabile. {first}. Invio per aprirla, Maiusc+Invio per inserirla intera.",
    many: "{count} di variabili. {first}. Invio per aprirla, Maiusc+Invio per inserirla intera, frecce per scegliere.",
    other:
      "{count} variabili. {first}. Invio per aprirla, Maiusc+Invio per inserirla intera, frecce per scegliere.",
  },
  "promptEditor.statusEmpty": "Nessuna variabile corrisponde.",
  "promptEditor.statusInserted": "Variabile inserita: “{path}”.",
  "promptEditor.statusInsertedWhole": "Variabile inserita intera: “{path}”. Viene scritta come JSON.",
  "promptEditor.statusTooLong": {
    one: "Non inserita: il testo può avere al massimo 1 carattere.",
    many: "Non inserita: il testo può avere al massimo {count} di caratteri.",
    other: "Non inserita: il testo può avere al massimo {count} caratteri.",
  },
  "promptEditor.type.string": "testo",
  "promptEditor.type.number": "numero",
  "promptEditor.type.boolean": "sì o no",
  "promptEditor.type.object": "oggetto",
  "promptEditor.type.array": "elenco",
  "promptEditor.type.null": "vuoto",
  "promptEditor.type.file": "file",
  "promptEditor.type.unknown": "sconosciuto",
};
