import type { referenceImages as english } from "../en/referenceImages.js";
import type { Message } from "../createTranslate.js";

/** The words of the pictures that an image model is given, in the form and in the preview. */
export const referenceImages: Readonly<Record<keyof typeof english, Message>> = {
  "referenceImages.title": "Referenzbilder",
  "referenceImages.at": "Referenzbild {place}",
  "referenceImages.count": "{used} von {max}",
  "referenceImages.hint": {
    one: "{model} nimmt ein Bild an. Ziehe es hierher oder füge es ein.",
    other: "{model} nimmt bis zu {count} Bilder an. Ziehe sie hierher oder füge sie ein.",
  },
  "referenceImages.limit": {
    one: "{model} nimmt ein Bild an.",
    other: "{model} nimmt bis zu {count} Bilder an.",
  },
  "referenceImages.hintNeeded": {
    one: "{model} braucht ein Bild. Ziehe eines hierher oder füge es ein.",
    other: "{model} braucht {count} Bilder. Ziehe sie hierher oder füge sie ein.",
  },
  "referenceImages.limitNeeded": {
    one: "{model} braucht ein Bild.",
    other: "{model} braucht {count} Bilder.",
  },
  "referenceImages.takesNone": "{model} nimmt keine Bilder an. Entferne sie oder wähle ein anderes Modell.",
  "referenceImages.takesFewer": {
    one: "{model} nimmt höchstens ein Bild an. Entferne die anderen oder wähle ein anderes Modell.",
    other: "{model} nimmt höchstens {count} Bilder an. Entferne die anderen oder wähle ein anderes Modell.",
  },
  "referenceImages.upload": "Hochladen",
  "referenceImages.variable": "Variable",
  "referenceImages.history": "Früheres Bild",
  "referenceImages.earlier": "Frühere Bilder",
  "referenceImages.searchVariables": "Variablen suchen",
  "referenceImages.files": "Bilder und Dateien",
  "referenceImages.otherVariables": "Andere Variablen",
  "referenceImages.noVariables": "Kein früherer Knoten hat eine solche Variable.",
  "referenceImages.useEarlier": "Bild {number} hinzufügen: {prompt}",
  "referenceImages.unnamed": "Bild",
  "referenceImages.ofVariable": "aus einer Variablen",
  "referenceImages.moveUp": "{name} nach oben verschieben",
  "referenceImages.moveDown": "{name} nach unten verschieben",
  "referenceImages.remove": "{name} entfernen",
  "referenceImages.unused": "von diesem Modell nicht verwendet",
  "referenceImages.deleted": "Dieser Arbeitsbereich hat dieses Bild nicht mehr.",
  "referenceImages.broken": "Dieses Bild kann nicht gezeigt werden.",
  "referenceImages.uploading": "Wird hochgeladen …",
  "referenceImages.waiting": "Wartet auf die anderen",
  "referenceImages.again": "Verbindung verloren. Neuer Versuch …",
  "referenceImages.cancel": "Hochladen von {name} abbrechen",
  "referenceImages.retry": "Erneut versuchen: {name}",
  "referenceImages.retryShort": "Erneut versuchen",
  "referenceImages.added": "{name} wurde als Bild {place} hinzugefügt.",
  "referenceImages.moved": "{name} steht jetzt an Stelle {place} von {count}.",
  "referenceImages.removed": "{name} wurde entfernt.",
  "referenceImages.startsUpload": "{name} wird hochgeladen.",
  "referenceImages.failed": "{name} konnte nicht hochgeladen werden. {reason}",
  "referenceImages.cancelled": "Das Hochladen von {name} wurde abgebrochen.",
  "referenceImages.use": "Als Referenzbild verwenden",
  "referenceImages.used": "Zu den Referenzbildern hinzugefügt.",

  "uploadError.payload_too_large":
    "Die Datei ist größer als {size}. Verkleinere sie und füge sie erneut hinzu.",
  "uploadError.pixels": "Das Bild hat zu viele Pixel. Verkleinere es und füge es erneut hinzu.",
  "uploadError.unsupported_media_type":
    "Die Datei ist beschädigt oder von anderer Art, als gespeichert werden kann. Speichere sie als PNG, JPEG oder WebP.",
  "uploadError.unsupported": "Hier können keine Bilder hochgeladen werden.",
  "uploadError.body_unreadable": "Die Datei ist nicht mehr lesbar. Wähle sie erneut aus.",
  "uploadError.unauthorized": "Du bist nicht angemeldet. Melde dich an und versuche es erneut.",
  "uploadError.forbidden": "Du darfst hier keine Bilder hochladen.",
  "uploadError.rate_limited": "Zu viele Dateien auf einmal. Warte einen Moment und versuche es erneut.",
  "uploadError.network": "Die Verbindung ging verloren. Versuche es erneut: Nichts wird doppelt gespeichert.",
  "uploadError.client_timeout":
    "Es hat zu lange gedauert. Versuche es erneut: Nichts wird doppelt gespeichert.",
  "uploadError.other": "Das Bild konnte nicht gespeichert werden. Versuche es erneut.",

  "referenceFault.variable": "Eine Referenz ist genau eine Variable, ohne Text darum herum.",
  "referenceFault.invalid": "Diese Referenz nennt kein Bild. Entferne sie.",
  "referenceFault.unsupported":
    "{model} nimmt keine Bilder an. Entferne dieses oder wähle ein anderes Modell.",
  "referenceFault.tooMany": {
    one: "{model} nimmt höchstens ein Bild an. Entferne dieses oder wähle ein anderes Modell.",
    other: "{model} nimmt höchstens {count} Bilder an. Entferne dieses oder wähle ein anderes Modell.",
  },
  "referenceFault.tooFew": {
    one: "{model} braucht ein Bild als Vorlage. Füge eines hinzu oder wähle ein anderes Modell.",
    other: "{model} braucht {count} Bilder als Vorlage. Füge welche hinzu oder wähle ein anderes Modell.",
  },
  "referenceFault.missing": "„{variable}“ führt in diesem Lauf zu keinem Bild.",
  "referenceFault.notFound":
    "Dieser Arbeitsbereich hat kein solches Bild. Entferne es oder wähle ein anderes.",
  "referenceFault.deleted": "Dieses Bild wurde gelöscht. Entferne es oder wähle ein anderes.",
  "referenceFault.tooLarge": "Dieses Bild ist zu groß. Verkleinere es und füge es erneut hinzu.",
  "referenceFault.unreadable":
    "Dieses Bild kann nicht gelesen werden. Speichere es als PNG, JPEG oder WebP und füge es erneut hinzu.",
  "fault.invalid_reference": "Diese Referenz nennt kein Bild.",
  "fault.references_unsupported": "Dieses Modell nimmt keine Bilder an.",
  "fault.too_many_references": "Dieses Modell nimmt weniger Bilder an.",
  "warning.reference_resized": "Ein Referenzbild wurde für das Modell angepasst: {to} statt {from} Pixel.",
  "warning.references_ignored": {
    one: "Das Modell bekam ein Referenzbild und nutzte es nicht.",
    other: "Das Modell bekam {count} Referenzbilder und nutzte nicht alle.",
  },
  "fault.too_few_references": "Dieses Modell braucht mehr Bilder.",
  "fault.reference_unfit": "Dieses Bild ist zu schmal oder zu klein für das Modell. Wähle ein anderes.",
  "warning.reference_empty": "„{variable}“ führte zu keinem Bild und wurde ausgelassen.",
};
