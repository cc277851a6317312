import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of the form, the mode switch and the selects. */
export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Generación de imágenes",
  "panel.configuration": "Configuración",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Solo lectura",
  "panel.disabled": "No disponible",
  "panel.previewText": "Ver el texto",
  "panel.length": { one: "{count} carácter", many: "{count} de caracteres", other: "{count} caracteres" },
  "configForm.generate": "Generar",
  "configForm.generateCount": "Generar {count}",
  "configForm.count": "Imágenes",
  "configForm.countOf": { one: "{count} imagen", many: "{count} de imágenes", other: "{count} imágenes" },
  "configForm.cancel": "Cancelar",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Restablecer",
  "configForm.reload": "Reintentar",
  "configForm.catalogFailed": "No se pudo cargar la lista de modelos.",
  "configForm.sampleNote": "Se ejecuta con los valores de ejemplo de los nodos anteriores.",

  "modeSwitch.label": "Quién escribe el prompt",
  "mode.manual.label": "Manual",
  "mode.manual.description":
    "Se envía tu texto, con los valores de las variables que contiene. Solo se paga la imagen.",
  "mode.prompt_ai.label": "Prompt IA",
  "mode.prompt_ai.description":
    "Un modelo de prompt escribe el prompt según tus instrucciones. Se pagan el prompt y la imagen.",
  "mode.auto.label": "Auto",
  "mode.auto.description":
    "Un modelo de prompt escribe el prompt a partir de los nodos anteriores. Se pagan el prompt y la imagen.",
  "mode.kept": "El texto que escribiste se conserva en “Manual”.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder":
    "Describe la imagen. Escribe {trigger} para insertar valores de nodos anteriores.",
  "prompt.prompt_ai.label": "Instrucciones",
  "prompt.placeholder.plain": "Describe la imagen.",
  "prompt.prompt_ai.placeholder":
    "Di para qué es la imagen. Escribe {trigger} para insertar valores de nodos anteriores.",

  "sentData.sent": "El modelo de prompt recibe las salidas de estos nodos: {nodes}.",
  "sentData.held": {
    one: "El nodo {nodes} está marcado como confidencial y no se envía.",
    many: "Los nodos {nodes} están marcados como confidenciales y no se envían.",
    other: "Los nodos {nodes} están marcados como confidenciales y no se envían.",
  },
  "sentData.emptyTitle": "No hay datos de partida",
  "sentData.empty":
    "El modo Auto escribe el prompt a partir de los nodos anteriores, y antes de este no hay ninguno. Conecta un nodo o elige “Manual”.",

  "select.image-model.label": "Modelo de imagen",
  "select.prompt-model.label": "Modelo de prompt",
  "select.aspect-ratio.label": "Proporción",
  "select.style.label": "Estilo",
  "select.image-model.empty":
    "Este espacio de trabajo no tiene ningún modelo de imagen. Pide a su administrador que conecte uno.",
  "select.prompt-model.empty":
    "Este espacio de trabajo no tiene ningún modelo de prompt. Elige “Manual” o pide a su administrador que conecte uno.",
  "select.ready": "Elegir",
  "select.loading": "Cargando…",
  "select.failed": "No se pudo cargar",
  "select.empty": "Nada disponible",
  "select.image-model.retired":
    "Está guardado aquí, pero ya no se ofrece. Elige otro modelo antes de la próxima ejecución.",
  "select.prompt-model.retired":
    "Está guardado aquí, pero ya no se ofrece. Elige otro modelo antes de la próxima ejecución.",
  "select.aspect-ratio.retired":
    "Está guardada aquí, pero ya no se ofrece. Elige otra proporción antes de la próxima ejecución.",
  "select.style.retired":
    "Está guardado aquí, pero ya no se ofrece. Elige otro estilo antes de la próxima ejecución.",
  "select.retiredNote": "ya no se ofrece",

  "model.default": "Modelo predeterminado",
  "model.defaultNote": "predeterminado",
  "model.demo": "Demo",
  "model.deprecated": "se retira pronto",
  "model.deprecatedReason": "El modelo {model} se retirará pronto. Elige otro cuanto antes.",
  "price.image": "{amount} por imagen",
  "price.prompt": "{amount} por prompt",
  "price.unknown": "precio desconocido",

  "cost.about": "aprox. {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} crédito", many: "{amount} de créditos", other: "{amount} créditos" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "precio de lista",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} elemento del bucle: {amount}",
    many: "{count} de elementos del bucle: {amount}",
    other: "{count} elementos del bucle: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} elemento del bucle, una imagen cada uno: {amount}",
    many: "{count} de elementos del bucle, una imagen cada uno: {amount}",
    other: "{count} elementos del bucle, una imagen cada uno: {amount}",
  },
  "cost.demo": "Demo gratuita",
  "cost.free": "Gratis",
  "cost.unknown": "Precio desconocido",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Aún no se ha cargado",
  "error.network.code.text":
    "No se pudo obtener una parte de esta página, así que no se envió ni se cobró nada. Inténtalo de nuevo.",
};
