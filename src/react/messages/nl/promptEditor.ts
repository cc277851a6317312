import type { promptEditor as en } from "../en/promptEditor.js";
import type { Message } from "../createTranslate.js";

export const promptEditor: Record<keyof typeof en, Message> = {
  "promptEditor.label": "Prompt",
  "promptEditor.suggestions": "Variabelen",
  "promptEditor.empty": "Geen variabele gevonden voor ‘{query}’.",
  "promptEditor.emptyAll": "Hier zijn nog geen variabelen. Ze komen van de nodes vóór deze.",
  "promptEditor.hintInsert": "↵ invoegen",
  "promptEditor.hintOpen": "↵ openen",
  "promptEditor.hintWhole": "⇧↵ alles invoegen",
  "promptEditor.hintClose": "esc sluiten",
  "promptEditor.hintCount": "{shown} van {total}",
  "promptEditor.masked": "verborgen",
  "promptEditor.insert": "Variabelen",
  "promptEditor.insertLabel": "Variabelen bekijken",
  "promptEditor.resolvedElsewhere": "De waarden worden ingevuld wanneer de node wordt uitgevoerd.",
  "promptEditor.resolvedEmpty": "De tekst is nog leeg.",
  "promptEditor.items": { one: "{count} item", other: "{count} items" },
  "promptEditor.unmarked": "Deze tekst is te lang om variabelen in te markeren.",
  "promptEditor.statusResults": {
    one: "1 variabele. {first}. Enter voegt in.",
    other: "{count} variabelen. {first}. Enter voegt in, met de pijltoetsen kies je.",
  },
  "promptEditor.statusBranch": {
    one: "1 variabele. {first}. Enter opent deze, Shift+Enter voegt alles in.",
    other:
      "{count} variabelen. {first}. Enter opent deze, Shift+Enter voegt alles in, met de pijltoetsen kies je.",
  },
  "promptEditor.statusEmpty": "Geen variabele gevonden.",
  "promptEditor.statusInserted": "‘{path}’ ingevoegd.",
  "promptEditor.statusInsertedWhole": "‘{path}’ volledig ingevoegd. De waarde komt als JSON in de tekst.",
  "promptEditor.statusTooLong": {
    one: "Niet ingevoegd: de tekst mag maximaal 1 teken hebben.",
    other: "Niet ingevoegd: de tekst mag maximaal {count} tekens hebben.",
  },
  "promptEditor.type.string": "tekst",
  "promptEditor.type.number": "getal",
  "promptEditor.type.boolean": "ja of nee",
  "promptEditor.type.object": "object",
  "promptEditor.type.array": "lijst",
  "promptEditor.type.null": "leeg",
  "promptEditor.type.file": "bestand",
  "promptEditor.type.unknown": "onbekend",
};
