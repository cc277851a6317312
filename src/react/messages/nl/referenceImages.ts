import type { referenceImages as en } from "../en/referenceImages.js";
import type { Message } from "../createTranslate.js";

export const referenceImages: Record<keyof typeof en, Message> = {
  "referenceImages.title": "Referentieafbeeldingen",
  "referenceImages.at": "Referentieafbeelding {place}",
  "referenceImages.count": "{used} van {max}",
  "referenceImages.hint": {
    one: "{model} accepteert één afbeelding. Sleep of plak er hier een.",
    other: "{model} accepteert maximaal {count} afbeeldingen. Sleep of plak ze hier.",
  },
  "referenceImages.limit": {
    one: "{model} accepteert één afbeelding.",
    other: "{model} accepteert maximaal {count} afbeeldingen.",
  },
  "referenceImages.hintNeeded": {
    one: "{model} heeft een afbeelding nodig. Sleep of plak er hier een.",
    other: "{model} heeft {count} afbeeldingen nodig. Sleep of plak ze hier.",
  },
  "referenceImages.limitNeeded": {
    one: "{model} heeft een afbeelding nodig.",
    other: "{model} heeft {count} afbeeldingen nodig.",
  },
  "referenceImages.takesNone": "{model} accepteert geen afbeeldingen. Verwijder ze of kies een ander model.",
  "referenceImages.takesFewer": {
    one: "{model} accepteert maximaal één afbeelding. Verwijder de andere of kies een ander model.",
    other: "{model} accepteert maximaal {count} afbeeldingen. Verwijder de andere of kies een ander model.",
  },
  "referenceImages.upload": "Uploaden",
  "referenceImages.variable": "Variabele",
  "referenceImages.history": "Eerdere afbeelding",
  "referenceImages.earlier": "Eerdere afbeeldingen",
  "referenceImages.searchVariables": "Variabelen zoeken",
  "referenceImages.files": "Afbeeldingen en bestanden",
  "referenceImages.otherVariables": "Andere variabelen",
  "referenceImages.noVariables": "Geen eerdere node heeft zo’n variabele.",
  "referenceImages.useEarlier": "Afbeelding {number} toevoegen: {prompt}",
  "referenceImages.unnamed": "Afbeelding",
  "referenceImages.ofVariable": "uit een variabele",
  "referenceImages.moveUp": "{name} omhoog verplaatsen",
  "referenceImages.moveDown": "{name} omlaag verplaatsen",
  "referenceImages.remove": "{name} verwijderen",
  "referenceImages.unused": "niet gebruikt door dit model",
  "referenceImages.deleted": "Deze werkruimte heeft deze afbeelding niet meer.",
  "referenceImages.broken": "Deze afbeelding kan niet worden getoond.",
  "referenceImages.uploading": "Uploaden…",
  "referenceImages.waiting": "Wacht op de andere",
  "referenceImages.again": "Verbinding verbroken. Nieuwe poging…",
  "referenceImages.cancel": "Upload van {name} annuleren",
  "referenceImages.retry": "Opnieuw proberen: {name}",
  "referenceImages.retryShort": "Opnieuw proberen",
  "referenceImages.added": "{name} is toegevoegd als afbeelding {place}.",
  "referenceImages.moved": "{name} staat nu op plaats {place} van {count}.",
  "referenceImages.removed": "{name} is verwijderd.",
  "referenceImages.startsUpload": "{name} wordt geüpload.",
  "referenceImages.failed": "{name} kon niet worden geüpload. {reason}",
  "referenceImages.cancelled": "De upload van {name} is geannuleerd.",
  "referenceImages.use": "Als referentieafbeelding gebruiken",
  "referenceImages.used": "Toegevoegd aan de referentieafbeeldingen.",

  "uploadError.payload_too_large":
    "Het bestand is groter dan {size}. Maak het kleiner en voeg het opnieuw toe.",
  "uploadError.pixels": "De afbeelding heeft te veel pixels. Verklein de afbeelding en voeg die opnieuw toe.",
  "uploadError.unsupported_media_type":
    "Dit bestand is beschadigd of van een soort die niet kan worden bewaard. Sla het op als PNG, JPEG of WebP.",
  "uploadError.unsupported": "Hier kunnen geen afbeeldingen worden geüpload.",
  "uploadError.body_unreadable": "Het bestand is niet meer leesbaar. Kies het opnieuw.",
  "uploadError.unauthorized": "Je bent niet ingelogd. Log opnieuw in en probeer het nog eens.",
  "uploadError.forbidden": "Je mag hier geen afbeeldingen uploaden.",
  "uploadError.rate_limited": "Te veel uploads tegelijk. Wacht even en probeer het dan opnieuw.",
  "uploadError.network": "De verbinding is verbroken. Probeer het opnieuw: er wordt niets dubbel opgeslagen.",
  "uploadError.client_timeout": "Het duurde te lang. Probeer het opnieuw: er wordt niets dubbel opgeslagen.",
  "uploadError.other": "De afbeelding kon niet worden opgeslagen. Probeer het opnieuw.",

  "referenceFault.variable": "Een referentie is precies één variabele, zonder tekst eromheen.",
  "referenceFault.invalid": "Deze referentie verwijst niet naar een afbeelding. Verwijder de referentie.",
  "referenceFault.unsupported":
    "{model} accepteert geen afbeeldingen. Verwijder deze of kies een ander model.",
  "referenceFault.tooMany": {
    one: "{model} accepteert maximaal één afbeelding. Verwijder deze of kies een ander model.",
    other: "{model} accepteert maximaal {count} afbeeldingen. Verwijder deze of kies een ander model.",
  },
  "referenceFault.tooFew": {
    one: "{model} heeft een afbeelding nodig als uitgangspunt. Voeg er een toe of kies een ander model.",
    other:
      "{model} heeft {count} afbeeldingen nodig als uitgangspunt. Voeg afbeeldingen toe of kies een ander model.",
  },
  "referenceFault.missing": "‘{variable}’ levert in deze run geen afbeelding op.",
  "referenceFault.notFound": "Deze werkruimte heeft zo’n afbeelding niet. Verwijder die of kies een andere.",
  "referenceFault.deleted": "Deze afbeelding is verwijderd. Haal die hier weg of kies een andere.",
  "referenceFault.tooLarge": "Deze afbeelding is te groot. Verklein de afbeelding en voeg die opnieuw toe.",
  "referenceFault.unreadable":
    "Deze afbeelding is niet leesbaar. Sla de afbeelding op als PNG, JPEG of WebP en voeg die opnieuw toe.",
  "fault.invalid_reference": "Deze referentie verwijst niet naar een afbeelding.",
  "fault.references_unsupported": "Dit model accepteert geen afbeeldingen.",
  "fault.too_many_references": "Dit model accepteert minder afbeeldingen.",
  "warning.reference_resized":
    "Een referentieafbeelding is aangepast voor het model: {to} in plaats van {from} pixels.",
  "warning.references_ignored": {
    one: "Het model kreeg één referentieafbeelding en gebruikte die niet.",
    other: "Het model kreeg {count} referentieafbeeldingen en gebruikte ze niet allemaal.",
  },
  "fault.too_few_references": "Dit model heeft meer afbeeldingen nodig.",
  "fault.reference_unfit": "Deze afbeelding is te smal of te klein voor het model. Kies een andere.",
  "warning.reference_empty": "‘{variable}’ leverde geen afbeelding op en is weggelaten.",
};
