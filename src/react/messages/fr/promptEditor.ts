import type { promptEditor as en } from "../en/promptEditor.js";
import type { Message } from "../createTranslate.js";

/** French words of the prompt editor. */
export const promptEditor: Record<keyof typeof en, Message> = {
  "promptEditor.label": "Prompt",
  "promptEditor.suggestions": "Variables",
  "promptEditor.empty": "Aucune variable ne correspond à « {query} ».",
  "promptEditor.emptyAll": "Pas encore de variables ici. Elles viennent des nœuds précédents.",
  "promptEditor.hintInsert": "↵ insérer",
  "promptEditor.hintOpen": "↵ ouvrir",
  "promptEditor.hintWhole": "⇧↵ tout insérer",
  "promptEditor.hintClose": "échap fermer",
  "promptEditor.hintCount": "{shown} sur {total}",
  "promptEditor.masked": "masqué",
  "promptEditor.insert": "Variables",
  "promptEditor.insertLabel": "Parcourir les variables",
  "promptEditor.resolvedElsewhere": "Les valeurs sont insérées à l’exécution du nœud.",
  "promptEditor.resolvedEmpty": "Le texte est encore vide.",
  "promptEditor.items": { one: "{count} élément", many: "{count} d’éléments", other: "{count} éléments" },
  "promptEditor.unmarked": "Ce texte est trop long pour que ses variables soient mises en évidence.",
  "promptEditor.statusResults": {
    one: "1 variable. {first}. Entrée pour insérer.",
    many: "{count} de variables. {first}. Entrée pour insérer, flèches pour choisir.",
    other: "{count} variables. {first}. Entrée pour insérer, flèches pour choisir.",
  },
  "promptEditor.statusBranch": {
    one: "1 variable. {first}. Entrée pour l’ouvrir, Maj+Entrée pour l’insérer en entier.",
    many: "{count} de variables. {first}. Entrée pour l’ouvrir, Maj+Entrée pour l’insérer en entier, flèches pour choisir.",
    other:
      "{count} variables. {first}. Entrée pour l’ouvrir, Maj+Entrée pour l’insérer en entier, flèches pour choisir.",
  },
  "promptEditor.statusEmpty": "Aucune variable ne correspond.",
  "promptEditor.statusInserted": "Variable « {path} » insérée.",
  "promptEditor.statusInsertedWhole": "Variable « {path} » insérée en entier. Elle sera écrite en JSON.",
  "promptEditor.statusTooLong": {
    one: "Non inséré : le texte est limité à {count} caractère.",
    many: "Non inséré : le texte est limité à {count} de caractères.",
    other: "Non inséré : le texte est limité à {count} caractères.",
  },
  "promptEditor.type.string": "texte",
  "promptEditor.type.number": "nombre",
  "promptEditor.type.boolean": "oui ou non",
  "promptEditor.type.object": "objet",
  "promptEditor.type.array": "liste",
  "promptEditor.type.null": "vide",
  "promptEditor.type.file": "fichier",
  "promptEditor.type.unknown": "inconnu",
};
