import type { examples as english } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** The words of the prompts that an empty preview suggests, in Brazilian Portuguese. */
export const examples: Record<keyof typeof english, Message> = {
  "examples.label": "Exemplos",
  "examples.styled": "Uma ilustração de {subject}, estilo: {style}",
  "examples.photo": "Uma foto de {subject} sob a luz suave da manhã",
  "examples.icon": "{subject} como um ícone simples sobre fundo liso",
  "examples.lighthouse": "Um farol sobre um penhasco ao anoitecer, com ondas lá embaixo",
  "examples.desk": "Uma mesa de trabalho arrumada junto à janela, vista de cima",
  "examples.city": "Uma cidadezinha coberta de neve, luz aconchegante nas janelas",

  "examples.subjects":
    "assunto, subject, título, titulo, title, nome, name, tema, topic, produto, product, manchete, headline, resumo, summary, descrição, descricao, description, texto, text",
  "examples.styles":
    "estilo, style, clima, mood, tom, tone, theme, estação, estacao, season, cor, color, colour, paleta, palette",
};
