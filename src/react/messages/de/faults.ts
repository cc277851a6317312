import type { faults as en } from "../en/faults.js";
import type { Message } from "../createTranslate.js";

export const faults: Record<keyof typeof en, Message> = {
  "charge.yes": "Ein Bild wurde berechnet.",
  "charge.no": "Es wurde kein Bild berechnet.",
  "charge.unknown": "Ob ein Bild berechnet wurde, ist nicht bekannt.",

  "error.waiting.title": "Läuft noch",
  "error.waiting.text": "Das Bild kann noch kommen. Warte weiter, dann zahlst du es nicht zweimal.",
  "error.unknown.title": "Das Bild konnte nicht erzeugt werden",
  "error.unknown.text":
    "Die Ursache ist nicht bekannt. Versuche es noch einmal; klappt es wieder nicht, sag der Verwaltung Bescheid.",
  "error.invalid_json.title": "Die Anfrage wurde nicht verstanden",
  "error.invalid_json.text": "Das Backend konnte das Gesendete nicht lesen. Sag der Verwaltung Bescheid.",
  "error.body_unreadable.title": "Die Anfrage brach ab",
  "error.body_unreadable.text": "Die Verbindung brach beim Senden ab. Versuche es noch einmal.",
  "error.idempotency_key_missing.title": "Die Anfrage kam unvollständig an",
  "error.idempotency_key_missing.text":
    "Ein Teil ging unterwegs verloren, wohl in einem Proxy. Sag der Verwaltung Bescheid.",
  "error.unauthorized.title": "Du bist nicht angemeldet",
  "error.unauthorized.text": "Melde dich neu an und erzeuge das Bild dann noch einmal.",
  "error.forbidden.title": "Das darfst du nicht",
  "error.forbidden.text": "Dein Konto darf hier keine Bilder erzeugen. Frag die Verwaltung.",
  "error.forbidden.origin_refused.title": "Das Backend nimmt nichts von dieser Seite an",
  "error.forbidden.origin_refused.text": "Die Verwaltung muss die Adresse dieser Seite erlauben.",
  "error.bad_signature.title": "Der Link des Bildes ist nicht gültig",
  "error.bad_signature.text": "Er wurde verändert oder ist nicht vollständig. Hole einen frischen Link.",
  "error.credits_exhausted.title": "Kein Guthaben mehr",
  "error.credits_exhausted.text":
    "Der Arbeitsbereich hat sein Guthaben verbraucht. Erzeuge das Bild noch einmal, sobald wieder welches da ist.",
  "error.credits_exhausted.provider_account.title": "Das Konto des Modells ist leer",
  "error.credits_exhausted.provider_account.text":
    "Die Verwaltung muss das Konto beim Anbieter des Modells aufladen.",
  "error.not_found.title": "Der Lauf wurde nicht gefunden",
  "error.not_found.text": "Das Backend kennt ihn nicht oder nicht mehr. Läufe werden einen Tag aufbewahrt.",
  "error.picture.title": "Ein Referenzbild kann nicht verwendet werden",
  "error.picture.text": "Sieh nach dem markierten Referenzbild. Entferne es oder wähle ein anderes.",
  "error.method_not_allowed.title": "Das Backend bietet das nicht an",
  "error.method_not_allowed.text":
    "Es ist vielleicht älter als dieser Editor. Bitte die Verwaltung, es zu erneuern.",
  "error.link_expired.title": "Der Link des Bildes ist abgelaufen",
  "error.link_expired.text": "Links gelten eine Woche. Hole einen frischen.",
  "error.attachment_deleted.title": "Das Bild wurde gelöscht",
  "error.attachment_deleted.text": "Es ist nicht mehr gespeichert. Erzeuge es neu.",
  "error.idempotency_in_progress.title": "Dieser Lauf ist im Gange",
  "error.idempotency_in_progress.text": "An derselben Anfrage wird gearbeitet. Warte auf sie.",
  "error.cancelled.title": "Abgebrochen",
  "error.cancelled.text": "Der Lauf wurde abgebrochen, bevor ein Bild entstand.",
  "error.payload_too_large.title": "Zu viele Daten",
  "error.payload_too_large.text":
    "Die Werte der früheren Knoten sind zu groß. Verwende weniger oder kleinere Variablen.",
  "error.unsupported_media_type.title": "Die Anfrage hatte das falsche Format",
  "error.unsupported_media_type.text":
    "Das Backend kann nicht lesen, was diese Seite sendet. Sag der Verwaltung Bescheid.",
  "error.invalid_request.title": "Einige Einstellungen sind nicht gültig",
  "error.invalid_request.text": "Sieh dir die markierten Felder an.",
  "error.invalid_template.title": "Im Prompt ist eine Variable kaputt",
  "error.invalid_template.text": "Berichtige die Variablen im Text.",
  "error.missing_variable.title": "Eine Variable hat keinen Wert",
  "error.missing_variable.text":
    "An ein Modell wurde nichts gesendet. Wähle eine andere Variable, oder führe erst den Knoten aus, von dem sie kommt.",
  "error.empty_prompt.title": "Der Prompt ist leer",
  "error.empty_prompt.text": "Schreibe einen Prompt, oder prüfe, ob seine Variablen Text haben.",
  "error.prompt_too_long.title": "Der Prompt ist zu lang",
  "error.prompt_too_long.text":
    "Dieses Bildmodell nimmt weniger Zeichen. Kürze den Text, oder wähle ein anderes Modell.",
  "error.model_unavailable.title": "Das Modell ist nicht verfügbar",
  "error.model_unavailable.text":
    "Es wurde eingestellt, oder der Arbeitsbereich hat keinen Zugang. Wähle ein anderes.",
  "error.content_blocked.title": "Das Modell hat diesen Prompt abgelehnt",
  "error.content_blocked.text": "Seine Sicherheitsprüfung hat den Text gesperrt. Formuliere ihn anders.",
  "error.provider_rejected.title": "Das Modell hat die Anfrage nicht angenommen",
  "error.provider_rejected.text": "Ändere den Prompt oder die Einstellungen, oder wähle ein anderes Modell.",
  "error.idempotency_mismatch.title": "Die Anfrage wurde mit einer anderen verwechselt",
  "error.idempotency_mismatch.text":
    "Sie wurde für eine frühere mit anderen Einstellungen gehalten. Versuche es noch einmal.",
  "error.rate_limited.title": "Zu viele Anfragen",
  "error.rate_limited.text":
    "Das Modell ist gerade ausgelastet. Warte ein wenig und versuche es dann noch einmal.",
  "error.internal.title": "Das Backend ist gescheitert",
  "error.internal.text":
    "Dein Prompt ist in Ordnung. Versuche es noch einmal; klappt es wieder nicht, sag der Verwaltung Bescheid.",
  "error.provider_misconfigured.title": "Das Modell ist nicht richtig eingerichtet",
  "error.provider_misconfigured.text": "Die Verwaltung muss Schlüssel und Einstellungen prüfen.",
  "error.storage_failed.title": "Das Bild konnte nicht gespeichert werden",
  "error.storage_failed.text":
    "Es entstand, ließ sich aber nicht speichern. Versuche es noch einmal; klappt es wieder nicht, sag der Verwaltung Bescheid.",
  "error.provider_error.title": "Der Anbieter des Modells ist gescheitert",
  "error.provider_error.text": "Dein Prompt ist in Ordnung. Versuche es gleich noch einmal.",
  "error.prompt_failed.title": "Es wurde kein Prompt geschrieben",
  "error.prompt_failed.text":
    "Das Prompt-Modell lehnte ab oder schrieb nichts. Ändere die Anweisung, oder schreibe von Hand.",
  "error.bad_image.title": "Das Bild war kaputt",
  "error.bad_image.text": "Das Modell hat etwas geschickt, das kein brauchbares Bild ist.",
  "error.no_image.title": "Das Modell hat kein Bild geschickt",
  "error.no_image.text":
    "Es hat geantwortet, aber ohne Bild. Versuche es noch einmal, oder formuliere den Prompt anders.",
  "error.no_image.no_longer_available.title": "Das Bild ist weg",
  "error.no_image.no_longer_available.text":
    "Das Backend wurde bei der Arbeit daran unterbrochen, und der Dienst des Modells hat das Bild nicht mehr. Wiederholen macht ein neues, das vielleicht noch einmal bezahlt wird.",
  "error.overloaded.title": "Das Backend ist ausgelastet",
  "error.overloaded.text": "Zu viele Läufe warten. Versuche es gleich noch einmal.",
  "error.timeout.title": "Es hat zu lange gedauert",
  "error.timeout.text":
    "Die Zeit war um, bevor das Bild fertig war. Versuche es noch einmal oder wähle ein schnelleres Modell.",
  "error.timeout.interrupted.title": "Das Backend wurde unterbrochen",
  "error.timeout.interrupted.text":
    "Es hörte mitten in der Arbeit auf. War das Bild schon gespeichert, erscheint es hier von selbst.",
  "error.timeout.no_longer_available.title": "Das Bild ist weg",
  "error.timeout.no_longer_available.text":
    "Das Backend wurde bei der Arbeit daran unterbrochen, und der Dienst des Modells hat das Bild nicht mehr. Wiederholen macht ein neues, das vielleicht noch einmal bezahlt wird.",
  "error.network.title": "Keine Verbindung",
  "error.network.text":
    "Das Backend war nicht zu erreichen. Der Lauf geht vielleicht weiter; Wiederholen holt ihn, ohne zweimal zu zahlen.",
  "error.client_timeout.title": "Noch keine Antwort",
  "error.client_timeout.text":
    "Der Lauf geht vielleicht weiter. Wiederholen holt ihn, ohne zweimal zu zahlen.",
  "error.contract_violation.title": "Die Antwort wurde nicht verstanden",
  "error.contract_violation.text":
    "Das Backend hat etwas gesendet, das hier nicht lesbar ist. Sag der Verwaltung Bescheid.",
  "error.unsupported.title": "Das Backend kann das nicht",
  "error.unsupported.text": "Es bietet diese Operation nicht an.",
  "configForm.runFailed":
    "Der Lauf konnte nicht beginnen. Die Daten der Knoten davor ließen sich nicht lesen.",
  "configForm.notConnected": "Es ist nichts verbunden, das diesen Knoten ausführen kann.",
  "configForm.faultAt": "{field}: {fault}",

  "issue.other": "Dieser Wert ist hier nicht erlaubt.",
  "issue.invalid_type": "Hier fehlt ein Wert.",
  "issue.invalid_value": "Diese Auswahl gibt es nicht. Wähle eine andere.",
  "issue.too_small": "Hier fehlt ein Wert.",
  "fault.unknown": "Das Backend hat diesen Wert abgelehnt ({code}).",
  "fault.didYouMean": "Meintest du „{suggestion}“?",
  "fault.empty_prompt": "Schreibe zuerst einen Prompt.",
  "fault.too_long": "Der Prompt ist zu lang für dieses Bildmodell.",
  "fault.more_problems": {
    one: "Es gibt {count} weiteres Problem.",
    other: "Es gibt {count} weitere Probleme.",
  },
  "fault.prompt_too_long": "Der Prompt ist zu lang für dieses Bildmodell.",
  "fault.unclosed_braces": "Eine Variable ist nicht geschlossen.",
  "fault.empty_braces": "Eine Variable hat keinen Namen.",
  "fault.unsupported_expression": "Eine Variable wird als Pfad geschrieben, ohne Code.",
  "fault.missing_variable": "„{variable}“ hat in diesem Lauf keinen Wert.",
  "fault.unknown_variable": "„{variable}“ ist keine Variable.",
  "fault.no_image_model": "Dieser Arbeitsbereich hat kein Bildmodell.",
  "fault.no_prompt_model": "Dieser Arbeitsbereich hat kein Prompt-Modell.",
  "fault.model_unavailable": "{model} wird nicht mehr angeboten. Wähle ein anderes Modell.",
  "fault.mode_unavailable": "Diese Art wird hier nicht angeboten.",
  "fault.ratio_unsupported": "{model} kann dieses Format nicht.",
  "fault.style_unavailable": "Dieser Stil wird hier nicht angeboten.",
  "fault.no_upstream": "Vor diesem Knoten ist keiner. Verbinde einen oder wähle „Von Hand“.",
  "promptEditor.unknown_variable": "„{path}“ ist keine Variable.",
};
