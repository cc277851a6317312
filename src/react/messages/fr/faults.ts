import type { faults as en } from "../en/faults.js";
import type { Message } from "../createTranslate.js";

/** French words of errors and faults. */
export const faults: Record<keyof typeof en, Message> = {
  "charge.yes": "Une image a été facturée.",
  "charge.no": "Aucune image ne vous a été facturée.",
  "charge.unknown": "On ne sait pas si une image a été facturée.",

  "error.waiting.title": "Toujours en cours",
  "error.waiting.text":
    "L’image est peut-être encore en route. Attendez encore pour la recevoir sans payer deux fois.",
  "error.unknown.title": "L’image n’a pas pu être générée",
  "error.unknown.text":
    "La cause est inconnue. Réessayez ; si le problème persiste, prévenez l’administrateur.",
  "error.invalid_json.title": "La requête n’a pas été comprise",
  "error.invalid_json.text": "Le serveur n’a pas pu lire ce qui a été envoyé. Prévenez l’administrateur.",
  "error.body_unreadable.title": "La requête a été interrompue",
  "error.body_unreadable.text": "La connexion a été coupée pendant l’envoi. Réessayez.",
  "error.idempotency_key_missing.title": "La requête est arrivée incomplète",
  "error.idempotency_key_missing.text":
    "Une partie a été supprimée en chemin, sans doute par un proxy. Prévenez l’administrateur.",
  "error.unauthorized.title": "Vous devez vous connecter",
  "error.unauthorized.text": "Connectez-vous à nouveau, puis relancez la génération.",
  "error.forbidden.title": "Action non autorisée",
  "error.forbidden.text":
    "Votre compte ne permet pas de générer des images ici. Adressez-vous à l’administrateur.",
  "error.forbidden.origin_refused.title": "Le serveur n’accepte pas cette page",
  "error.forbidden.origin_refused.text": "L’administrateur doit autoriser l’adresse de cette page.",
  "error.bad_signature.title": "Le lien de l’image n’est pas valide",
  "error.bad_signature.text": "Il a été modifié ou il est incomplet. Renouvelez-le.",
  "error.credits_exhausted.title": "Crédits épuisés",
  "error.credits_exhausted.text":
    "L’espace de travail a utilisé tous ses crédits. Relancez la génération dès qu’il y en aura de nouveau.",
  "error.credits_exhausted.provider_account.title": "Le compte du modèle est vide",
  "error.credits_exhausted.provider_account.text":
    "L’administrateur doit recharger le compte auprès du fournisseur du modèle.",
  "error.not_found.title": "Exécution introuvable",
  "error.not_found.text":
    "Le serveur ne la connaît pas ou ne la connaît plus. Les exécutions sont conservées pendant un jour.",
  "error.picture.title": "Une image de référence est inutilisable",
  "error.picture.text": "Vérifiez l’image de référence signalée. Retirez-la ou choisissez-en une autre.",
  "error.method_not_allowed.title": "Le serveur ne propose pas cette fonction",
  "error.method_not_allowed.text":
    "Il est peut-être plus ancien que cet éditeur. Demandez à l’administrateur de le mettre à jour.",
  "error.link_expired.title": "Le lien de l’image a expiré",
  "error.link_expired.text": "Les liens sont valables une semaine. Renouvelez-le.",
  "error.attachment_deleted.title": "L’image a été supprimée",
  "error.attachment_deleted.text": "Elle n’est plus enregistrée. Générez-la à nouveau.",
  "error.idempotency_in_progress.title": "Cette exécution est déjà en cours",
  "error.idempotency_in_progress.text":
    "La même requête est en cours de traitement. Attendez qu’elle se termine.",
  "error.cancelled.title": "Exécution annulée",
  "error.cancelled.text": "L’exécution a été annulée avant qu’une image ne soit générée.",
  "error.payload_too_large.title": "Trop de données",
  "error.payload_too_large.text":
    "Les valeurs des nœuds précédents sont trop volumineuses. Utilisez des variables moins nombreuses ou plus petites.",
  "error.unsupported_media_type.title": "La requête n’avait pas le bon format",
  "error.unsupported_media_type.text":
    "Le serveur ne peut pas utiliser ce que cette page envoie. Prévenez l’administrateur.",
  "error.invalid_request.title": "Certains paramètres ne sont pas valides",
  "error.invalid_request.text": "Vérifiez les champs signalés.",
  "error.invalid_template.title": "Le prompt contient une variable incorrecte",
  "error.invalid_template.text": "Corrigez les variables dans le texte.",
  "error.missing_variable.title": "Une variable n’a pas de valeur",
  "error.missing_variable.text":
    "Rien n’a été envoyé à un modèle. Choisissez une autre variable ou exécutez d’abord le nœud dont elle provient.",
  "error.empty_prompt.title": "Le prompt est vide",
  "error.empty_prompt.text": "Rédigez un prompt ou vérifiez que ses variables contiennent du texte.",
  "error.prompt_too_long.title": "Le prompt est trop long",
  "error.prompt_too_long.text":
    "Ce modèle d’image accepte moins de caractères. Raccourcissez le texte ou choisissez un autre modèle.",
  "error.model_unavailable.title": "Le modèle n’est pas disponible",
  "error.model_unavailable.text":
    "Il a été retiré ou l’espace de travail n’y a pas accès. Choisissez-en un autre.",
  "error.content_blocked.title": "Le modèle a refusé ce prompt",
  "error.content_blocked.text": "Son filtre de sécurité a bloqué le texte. Formulez-le autrement.",
  "error.provider_rejected.title": "Le modèle n’a pas accepté la requête",
  "error.provider_rejected.text": "Modifiez le prompt ou les paramètres, ou choisissez un autre modèle.",
  "error.idempotency_mismatch.title": "La requête a été confondue avec une autre",
  "error.idempotency_mismatch.text":
    "Elle a été prise pour une requête antérieure avec d’autres paramètres. Réessayez.",
  "error.rate_limited.title": "Trop de requêtes",
  "error.rate_limited.text": "Le modèle est très sollicité en ce moment. Patientez un peu, puis réessayez.",
  "error.internal.title": "Le serveur a rencontré une erreur",
  "error.internal.text":
    "Votre prompt n’est pas en cause. Réessayez ; si le problème persiste, prévenez l’administrateur.",
  "error.provider_misconfigured.title": "Le modèle n’est pas configuré correctement",
  "error.provider_misconfigured.text": "L’administrateur doit vérifier sa clé et ses paramètres.",
  "error.storage_failed.title": "L’image n’a pas pu être enregistrée",
  "error.storage_failed.text":
    "Elle a été générée, mais pas enregistrée. Réessayez ; si le problème persiste, prévenez l’administrateur.",
  "error.provider_error.title": "Le fournisseur du modèle a rencontré une erreur",
  "error.provider_error.text": "Votre prompt n’est pas en cause. Réessayez dans un instant.",
  "error.prompt_failed.title": "Aucun prompt n’a été rédigé",
  "error.prompt_failed.text":
    "Le modèle de prompt a refusé ou n’a rien écrit. Modifiez les instructions ou choisissez « Manuel ».",
  "error.bad_image.title": "L’image était inutilisable",
  "error.bad_image.text": "Ce que le modèle a envoyé n’est pas une image exploitable.",
  "error.no_image.title": "Le modèle n’a envoyé aucune image",
  "error.no_image.text": "Il a répondu, mais sans image. Réessayez ou formulez le prompt autrement.",
  "error.no_image.no_longer_available.title": "L’image n’est plus disponible",
  "error.no_image.no_longer_available.text":
    "Le serveur a été interrompu pendant qu’il y travaillait, et le service du modèle n’a plus l’image. « Réessayer » en génère une nouvelle, qui pourra être facturée à nouveau.",
  "error.overloaded.title": "Le serveur est surchargé",
  "error.overloaded.text": "Trop d’exécutions sont en attente. Réessayez dans un instant.",
  "error.timeout.title": "La génération a pris trop de temps",
  "error.timeout.text":
    "Le délai a été atteint avant que l’image ne soit prête. Réessayez ou choisissez un modèle plus rapide.",
  "error.timeout.interrupted.title": "Le serveur a été interrompu",
  "error.timeout.interrupted.text":
    "Il s’est arrêté pendant qu’il y travaillait. Si l’image était déjà enregistrée, elle apparaîtra ici d’elle-même.",
  "error.timeout.no_longer_available.title": "L’image n’est plus disponible",
  "error.timeout.no_longer_available.text":
    "Le serveur a été interrompu pendant qu’il y travaillait, et le service du modèle n’a plus l’image. « Réessayer » en génère une nouvelle, qui pourra être facturée à nouveau.",
  "error.network.title": "Pas de connexion",
  "error.network.text":
    "Le serveur est injoignable. L’exécution continue peut-être ; « Réessayer » la récupère sans payer deux fois.",
  "error.client_timeout.title": "Pas encore de réponse",
  "error.client_timeout.text":
    "L’exécution continue peut-être. « Réessayer » la récupère sans payer deux fois.",
  "error.contract_violation.title": "La réponse n’a pas été comprise",
  "error.contract_violation.text":
    "Le serveur a envoyé des données illisibles ici. Prévenez l’administrateur.",
  "error.unsupported.title": "Le serveur ne peut pas faire cela",
  "error.unsupported.text": "Il ne propose pas cette opération.",
  "configForm.runFailed":
    "L’exécution n’a pas pu démarrer. Les données des nœuds précédents n’ont pas pu être lues.",
  "configForm.notConnected": "Rien de ce qui est connecté ne peut exécuter ce nœud.",
  "configForm.faultAt": "{field} : {fault}",

  "issue.other": "Cette valeur n’est pas autorisée ici.",
  "issue.invalid_type": "Il manque une valeur ici.",
  "issue.invalid_value": "Ce choix n’est pas disponible. Choisissez-en un autre.",
  "issue.too_small": "Il manque une valeur ici.",
  "fault.unknown": "Le serveur a refusé cette valeur ({code}).",
  "fault.didYouMean": "Vouliez-vous dire « {suggestion} » ?",
  "fault.empty_prompt": "Rédigez d’abord un prompt.",
  "fault.too_long": "Le prompt est trop long pour ce modèle d’image.",
  "fault.more_problems": {
    one: "Il y a {count} autre problème.",
    many: "Il y a {count} d’autres problèmes.",
    other: "Il y a {count} autres problèmes.",
  },
  "fault.prompt_too_long": "Le prompt est trop long pour ce modèle d’image.",
  "fault.unclosed_braces": "Une variable n’est pas fermée.",
  "fault.empty_braces": "Une variable n’a pas de nom.",
  "fault.unsupported_expression": "Une variable s’écrit comme un chemin, sans code.",
  "fault.missing_variable": "« {variable} » n’a pas de valeur dans cette exécution.",
  "fault.unknown_variable": "« {variable} » n’est pas une variable.",
  "fault.no_image_model": "Cet espace de travail n’a aucun modèle d’image.",
  "fault.no_prompt_model": "Cet espace de travail n’a aucun modèle de prompt.",
  "fault.model_unavailable": "Le modèle {model} n’est plus proposé. Choisissez-en un autre.",
  "fault.mode_unavailable": "Ce mode n’est pas proposé ici.",
  "fault.ratio_unsupported": "{model} ne propose pas ce format.",
  "fault.style_unavailable": "Ce style n’est pas proposé ici.",
  "fault.no_upstream": "Aucun nœud ne précède celui-ci. Connectez-en un ou choisissez « Manuel ».",
  "promptEditor.unknown_variable": "« {path} » n’est pas une variable.",
};
