import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

/** French words of the form, the mode switch and the selects. */
export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Génération d’images",
  "panel.configuration": "Configuration",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Lecture seule",
  "panel.disabled": "Indisponible",
  "panel.previewText": "Voir le texte",
  "panel.length": { one: "{count} caractère", many: "{count} de caractères", other: "{count} caractères" },
  "configForm.generate": "Générer",
  "configForm.generateCount": "Générer {count}",
  "configForm.count": "Images",
  "configForm.countOf": { one: "{count} image", many: "{count} d’images", other: "{count} images" },
  "configForm.cancel": "Annuler",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Réinitialiser",
  "configForm.reload": "Réessayer",
  "configForm.catalogFailed": "La liste des modèles n’a pas pu être chargée.",
  "configForm.sampleNote": "S’exécute avec les valeurs d’exemple des nœuds précédents.",

  "modeSwitch.label": "Qui rédige le prompt",
  "mode.manual.label": "Manuel",
  "mode.manual.description":
    "Votre texte est envoyé avec les valeurs des variables qu’il contient. Seule l’image est payante.",
  "mode.prompt_ai.label": "Prompt IA",
  "mode.prompt_ai.description":
    "Un modèle de prompt rédige le prompt d’après vos instructions. Le prompt et l’image sont payants.",
  "mode.auto.label": "Auto",
  "mode.auto.description":
    "Un modèle de prompt rédige le prompt à partir des nœuds précédents. Le prompt et l’image sont payants.",
  "mode.kept": "Le texte que vous avez écrit est conservé sous « Manuel ».",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder":
    "Décrivez l’image. Tapez {trigger} pour insérer des valeurs des nœuds précédents.",
  "prompt.prompt_ai.label": "Instructions",
  "prompt.placeholder.plain": "Décrivez l’image.",
  "prompt.prompt_ai.placeholder":
    "Dites à quoi servira l’image. Tapez {trigger} pour insérer des valeurs des nœuds précédents.",

  "sentData.sent": "Le modèle de prompt reçoit les sorties de ces nœuds : {nodes}.",
  "sentData.held": {
    one: "Le nœud {nodes} est marqué comme sensible et n’est pas transmis.",
    many: "Les nœuds {nodes} sont marqués comme sensibles et ne sont pas transmis.",
    other: "Les nœuds {nodes} sont marqués comme sensibles et ne sont pas transmis.",
  },
  "sentData.emptyTitle": "Aucune donnée de départ",
  "sentData.empty":
    "Le mode Auto rédige le prompt à partir des nœuds précédents, mais aucun ne précède celui-ci. Connectez un nœud ou choisissez « Manuel ».",

  "select.image-model.label": "Modèle d’image",
  "select.prompt-model.label": "Modèle de prompt",
  "select.aspect-ratio.label": "Format",
  "select.style.label": "Style",
  "select.image-model.empty":
    "Cet espace de travail n’a aucun modèle d’image. Demandez à son administrateur d’en connecter un.",
  "select.prompt-model.empty":
    "Cet espace de travail n’a aucun modèle de prompt. Choisissez « Manuel » ou demandez à son administrateur d’en connecter un.",
  "select.ready": "Choisir",
  "select.loading": "Chargement…",
  "select.failed": "Échec du chargement",
  "select.empty": "Aucun choix disponible",
  "select.image-model.retired":
    "Enregistré ici, mais plus proposé. Choisissez un autre modèle avant la prochaine exécution.",
  "select.prompt-model.retired":
    "Enregistré ici, mais plus proposé. Choisissez un autre modèle avant la prochaine exécution.",
  "select.aspect-ratio.retired":
    "Enregistré ici, mais plus proposé. Choisissez un autre format avant la prochaine exécution.",
  "select.style.retired":
    "Enregistré ici, mais plus proposé. Choisissez un autre style avant la prochaine exécution.",
  "select.retiredNote": "plus proposé",

  "model.default": "Modèle par défaut",
  "model.defaultNote": "par défaut",
  "model.demo": "Démo",
  "model.deprecated": "bientôt retiré",
  "model.deprecatedReason": "Le modèle {model} va être retiré. Choisissez-en bientôt un autre.",
  "price.image": "{amount} par image",
  "price.prompt": "{amount} par prompt",
  "price.unknown": "prix inconnu",

  "cost.about": "environ {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} crédit", many: "{amount} de crédits", other: "{amount} crédits" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "prix catalogue",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} élément de boucle : {amount}",
    many: "{count} d’éléments de boucle : {amount}",
    other: "{count} éléments de boucle : {amount}",
  },
  "cost.loopSingle": {
    one: "{count} élément de boucle, une image chacun : {amount}",
    many: "{count} d’éléments de boucle, une image chacun : {amount}",
    other: "{count} éléments de boucle, une image chacun : {amount}",
  },
  "cost.demo": "Démo gratuite",
  "cost.free": "Gratuit",
  "cost.unknown": "Prix inconnu",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Pas encore chargé",
  "error.network.code.text":
    "Une partie de cette page n’a pas pu être récupérée : rien n’a été envoyé et rien n’a été facturé. Réessayez.",
};
