import type { promptEditor as en } from "../en/promptEditor.js";
import type { Message } from "../createTranslate.js";

export const promptEditor: Record<keyof typeof en, Message> = {
  "promptEditor.label": "Prompt",
  "promptEditor.suggestions": "Variáveis",
  "promptEditor.empty": "Nenhuma variável corresponde a “{query}”.",
  "promptEditor.emptyAll": "Ainda não há variáveis. Elas vêm dos nós anteriores a este.",
  "promptEditor.hintInsert": "↵ inserir",
  "promptEditor.hintOpen": "↵ abrir",
  "promptEditor.hintWhole": "⇧↵ inserir inteira",
  "promptEditor.hintClose": "esc fechar",
  "promptEditor.hintCount": "{shown} de {total}",
  "promptEditor.masked": "oculto",
  "promptEditor.insert": "Variáveis",
  "promptEditor.insertLabel": "Explorar variáveis",
  "promptEditor.resolvedElsewhere": "Os valores são preenchidos quando o nó é executado.",
  "promptEditor.resolvedEmpty": "O texto ainda está vazio.",
  "promptEditor.items": { one: "{count} item", many: "{count} de itens", other: "{count} itens" },
  "promptEditor.unmarked": "Este texto é longo demais para destacar as variáveis nele.",
  "promptEditor.statusResults": {
    one: "{count} variável. {first}. Enter para inserir.",
    many: "{count} de variáveis. {first}. Enter para inserir, setas para escolher.",
    other: "{count} variáveis. {first}. Enter para inserir, setas para escolher.",
  },
  "promptEditor.statusBranch": {
    one: "{count} variável. {first}. Enter para abrir, Shift+Enter para inserir inteira.",
    many: "{count} de variáveis. {first}. Enter para abrir, Shift+Enter para inserir inteira, setas para escolher.",
    other:
      "{count} variáveis. {first}. Enter para abrir, Shift+Enter para inserir inteira, setas para escolher.",
  },
  "promptEditor.statusEmpty": "Nenhuma variável corresponde.",
  "promptEditor.statusInserted": "Variável inserida: “{path}”.",
  "promptEditor.statusInsertedWhole": "Variável inserida inteira: “{path}”. Ela é escrita como JSON.",
  "promptEditor.statusTooLong": {
    one: "Não inserida: o texto pode ter no máximo {count} caractere.",
    many: "Não inserida: o texto pode ter no máximo {count} de caracteres.",
    other: "Não inserida: o texto pode ter no máximo {count} caracteres.",
  },
  "promptEditor.type.string": "texto",
  "promptEditor.type.number": "número",
  "promptEditor.type.boolean": "sim ou não",
  "promptEditor.type.object": "objeto",
  "promptEditor.type.array": "lista",
  "promptEditor.type.null": "vazio",
  "promptEditor.type.file": "arquivo",
  "promptEditor.type.unknown": "desconhecido",
};
