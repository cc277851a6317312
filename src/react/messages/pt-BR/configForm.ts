import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Geração de imagens",
  "panel.configuration": "Configuração",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Somente leitura",
  "panel.disabled": "Desativado",
  "panel.previewText": "Prévia do texto",
  "panel.length": { one: "{count} caractere", many: "{count} de caracteres", other: "{count} caracteres" },
  "configForm.generate": "Gerar",
  "configForm.generateCount": "Gerar {count}",
  "configForm.count": "Imagens",
  "configForm.countOf": { one: "{count} imagem", many: "{count} de imagens", other: "{count} imagens" },
  "configForm.cancel": "Cancelar",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Redefinir",
  "configForm.reload": "Tentar de novo",
  "configForm.catalogFailed": "Não foi possível carregar a lista de modelos.",
  "configForm.sampleNote": "A execução usa os valores de exemplo dos nós anteriores.",

  "modeSwitch.label": "Quem escreve o prompt",
  "mode.manual.label": "Manual",
  "mode.manual.description":
    "Seu texto é enviado com os valores das variáveis que ele cita. Só a imagem é cobrada.",
  "mode.prompt_ai.label": "Prompt IA",
  "mode.prompt_ai.description":
    "Um modelo de linguagem escreve o prompt a partir das suas instruções. O prompt e a imagem são cobrados.",
  "mode.auto.label": "Automático",
  "mode.auto.description":
    "Um modelo de linguagem escreve o prompt a partir dos nós anteriores. O prompt e a imagem são cobrados.",
  "mode.kept": "O texto que você escreveu continua guardado em “Manual”.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Descreva a imagem. Digite {trigger} para usar valores de nós anteriores.",
  "prompt.prompt_ai.label": "Instruções",
  "prompt.placeholder.plain": "Descreva a imagem.",
  "prompt.prompt_ai.placeholder":
    "Diga para que serve a imagem. Digite {trigger} para usar valores de nós anteriores.",

  "sentData.sent": "O modelo de linguagem recebe as saídas de {nodes}.",
  "sentData.held": {
    one: "O nó {nodes} está marcado como confidencial e não é enviado.",
    many: "Os nós {nodes} estão marcados como confidenciais e não são enviados.",
    other: "Os nós {nodes} estão marcados como confidenciais e não são enviados.",
  },
  "sentData.emptyTitle": "Não há em que basear o prompt",
  "sentData.empty":
    "“Automático” escreve o prompt a partir dos nós anteriores, e não há nenhum antes deste. Conecte um nó ou escolha “Manual”.",

  "select.image-model.label": "Modelo de imagem",
  "select.prompt-model.label": "Modelo de linguagem",
  "select.aspect-ratio.label": "Proporção",
  "select.style.label": "Estilo",
  "select.image-model.empty":
    "Este espaço de trabalho não tem modelo de imagem. Peça ao administrador que conecte um.",
  "select.prompt-model.empty":
    "Este espaço de trabalho não tem modelo de linguagem. Escolha “Manual” ou peça ao administrador que conecte um.",
  "select.ready": "Escolher",
  "select.loading": "Carregando…",
  "select.failed": "Não foi possível carregar",
  "select.empty": "Nenhuma opção",
  "select.image-model.retired":
    "Este modelo está salvo aqui, mas não é mais oferecido. Escolha outro antes da próxima execução.",
  "select.prompt-model.retired":
    "Este modelo está salvo aqui, mas não é mais oferecido. Escolha outro antes da próxima execução.",
  "select.aspect-ratio.retired":
    "Esta proporção está salva aqui, mas não é mais oferecida. Escolha outra antes da próxima execução.",
  "select.style.retired":
    "Este estilo está salvo aqui, mas não é mais oferecido. Escolha outro antes da próxima execução.",
  "select.retiredNote": "não mais disponível",

  "model.default": "Modelo padrão",
  "model.defaultNote": "padrão",
  "model.demo": "Demo",
  "model.deprecated": "em desativação",
  "model.deprecatedReason": "O modelo {model} será desativado em breve. Escolha outro modelo o quanto antes.",
  "price.image": "{amount} por imagem",
  "price.prompt": "{amount} por prompt",
  "price.unknown": "preço desconhecido",

  "cost.about": "cerca de {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} crédito", many: "{amount} de créditos", other: "{amount} créditos" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "preço de tabela",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} item do loop: {amount}",
    many: "{count} de itens do loop: {amount}",
    other: "{count} itens do loop: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} item do loop, uma imagem por item: {amount}",
    many: "{count} de itens do loop, uma imagem por item: {amount}",
    other: "{count} itens do loop, uma imagem por item: {amount}",
  },
  "cost.demo": "Demo gratuita",
  "cost.free": "Sem custo",
  "cost.unknown": "Preço desconhecido",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Carregamento incompleto",
  "error.network.code.text":
    "Não foi possível buscar uma parte desta página; por isso, nada foi enviado nem cobrado. Tente de novo.",
};
