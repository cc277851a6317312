import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Problemas no texto",
  "promptEditor.fix": "Trocar por “{suggestion}”",
  "promptEditor.unknown_variable_suggestion": "“{path}” não é uma variável. Você quis dizer “{suggestion}”?",
  "promptEditor.late_variable": "“{path}” vem de um nó que é executado depois.",
  "promptEditor.missing_variable": "“{path}” não tem valor no exemplo.",
  "promptEditor.object_in_text": "“{path}” é um objeto e entra no texto como JSON.",
  "promptEditor.empty_value": "“{path}” não tem conteúdo no exemplo.",
  "promptEditor.unclosed_braces": "Esta variável não está fechada.",
  "promptEditor.empty_braces": "Esta variável não tem nome.",
  "promptEditor.unsupported_expression": "Escreva a variável como um caminho, sem código.",
  "promptEditor.too_long": "O prompt tem {length} caracteres; este modelo aceita {maxLength}.",
  "promptEditor.more_problems": {
    one: "Há mais {count} problema.",
    many: "Há mais {count} de problemas.",
    other: "Há mais {count} problemas.",
  },
};
