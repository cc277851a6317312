import type { faults as en } from "../en/faults.js";
import type { Message } from "../createTranslate.js";

export const faults: Record<keyof typeof en, Message> = {
  "charge.yes": "Uma imagem foi cobrada.",
  "charge.no": "Nenhuma imagem foi cobrada.",
  "charge.unknown": "Não se sabe se uma imagem foi cobrada.",

  "error.waiting.title": "Ainda em andamento",
  "error.waiting.text":
    "A imagem ainda pode chegar. Espere mais um pouco para recebê-la sem pagar duas vezes.",
  "error.unknown.title": "Não foi possível gerar a imagem",
  "error.unknown.text": "A causa é desconhecida. Tente de novo; se falhar outra vez, avise o administrador.",
  "error.invalid_json.title": "A solicitação não foi entendida",
  "error.invalid_json.text": "O servidor não conseguiu ler o que foi enviado. Avise o administrador.",
  "error.body_unreadable.title": "A solicitação foi interrompida",
  "error.body_unreadable.text": "A conexão caiu durante o envio. Tente de novo.",
  "error.idempotency_key_missing.title": "A solicitação chegou incompleta",
  "error.idempotency_key_missing.text":
    "Uma parte se perdeu no caminho, provavelmente em um proxy. Avise o administrador.",
  "error.unauthorized.title": "Você não fez login",
  "error.unauthorized.text": "Faça login de novo e gere a imagem outra vez.",
  "error.forbidden.title": "Você não tem permissão para isso",
  "error.forbidden.text": "Sua conta não pode gerar imagens aqui. Fale com o administrador.",
  "error.forbidden.origin_refused.title": "O servidor não aceita esta página",
  "error.forbidden.origin_refused.text": "O administrador precisa autorizar o endereço desta página.",
  "error.bad_signature.title": "O link da imagem não é válido",
  "error.bad_signature.text": "Ele foi alterado ou está incompleto. Obtenha um novo link.",
  "error.credits_exhausted.title": "Sem créditos",
  "error.credits_exhausted.text":
    "O espaço de trabalho usou todos os créditos. Quando houver mais, gere a imagem de novo.",
  "error.credits_exhausted.provider_account.title": "A conta do modelo está sem saldo",
  "error.credits_exhausted.provider_account.text":
    "O administrador precisa recarregar a conta no provedor do modelo.",
  "error.not_found.title": "A execução não foi encontrada",
  "error.not_found.text":
    "O servidor não a conhece, ou já não a tem. As execuções ficam guardadas por um dia.",
  "error.picture.title": "Uma imagem de referência não pode ser usada",
  "error.picture.text": "Confira a imagem de referência marcada. Remova-a ou escolha outra.",
  "error.method_not_allowed.title": "O servidor não oferece isso",
  "error.method_not_allowed.text":
    "Ele pode ser mais antigo que este editor. Peça ao administrador que o atualize.",
  "error.link_expired.title": "O link da imagem expirou",
  "error.link_expired.text": "Os links valem por uma semana. Obtenha um novo.",
  "error.attachment_deleted.title": "A imagem foi excluída",
  "error.attachment_deleted.text": "Ela não está mais armazenada. Gere-a de novo.",
  "error.idempotency_in_progress.title": "Esta execução está em andamento",
  "error.idempotency_in_progress.text": "A mesma solicitação já está sendo processada. Espere por ela.",
  "error.cancelled.title": "Cancelada",
  "error.cancelled.text": "A execução foi cancelada antes que uma imagem fosse gerada.",
  "error.payload_too_large.title": "Dados demais",
  "error.payload_too_large.text":
    "Os valores dos nós anteriores são grandes demais para enviar. Use menos variáveis ou variáveis menores.",
  "error.unsupported_media_type.title": "A solicitação tinha o formato errado",
  "error.unsupported_media_type.text":
    "O servidor não consegue usar o que esta página envia. Avise o administrador.",
  "error.invalid_request.title": "Algumas configurações não são válidas",
  "error.invalid_request.text": "Confira os campos marcados.",
  "error.invalid_template.title": "O prompt tem uma variável com erro",
  "error.invalid_template.text": "Corrija as variáveis no texto.",
  "error.missing_variable.title": "Uma variável não tem valor",
  "error.missing_variable.text":
    "Nada foi enviado a um modelo. Escolha outra variável ou execute antes o nó de onde ela vem.",
  "error.empty_prompt.title": "O prompt está vazio",
  "error.empty_prompt.text": "Escreva um prompt ou verifique se as variáveis dele têm texto.",
  "error.prompt_too_long.title": "O prompt é longo demais",
  "error.prompt_too_long.text":
    "Este modelo de imagem aceita menos caracteres. Encurte o texto ou escolha outro modelo.",
  "error.model_unavailable.title": "O modelo não está disponível",
  "error.model_unavailable.text":
    "Ele foi desativado, ou o espaço de trabalho não tem acesso a ele. Escolha outro.",
  "error.content_blocked.title": "O modelo recusou este prompt",
  "error.content_blocked.text": "O filtro de segurança bloqueou o texto. Escreva-o de outra forma.",
  "error.provider_rejected.title": "O modelo não aceitou a solicitação",
  "error.provider_rejected.text": "Altere o prompt ou as configurações, ou escolha outro modelo.",
  "error.idempotency_mismatch.title": "A solicitação foi confundida com outra",
  "error.idempotency_mismatch.text":
    "Foi tratada como uma anterior, com outras configurações. Tente de novo.",
  "error.rate_limited.title": "Solicitações demais",
  "error.rate_limited.text": "O modelo está ocupado no momento. Espere um pouco e tente de novo.",
  "error.internal.title": "O servidor falhou",
  "error.internal.text":
    "Não há nada errado com o seu prompt. Tente de novo; se falhar outra vez, avise o administrador.",
  "error.provider_misconfigured.title": "O modelo não está configurado corretamente",
  "error.provider_misconfigured.text": "O administrador precisa verificar a chave e as configurações dele.",
  "error.storage_failed.title": "Não foi possível armazenar a imagem",
  "error.storage_failed.text":
    "Ela foi gerada, mas não pôde ser salva. Tente de novo; se falhar outra vez, avise o administrador.",
  "error.provider_error.title": "O provedor do modelo falhou",
  "error.provider_error.text": "Não há nada errado com o seu prompt. Tente de novo daqui a pouco.",
  "error.prompt_failed.title": "Nenhum prompt foi escrito",
  "error.prompt_failed.text":
    "O modelo de linguagem recusou o pedido ou não escreveu nada. Altere as instruções ou escolha “Manual”.",
  "error.bad_image.title": "A imagem veio corrompida",
  "error.bad_image.text": "O modelo enviou algo que não é uma imagem utilizável.",
  "error.no_image.title": "O modelo não enviou imagem",
  "error.no_image.text": "Ele respondeu, mas sem imagem. Tente de novo ou escreva o prompt de outra forma.",
  "error.no_image.no_longer_available.title": "A imagem se perdeu",
  "error.no_image.no_longer_available.text":
    "O servidor foi interrompido enquanto trabalhava nela, e o serviço do modelo não tem mais a imagem. “Tentar de novo” gera outra, que pode ser cobrada novamente.",
  "error.overloaded.title": "O servidor está ocupado",
  "error.overloaded.text": "Há execuções demais na fila. Tente de novo daqui a pouco.",
  "error.timeout.title": "Demorou demais",
  "error.timeout.text":
    "O tempo limite acabou antes de a imagem ficar pronta. Tente de novo ou escolha um modelo mais rápido.",
  "error.timeout.interrupted.title": "O servidor foi interrompido",
  "error.timeout.interrupted.text":
    "Ele parou enquanto trabalhava nesta execução. Se a imagem já tiver sido armazenada, ela aparecerá aqui automaticamente.",
  "error.timeout.no_longer_available.title": "A imagem se perdeu",
  "error.timeout.no_longer_available.text":
    "O servidor foi interrompido enquanto trabalhava nela, e o serviço do modelo não tem mais a imagem. “Tentar de novo” gera outra, que pode ser cobrada novamente.",
  "error.network.title": "Sem conexão",
  "error.network.text":
    "Não foi possível acessar o servidor. A execução talvez ainda esteja em andamento; “Tentar de novo” busca o resultado sem pagar duas vezes.",
  "error.client_timeout.title": "Ainda sem resposta",
  "error.client_timeout.text":
    "A execução talvez ainda esteja em andamento. “Tentar de novo” busca o resultado sem pagar duas vezes.",
  "error.contract_violation.title": "A resposta não foi entendida",
  "error.contract_violation.text":
    "O servidor enviou algo que não pode ser lido aqui. Avise o administrador.",
  "error.unsupported.title": "O servidor não consegue fazer isso",
  "error.unsupported.text": "Ele não oferece esta operação.",
  "configForm.runFailed":
    "Não foi possível iniciar a execução. Os dados dos nós anteriores não puderam ser lidos.",
  "configForm.notConnected": "Não há nada conectado que possa executar este nó.",
  "configForm.faultAt": "{field}: {fault}",

  "issue.other": "Este valor não é permitido aqui.",
  "issue.invalid_type": "Falta um valor aqui.",
  "issue.invalid_value": "Esta opção não está disponível. Escolha outra.",
  "issue.too_small": "Falta um valor aqui.",
  "fault.unknown": "O servidor recusou este valor ({code}).",
  "fault.didYouMean": "Você quis dizer “{suggestion}”?",
  "fault.empty_prompt": "Escreva um prompt primeiro.",
  "fault.too_long": "O prompt é longo demais para este modelo de imagem.",
  "fault.more_problems": {
    one: "Há mais {count} problema.",
    many: "Há mais {count} de problemas.",
    other: "Há mais {count} problemas.",
  },
  "fault.prompt_too_long": "O prompt é longo demais para este modelo de imagem.",
  "fault.unclosed_braces": "Uma variável não está fechada.",
  "fault.empty_braces": "Uma variável não tem nome.",
  "fault.unsupported_expression": "Escreva a variável como um caminho, sem código.",
  "fault.missing_variable": "“{variable}” não tem valor nesta execução.",
  "fault.unknown_variable": "“{variable}” não é uma variável.",
  "fault.no_image_model": "Este espaço de trabalho não tem modelo de imagem.",
  "fault.no_prompt_model": "Este espaço de trabalho não tem modelo de linguagem.",
  "fault.model_unavailable": "{model} não está mais disponível. Escolha outro modelo.",
  "fault.mode_unavailable": "Este modo não está disponível aqui.",
  "fault.ratio_unsupported": "{model} não gera imagens nesta proporção.",
  "fault.style_unavailable": "Este estilo não está disponível aqui.",
  "fault.no_upstream": "Não há nenhum nó antes deste. Conecte um ou escolha “Manual”.",
  "promptEditor.unknown_variable": "“{path}” não é uma variável.",
};
