import type { promptEditor as en } from "../en/promptEditor.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of the prompt editor. */
export const promptEditor: Record<keyof typeof en, Message> = {
  "promptEditor.label": "Prompt",
  "promptEditor.suggestions": "Variables",
  "promptEditor.empty": "Ninguna variable coincide con “{query}”.",
  "promptEditor.emptyAll": "Aún no hay variables. Vienen de los nodos anteriores.",
  "promptEditor.hintInsert": "↵ insertar",
  "promptEditor.hintOpen": "↵ abrir",
  "promptEditor.hintWhole": "⇧↵ insertar todo",
  "promptEditor.hintClose": "esc cerrar",
  "promptEditor.hintCount": "{shown} de {total}",
  "promptEditor.masked": "oculto",
  "promptEditor.insert": "Variables",
  "promptEditor.insertLabel": "Explorar variables",
  "promptEditor.resolvedElsewhere": "Los valores se insertan cuando se ejecuta el nodo.",
  "promptEditor.resolvedEmpty": "El texto aún está vacío.",
  "promptEditor.items": { one: "{count} elemento", many: "{count} de elementos", other: "{count} elementos" },
  "promptEditor.unmarked": "Este texto es demasiado largo para resaltar sus variables.",
  "promptEditor.statusResults": {
    one: "1 variable. {first}. Intro para insertar.",
    many: "{count} de variables. {first}. Intro para insertar, flechas para elegir.",
    other: "{count} variables. {first}. Intro para insertar, flechas para elegir.",
  },
  "promptEditor.statusBranch": {
    one: "1 variable. {first}. Intro para abrirla, Mayús+Intro para insertarla entera.",
    many: "{count} de variables. {first}. Intro para abrirla, Mayús+Intro para insertarla entera, flechas para elegir.",
    other:
      "{count} variables. {first}. Intro para abrirla, Mayús+Intro para insertarla entera, flechas para elegir.",
  },
  "promptEditor.statusEmpty": "Ninguna variable coincide.",
  "promptEditor.statusInserted": "Se insertó “{path}”.",
  "promptEditor.statusInsertedWhole": "Se insertó “{path}” por completo. Se escribe como JSON.",
  "promptEditor.statusTooLong": {
    one: "No se insertó: el texto puede tener 1 carácter como máximo.",
    many: "No se insertó: el texto puede tener {count} de caracteres como máximo.",
    other: "No se insertó: el texto puede tener {count} caracteres como máximo.",
  },
  "promptEditor.type.string": "texto",
  "promptEditor.type.number": "número",
  "promptEditor.type.boolean": "sí o no",
  "promptEditor.type.object": "objeto",
  "promptEditor.type.array": "lista",
  "promptEditor.type.null": "vacío",
  "promptEditor.type.file": "archivo",
  "promptEditor.type.unknown": "desconocido",
};
