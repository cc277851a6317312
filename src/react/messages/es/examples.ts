import type { examples as en } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of the prompts that an empty preview suggests. */
export const examples: Record<keyof typeof en, Message> = {
  "examples.label": "Ejemplos",
  "examples.styled": "Una ilustración de {subject}, estilo {style}",
  "examples.photo": "Una foto de {subject} con la luz suave de la mañana",
  "examples.icon": "{subject} como icono sencillo sobre un fondo liso",
  "examples.lighthouse": "Un faro sobre un acantilado al anochecer, con las olas abajo",
  "examples.desk": "Un escritorio ordenado junto a una ventana, visto desde arriba",
  "examples.city": "Un pueblo pequeño bajo la nieve, con luz cálida en las ventanas",

  "examples.subjects":
    "sujeto, subject, título, titulo, title, nombre, name, tema, topic, producto, product, titular, headline, resumen, summary, descripción, descripcion, description, texto, text",
  "examples.styles":
    "estilo, style, ambiente, mood, tono, tone, theme, estación, estacion, season, color, colour, paleta, palette",
};
