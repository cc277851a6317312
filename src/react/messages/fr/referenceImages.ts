import type { referenceImages as en } from "../en/referenceImages.js";
import type { Message } from "../createTranslate.js";

/** French words of the pictures that an image model is given. */
export const referenceImages: Record<keyof typeof en, Message> = {
  "referenceImages.title": "Images de référence",
  "referenceImages.at": "Image de référence {place}",
  "referenceImages.count": "{used} sur {max}",
  "referenceImages.hint": {
    one: "{model} accepte une image. Déposez-la ou collez-la ici.",
    many: "{model} accepte jusqu’à {count} d’images. Déposez-les ou collez-les ici.",
    other: "{model} accepte jusqu’à {count} images. Déposez-les ou collez-les ici.",
  },
  "referenceImages.limit": {
    one: "{model} accepte une image.",
    many: "{model} accepte jusqu’à {count} d’images.",
    other: "{model} accepte jusqu’à {count} images.",
  },
  "referenceImages.hintNeeded": {
    one: "{model} a besoin d’une image. Déposez-la ou collez-la ici.",
    many: "{model} a besoin de {count} d’images. Déposez-les ou collez-les ici.",
    other: "{model} a besoin de {count} images. Déposez-les ou collez-les ici.",
  },
  "referenceImages.limitNeeded": {
    one: "{model} a besoin d’une image.",
    many: "{model} a besoin de {count} d’images.",
    other: "{model} a besoin de {count} images.",
  },
  "referenceImages.takesNone": "{model} n’accepte pas d’images. Retirez-les ou choisissez un autre modèle.",
  "referenceImages.takesFewer": {
    one: "{model} accepte une image au maximum. Retirez les autres ou choisissez un autre modèle.",
    many: "{model} accepte {count} d’images au maximum. Retirez les autres ou choisissez un autre modèle.",
    other: "{model} accepte {count} images au maximum. Retirez les autres ou choisissez un autre modèle.",
  },
  "referenceImages.upload": "Importer",
  "referenceImages.variable": "Variable",
  "referenceImages.history": "Image antérieure",
  "referenceImages.earlier": "Images antérieures",
  "referenceImages.searchVariables": "Rechercher des variables",
  "referenceImages.files": "Images et fichiers",
  "referenceImages.otherVariables": "Autres variables",
  "referenceImages.noVariables": "Aucun nœud précédent n’a de variable de ce type.",
  "referenceImages.useEarlier": "Ajouter l’image {number} : {prompt}",
  "referenceImages.unnamed": "Image",
  "referenceImages.ofVariable": "issue d’une variable",
  "referenceImages.moveUp": "Déplacer vers le haut : {name}",
  "referenceImages.moveDown": "Déplacer vers le bas : {name}",
  "referenceImages.remove": "Retirer : {name}",
  "referenceImages.unused": "non utilisée par ce modèle",
  "referenceImages.deleted": "Cette image n’existe plus dans cet espace de travail.",
  "referenceImages.broken": "Cette image ne peut pas être affichée.",
  "referenceImages.uploading": "Importation…",
  "referenceImages.waiting": "En attente des autres",
  "referenceImages.again": "Connexion perdue. Nouvel essai…",
  "referenceImages.cancel": "Annuler l’importation : {name}",
  "referenceImages.retry": "Réessayer : {name}",
  "referenceImages.retryShort": "Réessayer",
  "referenceImages.added": "Image {place} ajoutée : {name}.",
  "referenceImages.moved": "{name} : position {place} sur {count}.",
  "referenceImages.removed": "Image retirée : {name}.",
  "referenceImages.startsUpload": "Importation en cours : {name}.",
  "referenceImages.failed": "Échec de l’importation : {name}. {reason}",
  "referenceImages.cancelled": "Importation annulée : {name}.",
  "referenceImages.use": "Utiliser comme image de référence",
  "referenceImages.used": "Ajoutée aux images de référence.",

  "uploadError.payload_too_large": "Le fichier dépasse {size}. Réduisez-le, puis ajoutez-le à nouveau.",
  "uploadError.pixels": "L’image contient trop de pixels. Réduisez-la, puis ajoutez-la à nouveau.",
  "uploadError.unsupported_media_type":
    "Ce fichier est endommagé ou d’un type qui n’est pas pris en charge. Enregistrez-le en PNG, JPEG ou WebP.",
  "uploadError.unsupported": "Il n’est pas possible d’importer des images ici.",
  "uploadError.body_unreadable": "Le fichier n’est plus lisible. Choisissez-le à nouveau.",
  "uploadError.unauthorized": "Connexion à votre compte requise. Reconnectez-vous, puis réessayez.",
  "uploadError.forbidden": "Vous n’avez pas le droit d’importer des images ici.",
  "uploadError.rate_limited": "Trop d’importations à la fois. Patientez un instant, puis réessayez.",
  "uploadError.network": "La connexion a été perdue. Réessayez : rien n’est enregistré deux fois.",
  "uploadError.client_timeout":
    "L’importation a pris trop de temps. Réessayez : rien n’est enregistré deux fois.",
  "uploadError.other": "L’image n’a pas pu être enregistrée. Réessayez.",

  "referenceFault.variable": "Une référence se compose d’une seule variable, sans texte autour.",
  "referenceFault.invalid": "Cette référence ne désigne aucune image. Retirez-la.",
  "referenceFault.unsupported":
    "{model} n’accepte pas d’images. Retirez celle-ci ou choisissez un autre modèle.",
  "referenceFault.tooMany": {
    one: "{model} accepte une image au maximum. Retirez celle-ci ou choisissez un autre modèle.",
    many: "{model} accepte {count} d’images au maximum. Retirez celle-ci ou choisissez un autre modèle.",
    other: "{model} accepte {count} images au maximum. Retirez celle-ci ou choisissez un autre modèle.",
  },
  "referenceFault.tooFew": {
    one: "{model} a besoin d’une image de départ. Ajoutez-en une ou choisissez un autre modèle.",
    many: "{model} a besoin de {count} d’images de départ. Ajoutez-en ou choisissez un autre modèle.",
    other: "{model} a besoin de {count} images de départ. Ajoutez-en ou choisissez un autre modèle.",
  },
  "referenceFault.missing": "« {variable} » ne donne aucune image dans cette exécution.",
  "referenceFault.notFound":
    "Cette image n’existe pas dans cet espace de travail. Retirez-la ou choisissez-en une autre.",
  "referenceFault.deleted": "Cette image a été supprimée. Retirez-la ou choisissez-en une autre.",
  "referenceFault.tooLarge": "Cette image est trop volumineuse. Réduisez-la, puis ajoutez-la à nouveau.",
  "referenceFault.unreadable":
    "Cette image est illisible. Enregistrez-la en PNG, JPEG ou WebP, puis ajoutez-la à nouveau.",
  "fault.invalid_reference": "Cette référence ne désigne aucune image.",
  "fault.references_unsupported": "Ce modèle n’accepte pas d’images.",
  "fault.too_many_references": "Ce modèle accepte moins d’images.",
  "warning.reference_resized":
    "Une image de référence a été redimensionnée pour le modèle : {to} pixels au lieu de {from}.",
  "warning.references_ignored": {
    one: "Le modèle a reçu une image de référence, mais ne l’a pas utilisée.",
    many: "Le modèle a reçu {count} d’images de référence, mais ne les a pas toutes utilisées.",
    other: "Le modèle a reçu {count} images de référence, mais ne les a pas toutes utilisées.",
  },
  "fault.too_few_references": "Ce modèle a besoin de plus d’images.",
  "fault.reference_unfit":
    "Cette image est trop étroite ou trop petite pour le modèle. Choisissez-en une autre.",
  "warning.reference_empty": "« {variable} » n’a donné aucune image : cette variable a été ignorée.",
};
