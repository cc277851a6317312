import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Generazione immagini",
  "panel.configuration": "Configurazione",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Sola lettura",
  "panel.disabled": "Disattivato",
  "panel.previewText": "Anteprima testo",
  "panel.length": { one: "{count} carattere", many: "{count} di caratteri", other: "{count} caratteri" },
  "configForm.generate": "Genera",
  "configForm.generateCount": "Genera {count}",
  "configForm.count": "Immagini",
  "configForm.countOf": { one: "{count} immagine", many: "{count} di immagini", other: "{count} immagini" },
  "configForm.cancel": "Annulla",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Ripristina",
  "configForm.reload": "Riprova",
  "configForm.catalogFailed": "Impossibile caricare l’elenco dei modelli.",
  "configForm.sampleNote": "L’esecuzione usa i valori di esempio dei nodi precedenti.",

  "modeSwitch.label": "Chi scrive il prompt",
  "mode.manual.label": "Manuale",
  "mode.manual.description":
    "Il tuo testo viene inviato con i valori delle variabili che contiene. Si paga solo l’immagine.",
  "mode.prompt_ai.label": "Prompt IA",
  "mode.prompt_ai.description":
    "Un modello linguistico scrive il prompt in base alle tue istruzioni. Si pagano il prompt e l’immagine.",
  "mode.auto.label": "Automatico",
  "mode.auto.description":
    "Un modello linguistico scrive il prompt in base ai nodi precedenti. Si pagano il prompt e l’immagine.",
  "mode.kept": "Il testo che hai scritto resta disponibile in “Manuale”.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder":
    "Descrivi l’immagine. Digita {trigger} per usare i valori dei nodi precedenti.",
  "prompt.prompt_ai.label": "Istruzioni",
  "prompt.placeholder.plain": "Descrivi l’immagine.",
  "prompt.prompt_ai.placeholder":
    "Indica a cosa serve l’immagine. Digita {trigger} per usare i valori dei nodi precedenti.",

  "sentData.sent": "Il modello linguistico riceve gli output di {nodes}.",
  "sentData.held": {
    one: "Il nodo {nodes} è contrassegnato come riservato e non viene inviato.",
    many: "I nodi {nodes} sono contrassegnati come riservati e non vengono inviati.",
    other: "I nodi {nodes} sono contrassegnati come riservati e non vengono inviati.",
  },
  "sentData.emptyTitle": "Niente da cui ricavare il prompt",
  "sentData.empty":
    "“Automatico” scrive il prompt in base ai nodi precedenti, e prima di questo non ce ne sono. Collega un nodo o scegli “Manuale”.",

  "select.image-model.label": "Modello per immagini",
  "select.prompt-model.label": "Modello linguistico",
  "select.aspect-ratio.label": "Proporzioni",
  "select.style.label": "Stile",
  "select.image-model.empty":
    "Quest’area di lavoro non ha un modello per immagini. Chiedi all’amministratore di collegarne uno.",
  "select.prompt-model.empty":
    "Quest’area di lavoro non ha un modello linguistico. Scegli “Manuale” o chiedi all’amministratore di collegarne uno.",
  "select.ready": "Scegli",
  "select.loading": "Caricamento…",
  "select.failed": "Caricamento non riuscito",
  "select.empty": "Nessuna opzione",
  "select.image-model.retired":
    "Questo modello è salvato qui, ma non è più disponibile. Scegline un altro prima della prossima esecuzione.",
  "select.prompt-model.retired":
    "Questo modello è salvato qui, ma non è più disponibile. Scegline un altro prima della prossima esecuzione.",
  "select.aspect-ratio.retired":
    "Questo formato è salvato qui, ma non è più disponibile. Scegline un altro prima della prossima esecuzione.",
  "select.style.retired":
    "Questo stile è salvato qui, ma non è più disponibile. Scegline un altro prima della prossima esecuzione.",
  "select.retiredNote": "non più disponibile",

  "model.default": "Modello predefinito",
  "model.defaultNote": "predefinito",
  "model.demo": "Demo",
  "model.deprecated": "in dismissione",
  "model.deprecatedReason": "Il modello {model} verrà presto dismesso. Scegli a breve un altro modello.",
  "price.image": "{amount} per immagine",
  "price.prompt": "{amount} per prompt",
  "price.unknown": "prezzo non noto",

  "cost.about": "circa {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} credito", many: "{amount} di crediti", other: "{amount} crediti" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "prezzo di listino",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} elemento del ciclo: {amount}",
    many: "{count} di elementi del ciclo: {amount}",
    other: "{count} elementi del ciclo: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} elemento del ciclo, un’immagine ciascuno: {amount}",
    many: "{count} di elementi del ciclo, un’immagine ciascuno: {amount}",
    other: "{count} elementi del ciclo, un’immagine ciascuno: {amount}",
  },
  "cost.demo": "Demo gratuita",
  "cost.free": "Gratis",
  "cost.unknown": "Prezzo non noto",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Caricamento incompleto",
  "error.network.code.text":
    "Non è stato possibile recuperare una parte di questa pagina, quindi non è stato inviato né addebitato nulla. Riprova.",
};
