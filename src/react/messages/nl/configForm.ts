import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Beeldgeneratie",
  "panel.configuration": "Configuratie",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Alleen-lezen",
  "panel.disabled": "Uitgeschakeld",
  "panel.previewText": "Tekst bekijken",
  "panel.length": { one: "{count} teken", other: "{count} tekens" },
  "configForm.generate": "Genereren",
  "configForm.generateCount": "{count} genereren",
  "configForm.count": "Aantal",
  "configForm.countOf": { one: "{count} afbeelding", other: "{count} afbeeldingen" },
  "configForm.cancel": "Annuleren",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Herstellen",
  "configForm.reload": "Opnieuw proberen",
  "configForm.catalogFailed": "De lijst met modellen kon niet worden geladen.",
  "configForm.sampleNote": "Gebruikt de voorbeeldwaarden van de eerdere nodes.",

  "modeSwitch.label": "Wie de prompt schrijft",
  "mode.manual.label": "Handmatig",
  "mode.manual.description":
    "Je tekst wordt verstuurd, met de waarden van de variabelen erin. Alleen de afbeelding wordt in rekening gebracht.",
  "mode.prompt_ai.label": "Prompt-AI",
  "mode.prompt_ai.description":
    "Een promptmodel schrijft de prompt op basis van je instructies. Prompt en afbeelding worden in rekening gebracht.",
  "mode.auto.label": "Automatisch",
  "mode.auto.description":
    "Een promptmodel schrijft de prompt op basis van de eerdere nodes. Prompt en afbeelding worden in rekening gebracht.",
  "mode.kept": "De tekst die je zelf hebt geschreven, blijft bewaard onder ‘Handmatig’.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Beschrijf de afbeelding. Typ {trigger} voor waarden van eerdere nodes.",
  "prompt.prompt_ai.label": "Instructies",
  "prompt.placeholder.plain": "Beschrijf de afbeelding.",
  "prompt.prompt_ai.placeholder":
    "Vertel waar de afbeelding voor is. Typ {trigger} voor waarden van eerdere nodes.",

  "sentData.sent": "Het promptmodel krijgt de uitvoer van {nodes}.",
  "sentData.held": {
    one: "{nodes} is als gevoelig gemarkeerd en wordt niet meegestuurd.",
    other: "{nodes} zijn als gevoelig gemarkeerd en worden niet meegestuurd.",
  },
  "sentData.emptyTitle": "Niets om een prompt van te maken",
  "sentData.empty":
    "‘Automatisch’ schrijft de prompt op basis van eerdere nodes, en vóór deze node is er geen. Verbind een node of kies ‘Handmatig’.",

  "select.image-model.label": "Beeldmodel",
  "select.prompt-model.label": "Promptmodel",
  "select.aspect-ratio.label": "Beeldverhouding",
  "select.style.label": "Stijl",
  "select.image-model.empty":
    "Deze werkruimte heeft geen beeldmodel. Vraag de beheerder om er een te koppelen.",
  "select.prompt-model.empty":
    "Deze werkruimte heeft geen promptmodel. Kies ‘Handmatig’ of vraag de beheerder om er een te koppelen.",
  "select.ready": "Kiezen",
  "select.loading": "Laden…",
  "select.failed": "Kon niet worden geladen",
  "select.empty": "Niets beschikbaar",
  "select.image-model.retired":
    "Hier is een model opgeslagen dat niet meer wordt aangeboden. Kies vóór de volgende run een ander.",
  "select.prompt-model.retired":
    "Hier is een model opgeslagen dat niet meer wordt aangeboden. Kies vóór de volgende run een ander.",
  "select.aspect-ratio.retired":
    "Hier is een verhouding opgeslagen die niet meer wordt aangeboden. Kies vóór de volgende run een andere.",
  "select.style.retired":
    "Hier is een stijl opgeslagen die niet meer wordt aangeboden. Kies vóór de volgende run een andere.",
  "select.retiredNote": "niet meer beschikbaar",

  "model.default": "Standaardmodel",
  "model.defaultNote": "standaard",
  "model.demo": "Demo",
  "model.deprecated": "vervalt",
  "model.deprecatedReason": "{model} vervalt binnenkort. Kies op tijd een ander model.",
  "price.image": "{amount} per afbeelding",
  "price.prompt": "{amount} per prompt",
  "price.unknown": "prijs onbekend",

  "cost.about": "ongeveer {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} credit", other: "{amount} credits" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "catalogusprijs",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} item in de lus: {amount}",
    other: "{count} items in de lus: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} item in de lus, één afbeelding per item: {amount}",
    other: "{count} items in de lus, één afbeelding per item: {amount}",
  },
  "cost.demo": "Gratis demo",
  "cost.free": "Gratis",
  "cost.unknown": "Prijs onbekend",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Nog niet geladen",
  "error.network.code.text":
    "Een deel van deze pagina kon niet worden opgehaald, dus er is niets verstuurd en niets in rekening gebracht. Probeer het opnieuw.",
};
