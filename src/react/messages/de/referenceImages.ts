import type { referenceImages as english } from "../en/referenceImages.js";
import type { Message } from "../createTranslate.js";

/** The words of the pictures that an image model is given, in the form and in the preview. */
export const referenceImages: Readonly<Record<keyof typeof english, Message>> = {
  "referenceImages.title": "Referenzbilder",
  "referenceImages.at": "Referenzbild {place}",
  "referenceImages.count": "{used} von {max}",
  "referenceImages.hint": {
    one: "{model} nimmt ein Bild an. Ziehen Sie es hierher oder fügen Sie es ein.",
    other: "{model} nimmt bis zu {count} Bilder an. Ziehen Sie sie hierher oder fügen Sie sie ein.",
  },
  "referenceImages.limit": {
    one: "{model} nimmt ein Bild an.",
    other: "{model} nimmt bis zu {count} Bilder an.",
  },
  "referenceImages.hintNeeded": {
    one: "{model} braucht ein Bild. Ziehen Sie eines hierher oder fügen Sie es ein.",
    other: "{model} braucht {count} Bilder. Ziehen Sie sie hierher oder fügen Sie sie ein.",
  },
  "referenceImages.limitNeeded": {
    one: "{model} braucht ein Bild.",
    other: "{model} braucht {count} Bilder.",
  },
  "referenceImages.takesNone":
    "{model} nimmt keine Bilder an. Entfernen Sie sie oder wählen Sie ein anderes Modell.",
  "referenceImages.takesFewer": {
    one: "{model} nimmt höchstens ein Bild an. Entfernen Sie die anderen oder wählen Sie ein anderes Modell.",
    other:
      "{model} nimmt höchstens {count} Bilder an. Entfernen Sie die anderen oder wählen Sie ein anderes Modell.",
  },
  "referenceImages.add": "Bild hinzufügen",
  "referenceImages.upload": "Hochladen",
  "referenceImages.variable": "Variable",
  "referenceImages.history": "Früheres Bild",
  "referenceImages.drop": "Bilder hier ablegen",
  "referenceImages.searchVariables": "Variablen suchen",
  "referenceImages.files": "Bilder und Dateien",
  "referenceImages.otherVariables": "Andere Variablen",
  "referenceImages.noVariables": "Kein früherer Knoten hat eine solche Variable.",
  "referenceImages.noHistory": "Dieser Knoten hat noch kein Bild erzeugt.",
  "referenceImages.useEarlier": "Bild {number} hinzufügen: {prompt}",
  "referenceImages.unnamed": "Bild",
  "referenceImages.ofVariable": "aus einer Variablen",
  "referenceImages.moveUp": "{name} nach oben schieben",
  "referenceImages.moveDown": "{name} nach unten schieben",
  "referenceImages.drag": "Zum Ordnen ziehen",
  "referenceImages.remove": "{name} entfernen",
  "referenceImages.unused": "von diesem Modell nicht verwendet",
  "referenceImages.deleted": "Dieses Bild wurde gelöscht.",
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
  "referenceImages.use": "Als Referenz verwenden",
  "referenceImages.used": "Das Bild ist jetzt ein Referenzbild des Formulars.",

  "uploadError.payload_too_large":
    "Die Datei ist größer als {size}. Verkleinern Sie sie und fügen Sie sie erneut hinzu.",
  "uploadError.unsupported_media_type":
    "Das ist kein Bild, das gespeichert werden kann. Speichern Sie es als PNG, JPEG oder WebP.",
  "uploadError.unsupported": "Hier können keine Bilder hochgeladen werden.",
  "uploadError.body_unreadable": "Die Datei ist nicht mehr lesbar. Wählen Sie sie erneut aus.",
  "uploadError.unauthorized": "Sie sind nicht angemeldet. Melden Sie sich an und versuchen Sie es erneut.",
  "uploadError.forbidden": "Sie dürfen hier keine Bilder hochladen.",
  "uploadError.rate_limited":
    "Zu viele Dateien auf einmal. Warten Sie einen Moment und versuchen Sie es erneut.",
  "uploadError.network":
    "Die Verbindung ging verloren. Versuchen Sie es erneut: Nichts wird doppelt gespeichert.",
  "uploadError.client_timeout":
    "Es hat zu lange gedauert. Versuchen Sie es erneut: Nichts wird doppelt gespeichert.",
  "uploadError.other": "Das Bild konnte nicht gespeichert werden. Versuchen Sie es erneut.",

  "referenceFault.variable": "Eine Referenz ist genau eine Variable, ohne Text darum herum.",
  "referenceFault.invalid": "Diese Referenz nennt kein Bild. Entfernen Sie sie.",
  "referenceFault.unsupported":
    "{model} nimmt keine Bilder an. Entfernen Sie dieses oder wählen Sie ein anderes Modell.",
  "referenceFault.tooMany": {
    one: "{model} nimmt höchstens ein Bild an. Entfernen Sie dieses oder wählen Sie ein anderes Modell.",
    other:
      "{model} nimmt höchstens {count} Bilder an. Entfernen Sie dieses oder wählen Sie ein anderes Modell.",
  },
  "referenceFault.tooFew": {
    one: "{model} braucht ein Bild als Vorlage. Fügen Sie eines hinzu oder wählen Sie ein anderes Modell.",
    other:
      "{model} braucht {count} Bilder als Vorlage. Fügen Sie welche hinzu oder wählen Sie ein anderes Modell.",
  },
  "referenceFault.deleted": "Dieses Bild wurde gelöscht. Entfernen Sie es oder wählen Sie ein anderes.",
  "referenceFault.notFound":
    "Dieses Bild gibt es in diesem Arbeitsbereich nicht. Entfernen Sie es oder wählen Sie ein anderes.",
  "referenceFault.unreadable":
    "Dieses Bild kann nicht gelesen werden. Speichern Sie es als PNG, JPEG oder WebP und fügen Sie es neu hinzu.",
  "referenceFault.tooLarge": "Dieses Bild hat zu viele Bytes. Verkleinern Sie es und fügen Sie es neu hinzu.",
  "referenceFault.missing": "{variable} führt in diesem Lauf zu keinem Bild.",
  "fault.invalid_reference": "Diese Referenz nennt kein Bild.",
  "fault.references_unsupported": "Dieses Modell nimmt keine Bilder an.",
  "fault.too_many_references": "Dieses Modell nimmt weniger Bilder an.",
  "fault.too_few_references": "Dieses Modell braucht mehr Bilder.",
  "fault.reference_unfit": "Dieses Bild ist zu schmal oder zu klein für das Modell. Wählen Sie ein anderes.",
  "warning.reference_empty": "{variable} führte zu keinem Bild und wurde ausgelassen.",
};
