import type { faults as en } from "../en/faults.js";
import type { Message } from "../createTranslate.js";

export const faults: Record<keyof typeof en, Message> = {
  "charge.yes": "Er is een afbeelding in rekening gebracht.",
  "charge.no": "Er is geen afbeelding in rekening gebracht.",
  "charge.unknown": "Het is niet bekend of er een afbeelding in rekening is gebracht.",

  "error.waiting.title": "Nog bezig",
  "error.waiting.text":
    "De afbeelding kan nog komen. Als je verder wacht, krijg je die zonder twee keer te betalen.",
  "error.unknown.title": "De afbeelding kon niet worden gemaakt",
  "error.unknown.text":
    "De oorzaak is niet bekend. Probeer het opnieuw; lukt het weer niet, meld het dan aan de beheerder.",
  "error.invalid_json.title": "Het verzoek werd niet begrepen",
  "error.invalid_json.text": "De server kon niet lezen wat er is verstuurd. Meld dit aan de beheerder.",
  "error.body_unreadable.title": "Het verzoek werd afgebroken",
  "error.body_unreadable.text": "De verbinding viel weg tijdens het versturen. Probeer het opnieuw.",
  "error.idempotency_key_missing.title": "Het verzoek kwam onvolledig aan",
  "error.idempotency_key_missing.text":
    "Er is onderweg een deel verwijderd, waarschijnlijk door een proxy. Meld dit aan de beheerder.",
  "error.unauthorized.title": "Je bent niet ingelogd",
  "error.unauthorized.text": "Log opnieuw in en genereer de afbeelding daarna nog eens.",
  "error.forbidden.title": "Je hebt hiervoor geen rechten",
  "error.forbidden.text":
    "Met je account kun je hier geen afbeeldingen genereren. Neem contact op met de beheerder.",
  "error.forbidden.origin_refused.title": "De server accepteert deze pagina niet",
  "error.forbidden.origin_refused.text": "De beheerder moet het adres van deze pagina toestaan.",
  "error.bad_signature.title": "De link van de afbeelding is ongeldig",
  "error.bad_signature.text": "De link is gewijzigd of onvolledig. Haal een nieuwe op.",
  "error.credits_exhausted.title": "Geen credits meer",
  "error.credits_exhausted.text":
    "De werkruimte heeft alle credits verbruikt. Genereer opnieuw zodra er weer credits zijn.",
  "error.credits_exhausted.provider_account.title": "Het account van het model is leeg",
  "error.credits_exhausted.provider_account.text":
    "De beheerder moet het account bij de aanbieder van het model opwaarderen.",
  "error.not_found.title": "De run is niet gevonden",
  "error.not_found.text": "De server kent de run niet of niet meer. Runs worden een dag bewaard.",
  "error.picture.title": "Een referentieafbeelding is niet bruikbaar",
  "error.picture.text": "Bekijk de gemarkeerde referentieafbeelding. Verwijder die of kies een andere.",
  "error.method_not_allowed.title": "De server biedt dit niet aan",
  "error.method_not_allowed.text":
    "De server is misschien ouder dan deze editor. Vraag de beheerder om een update.",
  "error.link_expired.title": "De link van de afbeelding is verlopen",
  "error.link_expired.text": "Links zijn een week geldig. Haal een nieuwe op.",
  "error.attachment_deleted.title": "De afbeelding is verwijderd",
  "error.attachment_deleted.text": "De afbeelding is niet meer opgeslagen. Genereer opnieuw.",
  "error.idempotency_in_progress.title": "Deze run is al bezig",
  "error.idempotency_in_progress.text": "Er wordt aan hetzelfde verzoek gewerkt. Wacht tot het klaar is.",
  "error.cancelled.title": "Geannuleerd",
  "error.cancelled.text": "De run is geannuleerd voordat er een afbeelding was.",
  "error.payload_too_large.title": "Te veel gegevens",
  "error.payload_too_large.text":
    "De waarden van de eerdere nodes zijn te groot om te versturen. Gebruik minder of kleinere variabelen.",
  "error.unsupported_media_type.title": "Het verzoek had een verkeerde indeling",
  "error.unsupported_media_type.text":
    "De server kan niet gebruiken wat deze pagina verstuurt. Meld dit aan de beheerder.",
  "error.invalid_request.title": "Sommige instellingen zijn ongeldig",
  "error.invalid_request.text": "Controleer de gemarkeerde velden.",
  "error.invalid_template.title": "De prompt bevat een onjuiste variabele",
  "error.invalid_template.text": "Verbeter de variabelen in de tekst.",
  "error.missing_variable.title": "Een variabele heeft geen waarde",
  "error.missing_variable.text":
    "Er is niets naar een model verstuurd. Kies een andere variabele of voer eerst de node uit waar deze vandaan komt.",
  "error.empty_prompt.title": "De prompt is leeg",
  "error.empty_prompt.text": "Schrijf een prompt of controleer of de variabelen tekst bevatten.",
  "error.prompt_too_long.title": "De prompt is te lang",
  "error.prompt_too_long.text":
    "Dit beeldmodel accepteert minder tekens. Kort de tekst in of kies een ander model.",
  "error.model_unavailable.title": "Het model is niet beschikbaar",
  "error.model_unavailable.text":
    "Het model is vervallen of de werkruimte heeft er geen toegang toe. Kies een ander.",
  "error.content_blocked.title": "Het model weigerde deze prompt",
  "error.content_blocked.text": "De veiligheidscontrole hield de tekst tegen. Formuleer die anders.",
  "error.provider_rejected.title": "Het model accepteerde het verzoek niet",
  "error.provider_rejected.text": "Wijzig de prompt of de instellingen, of kies een ander model.",
  "error.idempotency_mismatch.title": "Het verzoek is verwisseld met een ander",
  "error.idempotency_mismatch.text":
    "Het werd aangezien voor een eerder verzoek met andere instellingen. Probeer het opnieuw.",
  "error.rate_limited.title": "Te veel verzoeken",
  "error.rate_limited.text": "Het model is nu overbelast. Wacht even en probeer het dan opnieuw.",
  "error.internal.title": "Er ging iets mis op de server",
  "error.internal.text":
    "Je prompt is in orde. Probeer het opnieuw; lukt het weer niet, meld het dan aan de beheerder.",
  "error.provider_misconfigured.title": "Het model is niet goed ingesteld",
  "error.provider_misconfigured.text": "De beheerder moet de sleutel en de instellingen controleren.",
  "error.storage_failed.title": "De afbeelding kon niet worden opgeslagen",
  "error.storage_failed.text":
    "De afbeelding is gemaakt, maar opslaan lukte niet. Probeer het opnieuw; lukt het weer niet, meld het dan aan de beheerder.",
  "error.provider_error.title": "Er ging iets mis bij de aanbieder van het model",
  "error.provider_error.text": "Je prompt is in orde. Probeer het zo dadelijk opnieuw.",
  "error.prompt_failed.title": "Er is geen prompt geschreven",
  "error.prompt_failed.text":
    "Het promptmodel weigerde of schreef niets. Wijzig de instructies of kies ‘Handmatig’.",
  "error.bad_image.title": "De afbeelding was beschadigd",
  "error.bad_image.text": "Wat het model stuurde, is geen bruikbare afbeelding.",
  "error.no_image.title": "Het model stuurde geen afbeelding",
  "error.no_image.text":
    "Het antwoordde wel, maar zonder afbeelding. Probeer het opnieuw of formuleer de prompt anders.",
  "error.no_image.no_longer_available.title": "De afbeelding is er niet meer",
  "error.no_image.no_longer_available.text":
    "De server werd tijdens het werk onderbroken en de dienst van het model heeft de afbeelding niet meer. Met ‘Opnieuw’ maak je een nieuwe, die mogelijk nog een keer in rekening wordt gebracht.",
  "error.overloaded.title": "De server heeft het druk",
  "error.overloaded.text": "Er wachten te veel runs. Probeer het zo dadelijk opnieuw.",
  "error.timeout.title": "Het duurde te lang",
  "error.timeout.text":
    "De tijdslimiet was bereikt voordat de afbeelding klaar was. Probeer het opnieuw of kies een sneller model.",
  "error.timeout.interrupted.title": "De server werd onderbroken",
  "error.timeout.interrupted.text":
    "De server stopte tijdens het werk. Was de afbeelding al opgeslagen, dan verschijnt die hier vanzelf.",
  "error.timeout.no_longer_available.title": "De afbeelding is er niet meer",
  "error.timeout.no_longer_available.text":
    "De server werd tijdens het werk onderbroken en de dienst van het model heeft de afbeelding niet meer. Met ‘Opnieuw’ maak je een nieuwe, die mogelijk nog een keer in rekening wordt gebracht.",
  "error.network.title": "Geen verbinding",
  "error.network.text":
    "De server was niet bereikbaar. De run loopt misschien nog; met ‘Opnieuw’ haal je die op zonder twee keer te betalen.",
  "error.client_timeout.title": "Nog geen antwoord",
  "error.client_timeout.text":
    "De run loopt misschien nog. Met ‘Opnieuw’ haal je die op zonder twee keer te betalen.",
  "error.contract_violation.title": "Het antwoord werd niet begrepen",
  "error.contract_violation.text":
    "De server stuurde iets wat hier niet te lezen is. Meld dit aan de beheerder.",
  "error.unsupported.title": "De server kan dit niet",
  "error.unsupported.text": "De server biedt deze bewerking niet aan.",
  "configForm.runFailed":
    "De run kon niet worden gestart. De gegevens van de eerdere nodes waren niet te lezen.",
  "configForm.notConnected": "Er is niets gekoppeld dat deze node kan uitvoeren.",
  "configForm.faultAt": "{field}: {fault}",

  "issue.other": "Deze waarde is hier niet toegestaan.",
  "issue.invalid_type": "Hier ontbreekt een waarde.",
  "issue.invalid_value": "Deze keuze is niet beschikbaar. Kies een andere.",
  "issue.too_small": "Hier ontbreekt een waarde.",
  "fault.unknown": "De server weigerde deze waarde ({code}).",
  "fault.didYouMean": "Bedoel je ‘{suggestion}’?",
  "fault.empty_prompt": "Schrijf eerst een prompt.",
  "fault.too_long": "De prompt is te lang voor dit beeldmodel.",
  "fault.more_problems": { one: "Er is nog {count} probleem.", other: "Er zijn nog {count} problemen." },
  "fault.prompt_too_long": "De prompt is te lang voor dit beeldmodel.",
  "fault.unclosed_braces": "Een variabele is niet afgesloten.",
  "fault.empty_braces": "Een variabele heeft geen naam.",
  "fault.unsupported_expression": "Schrijf een variabele als pad, zonder code.",
  "fault.missing_variable": "‘{variable}’ heeft in deze run geen waarde.",
  "fault.unknown_variable": "‘{variable}’ is geen variabele.",
  "fault.no_image_model": "Deze werkruimte heeft geen beeldmodel.",
  "fault.no_prompt_model": "Deze werkruimte heeft geen promptmodel.",
  "fault.model_unavailable": "{model} wordt niet meer aangeboden. Kies een ander model.",
  "fault.mode_unavailable": "Deze modus wordt hier niet aangeboden.",
  "fault.ratio_unsupported": "{model} ondersteunt deze verhouding niet.",
  "fault.style_unavailable": "Deze stijl wordt hier niet aangeboden.",
  "fault.no_upstream": "Er is geen node vóór deze. Verbind er een of kies ‘Handmatig’.",
  "promptEditor.unknown_variable": "‘{path}’ is geen variabele.",
};
