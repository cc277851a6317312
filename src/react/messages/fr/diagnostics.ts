import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

/** French words of problems in the text. */
export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Problèmes dans le texte",
  "promptEditor.fix": "Remplacer par « {suggestion} »",
  "promptEditor.unknown_variable_suggestion":
    "« {path} » n’est pas une variable. Vouliez-vous dire « {suggestion} » ?",
  "promptEditor.late_variable": "« {path} » provient d’un nœud qui s’exécute plus tard.",
  "promptEditor.missing_variable": "« {path} » n’a pas de valeur dans l’exemple.",
  "promptEditor.object_in_text": "« {path} » est un objet et sera écrit en JSON.",
  "promptEditor.empty_value": "« {path} » est vide dans l’exemple.",
  "promptEditor.unclosed_braces": "Cette variable n’est pas fermée.",
  "promptEditor.empty_braces": "Cette variable n’a pas de nom.",
  "promptEditor.unsupported_expression": "Une variable s’écrit comme un chemin, sans code.",
  "promptEditor.too_long": "Le prompt compte {length} caractères ; ce modèle en accepte {maxLength}.",
  "promptEditor.more_problems": {
    one: "Il y a {count} autre problème.",
    many: "Il y a {count} d’autres problèmes.",
    other: "Il y a {count} autres problèmes.",
  },
};
