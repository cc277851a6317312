import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Bilderzeugung",
  "panel.configuration": "Einstellungen",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Nur zum Lesen",
  "panel.disabled": "Gesperrt",
  "panel.previewText": "Text ansehen",
  "panel.length": { one: "{count} Zeichen", other: "{count} Zeichen" },
  "configForm.generate": "Erzeugen",
  "configForm.generateCount": "{count} erzeugen",
  "configForm.count": "Bilder",
  "configForm.countOf": { one: "{count} Bild", other: "{count} Bilder" },
  "configForm.cancel": "Abbrechen",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Zurücksetzen",
  "configForm.reload": "Erneut versuchen",
  "configForm.catalogFailed": "Die Liste der Modelle konnte nicht geladen werden.",
  "configForm.sampleNote": "Läuft mit den Beispielwerten der Knoten davor.",

  "modeSwitch.label": "Wer den Prompt schreibt",
  "mode.manual.label": "Von Hand",
  "mode.manual.description":
    "Dein Text wird gesendet, mit den Werten der Variablen darin. Nur das Bild wird bezahlt.",
  "mode.prompt_ai.label": "Prompt-KI",
  "mode.prompt_ai.description":
    "Ein Prompt-Modell schreibt den Prompt nach deiner Anweisung. Prompt und Bild werden bezahlt.",
  "mode.auto.label": "Automatisch",
  "mode.auto.description":
    "Ein Prompt-Modell schreibt den Prompt aus den Knoten davor. Prompt und Bild werden bezahlt.",
  "mode.kept": "Dein eigener Text bleibt unter „Von Hand“ erhalten.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Beschreibe das Bild. {trigger} fügt Werte früherer Knoten ein.",
  "prompt.prompt_ai.label": "Anweisung",
  "prompt.placeholder.plain": "Beschreibe das Bild.",
  "prompt.prompt_ai.placeholder": "Sag, wofür das Bild ist. {trigger} fügt Werte früherer Knoten ein.",

  "sentData.sent": "Das Prompt-Modell bekommt die Ausgaben von {nodes}.",
  "sentData.held": {
    one: "{nodes} ist als vertraulich markiert und wird zurückgehalten.",
    other: "{nodes} sind als vertraulich markiert und werden zurückgehalten.",
  },
  "sentData.emptyTitle": "Nichts, woraus sich schreiben ließe",
  "sentData.empty":
    "Automatisch schreibt den Prompt aus früheren Knoten, und vor diesem ist keiner. Verbinde einen Knoten oder schreibe von Hand.",

  "select.image-model.label": "Bildmodell",
  "select.prompt-model.label": "Prompt-Modell",
  "select.aspect-ratio.label": "Seitenverhältnis",
  "select.style.label": "Stil",
  "select.image-model.empty":
    "Dieser Arbeitsbereich hat kein Bildmodell. Bitte die Verwaltung, eines anzubinden.",
  "select.prompt-model.empty":
    "Dieser Arbeitsbereich hat kein Prompt-Modell. Schreibe von Hand, oder bitte die Verwaltung, eines anzubinden.",
  "select.ready": "Auswählen",
  "select.loading": "Wird geladen …",
  "select.failed": "Konnte nicht geladen werden",
  "select.empty": "Keines vorhanden",
  "select.image-model.retired":
    "Hier gespeichert, aber nicht mehr angeboten. Wähle vor dem nächsten Lauf ein anderes Modell.",
  "select.prompt-model.retired":
    "Hier gespeichert, aber nicht mehr angeboten. Wähle vor dem nächsten Lauf ein anderes Modell.",
  "select.aspect-ratio.retired":
    "Hier gespeichert, aber nicht mehr angeboten. Wähle vor dem nächsten Lauf ein anderes Format.",
  "select.style.retired":
    "Hier gespeichert, aber nicht mehr angeboten. Wähle vor dem nächsten Lauf einen anderen Stil.",
  "select.retiredNote": "nicht mehr angeboten",

  "model.default": "Standardmodell",
  "model.defaultNote": "Standard",
  "model.demo": "Demo",
  "model.deprecated": "läuft aus",
  "model.deprecatedReason": "{model} wird bald eingestellt. Wähle demnächst ein anderes Modell.",
  "price.image": "{amount} je Bild",
  "price.prompt": "{amount} je Prompt",
  "price.unknown": "Preis nicht bekannt",

  "cost.about": "etwa {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} Credit", other: "{amount} Credits" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "Listenpreis",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} Schleifenelement: {amount}",
    other: "{count} Schleifenelemente: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} Schleifenelement, je ein Bild: {amount}",
    other: "{count} Schleifenelemente, je ein Bild: {amount}",
  },
  "cost.demo": "Kostenlose Demo",
  "cost.free": "Kostenlos",
  "cost.unknown": "Preis nicht bekannt",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Noch nicht geladen",
  "error.network.code.text":
    "Ein Teil dieser Seite war nicht abzurufen, darum wurde nichts gesendet und nichts bezahlt. Versuche es noch einmal.",
};
