import type { promptEditor as en } from "../en/promptEditor.js";
import type { Message } from "../createTranslate.js";

export const promptEditor: Partial<Record<keyof typeof en, Message>> = {
  "promptEditor.label": "Prompt",
  "promptEditor.suggestions": "Variablen",
  "promptEditor.empty": "Keine Variable passt zu „{query}“.",
  "promptEditor.emptyAll": "Noch keine Variablen. Sie kommen von den Knoten vor diesem.",
  "promptEditor.hintInsert": "↵ einfügen",
  "promptEditor.hintOpen": "↵ öffnen",
  "promptEditor.hintWhole": "⇧↵ ganz einfügen",
  "promptEditor.hintClose": "esc schließen",
  "promptEditor.hintCount": "{shown} von {total}",
  "promptEditor.masked": "verborgen",
  "promptEditor.insert": "Variablen",
  "promptEditor.insertLabel": "Variablen durchsehen",
  "promptEditor.resolvedElsewhere": "Die Werte werden eingesetzt, wenn der Knoten läuft.",
  "promptEditor.resolvedEmpty": "Der Text ist noch leer.",
  "promptEditor.items": { one: "{count} Eintrag", other: "{count} Einträge" },
  "promptEditor.unmarked": "Dieser Text ist zu lang, um Variablen darin zu markieren.",
  "promptEditor.statusResults": {
    one: "1 Variable. {first}. Enter fügt ein.",
    other: "{count} Variablen. {first}. Enter fügt ein, Pfeiltasten wählen.",
  },
  "promptEditor.statusBranch": {
    one: "1 Variable. {first}. Enter öffnet sie, Umschalt+Enter fügt sie ganz ein.",
    other:
      "{count} Variablen. {first}. Enter öffnet sie, Umschalt+Enter fügt sie ganz ein, Pfeiltasten wählen.",
  },
  "promptEditor.statusEmpty": "Keine Variable passt.",
  "promptEditor.statusInserted": "„{path}“ eingefügt.",
  "promptEditor.statusInsertedWhole": "„{path}“ ganz eingefügt. Es wird als JSON geschrieben.",
  "promptEditor.statusTooLong": {
    one: "Nicht eingefügt: Der Text darf höchstens 1 Zeichen haben.",
    other: "Nicht eingefügt: Der Text darf höchstens {count} Zeichen haben.",
  },
  "promptEditor.type.string": "Text",
  "promptEditor.type.number": "Zahl",
  "promptEditor.type.boolean": "ja oder nein",
  "promptEditor.type.object": "Objekt",
  "promptEditor.type.array": "Liste",
  "promptEditor.type.null": "leer",
  "promptEditor.type.file": "Datei",
  "promptEditor.type.unknown": "unbekannt",
};
