import type { Message } from "../createTranslate.js";

/**
 * The words of a run and of its image: steps, buttons, links, facts, earlier images.
 *
 * `{count}` is a number of pictures, hours or minutes, whose plural it decides; `{number}` the place of a picture,
 * from 1 on; `{amount}` a number such as "0.04" and `{currency}` its unit, such as "USD".
 */
export const result = {
  // Name of the button that opens further actions, said aloud.
  "panel.more": "More actions",
  // Title of a fold: how the picture came about. A noun in the plural.
  "panel.details": "Details",
  // Below the buttons "Cancel" and "Stop waiting", whose words it names.
  "panel.stopNote":
    "You may already be charged for the picture. Cancel drops it. Stop waiting lets it be finished, and you can come back to it.",
  // How long something took: {seconds} is such as 3.4; "s" is the sign of seconds.
  "preview.seconds": "{seconds} s",
  // Button, a verb: saves the picture on the own device.
  "preview.download": "Download",
  // Said aloud after that button.
  "preview.download.done": "Picture saved.",
  "preview.download.failed": "The picture could not be saved.",
  // Button, a verb.
  "preview.copyImage": "Copy image",
  // Said aloud after that button.
  "preview.copyImage.done": "Picture copied.",
  "preview.copyImage.failed": "The picture could not be copied.",
  // Button, a verb: opens the picture in a tab of its own.
  "preview.open": "Open",
  // Button, a verb: copies the variable, so that it can be pasted into a later node.
  "preview.copyReference": "Use in a later node",
  "preview.copyReference.done": "Copied: paste it into a later node.",
  "preview.copyReference.failed": "The variable could not be copied.",
  // Button, a verb. "Attachment id" is the stored picture's name for other programs; "id" is not a document.
  "preview.copyAttachmentId": "Copy attachment id",
  "preview.copyAttachmentId.done": "Attachment id copied.",
  "preview.copyAttachmentId.failed": "The attachment id could not be copied.",
  // Button, a verb: makes a failed run again, or goes on with it.
  "preview.retry": "Retry",
  // That button while it has to wait: {seconds} are left.
  "preview.retryIn": "Retry in {seconds} s",
  // Button, a verb: makes another picture by the same settings.
  "preview.regenerate": "Regenerate",
  // The same for several at once; {count} is from 2 on.
  "preview.regenerateAll": { one: "Regenerate {count}", other: "Regenerate all {count}" },
  // Button, a verb: ends the run.
  "preview.cancel": "Cancel",
  // Button, a verb: the run may go on, but this page does not wait.
  "preview.stopWaiting": "Stop waiting",
  // Button, a verb: waits for the run again.
  "preview.rejoin": "Wait again",
  // Button, a verb: goes to the field of the prompt.
  "preview.fix.prompt": "Edit prompt",
  "preview.fix.imageModel": "Choose another model",
  "preview.fix.settings": "Show the field",
  "preview.fix.promptModel": "Choose another prompt model",
  "announce.succeeded": "The picture is ready.",
  // Name of the list of steps, said aloud.
  "steps.label": "Steps of the run",
  // A step that is to come, under way (`.active`) or done. Here a noun; short, three stand in a row.
  "step.prompt.waiting": "Prompt",
  // The same noun, while the prompt is written.
  "step.prompt.active": "Prompt",
  // Said of the prompt: it is written.
  "step.prompt.done": "Prompt written",
  // A noun: the picture is to be drawn.
  "step.image.waiting": "Image",
  // The same noun, while the picture is drawn.
  "step.image.active": "Image",
  // Said of the picture: it is drawn.
  "step.image.done": "Image drawn",
  // A noun: the picture is to be saved. Not "saved", as nothing is so far.
  "step.store.waiting": "Storage",
  // The picture is being saved.
  "step.store.active": "Storing",
  // Said of the picture: it is saved.
  "step.store.done": "Stored",
  // {elapsed} and {limit} are seconds, "12 of 120 s".
  "step.elapsed": "{elapsed} of {limit} s",

  /* In the picture's place. A picture is shown by a link that ends after a week; a "fresh" one is a new link to the
     same picture. */
  "link.refreshing": "The link had ended. A fresh one is on its way …",
  "link.broken.title": "The picture could not be loaded",
  "link.broken.text": "The link is still valid, but nothing came. Check the connection.",
  "link.expired.title": "The picture's link has ended",
  "link.expired.text": "The picture is still stored. A fresh link shows it again.",
  "link.deleted.title": "The picture was deleted",
  "link.deleted.text": "It is no longer stored and can't be brought back.",
  "link.unsafe.title": "The picture's link is not safe to show",
  "link.unsafe.text": "Its address is neither https nor on the server of this page.",
  // Button, a verb.
  "link.refresh": "Get a fresh link",

  "expiry.hours": { one: "The link ends in {count} hour", other: "The link ends in {count} hours" },
  "expiry.minutes": { one: "The link ends in {count} minute", other: "The link ends in {count} minutes" },
  // Said of the link: it is no longer valid.
  "expiry.expired": "The link has ended",

  // Name of the list of facts below the picture, said aloud.
  "meta.label": "About the picture",
  // {width} and {height} are pixels, such as "1024 × 1024".
  "meta.size": "{width} × {height}",
  // {kilobytes} is a number, such as 812. "PNG" and "kB" stay.
  "meta.file": "PNG, {kilobytes} kB",
  // Mark of a picture that no AI made. "AI" in the language's own letters.
  "meta.demo": "Demo, no AI",
  // {asked} and {got} are shapes, such as "16:9": the picture has another shape than was asked for.
  "meta.ratio": "asked {asked}, got {got}",
  // Name of the list of costs, said aloud. "It" is the picture.
  "usage.label": "What it cost",
  // What was paid for, nouns.
  "usage.image": "Image",
  // What was paid for: the writing of the prompt.
  "usage.prompt": "Prompt",
  // {kind} is a name of the back end for what was paid.
  "usage.other": "{kind}",
  // {amount} is with its unit, such as "3.2 megapixels", as the provider counts.
  "usage.reported": "{amount} by the provider's count",

  /* A list of texts: the prompt, from what was typed to what was sent. */
  // Name of that list, said aloud.
  "stages.label": "How the prompt was made",
  // What the person typed.
  "stages.template": "Your text",
  // The text with the values of its variables filled in.
  "stages.resolved": "With values",
  // Rules by which the prompt model writes.
  "stages.guidance": "Rules for the prompt model",
  // The prompt that the prompt model wrote: a noun.
  "stages.written": "Written prompt",
  // The prompt that the image model got: said of the prompt.
  "stages.sent": "As sent",
  // The prompt as the image model itself changed it.
  "stages.revised": "As the model changed it",
  // Button, a verb: copies one of these texts.
  "stages.copy": "Copy",
  // Name of that button, said aloud: {stage} is one of the names above.
  "stages.copyLabel": "Copy the text: {stage}",
  // Said aloud after it.
  "stages.copied": "Text copied.",
  "stages.copyFailed": "The text could not be copied.",
  // Button, a verb: puts the written prompt into the form.
  "stages.use": "Use this prompt",
  // The same button afterwards, a verb.
  "stages.undo": "Undo",
  "stages.used": "The prompt is in Manual now. It is sent exactly as it is.",
  "stages.undone": "The form is as it was before.",

  // Name of a list, said aloud: in what the picture differs from what was asked for.
  "warning.label": "What differs",
  // {from} is a size in pixels or a shape. Said of the picture.
  "warning.cropped": "cropped from {from}",
  // {path} is the path of a variable; it is not translated.
  "warning.object_in_text":
    "“{path}” is an object and was written into the text as JSON. You may want just one of its values.",
  // {suggestion} is the path of a variable, on a button that writes it into the text.
  "error.didYouMean": "Did you mean “{suggestion}”?",
  // Name of a failed request, to be told to the administrator: {id} is letters and digits.
  "error.reference": "Request {id}",

  // Name of the row of pictures that this node made before.
  "history.label": "Earlier pictures",
  // Button, a verb: puts the settings of an earlier picture into the form.
  "history.restore": "Use these settings",
  "history.restored": "The settings of this picture are back in the form.",

  // Name of the list of pictures that were made at once, of which one is chosen.
  "variations.label": { one: "{count} picture to choose from", other: "{count} pictures to choose from" },
  // Name of one of them, said aloud: "Picture 2 of 4".
  "variations.item": "Picture {number} of {count}",
  // Name of a button of one picture, said aloud: {action} is its words, such as "Download".
  "variations.action": "{action}, picture {number}",
  // Said aloud, as is the next: the picture has come.
  "variations.ready": "Picture {number} is ready.",
  // Said aloud: {reason} is sentences about a fault.
  "variations.failed": "Picture {number}: {reason}",
  "variations.chosen": "Picture {number} is the picture of the node now.",
  "variations.failedToLoad": "The others could not be loaded. Check the connection and load the page again.",
  // {done} and {count} are numbers; "ready" is said of pictures.
  "variations.progress": "{done} of {count} ready",
  // Button, short: makes further pictures by the settings of this one.
  "preview.moreLikeThis": "More like this",

  // Button, a verb: closes the window.
  "dialog.close": "Close",
  "dialog.failed": "This window could not be loaded. Check the connection and try again.",

  // Button on the picture, a verb.
  "zoom.open": "Enlarge the picture",
  // Name of the window, said aloud.
  "zoom.label": "Picture, enlarged",
  // Button: the whole picture is seen. Next to it: one pixel of the picture for one of the screen.
  "zoom.fit": "Fit to window",
  // Button: one pixel of the picture for one of the screen.
  "zoom.actual": "Actual size",

  // Button, a verb: opens the window that compares two pictures.
  "compare.open": "Compare",

  /* A prompt model writes the prompt, which a person may read before a picture is paid for. */
  "promptPreview.idle": "See the prompt first. No image is paid for.",
  "promptPreview.busy": "Writing the prompt …",
  // Said of the prompt that stands above.
  "promptPreview.ready": "Not drawn yet.",
  "promptPreview.written": "The prompt is ready.",
  "promptPreview.failed": "The prompt could not be written.",
  // {amount} is with its unit, such as "0.002 USD" or "1 credit". "It" is the prompt.
  "promptPreview.cost": "Writing it cost {amount}.",
  // Button, a verb: has the prompt written, without a picture.
  "promptPreview.write": "Preview prompt",
  // Button, a verb: has the prompt written once more.
  "promptPreview.again": "Write again",
  // Button, a verb: has the picture drawn by it.
  "promptPreview.draw": "Draw this prompt",
  // Button, a verb: throws the prompt away.
  "promptPreview.discard": "Discard",

  /* Where the picture comes from. {model} is the name of a model. "AI-generated" as the law of the language's
     countries has it, where it has. */
  "provenance.ai": "AI-generated with {model}",
  "provenance.demo": "Not AI-generated · {model}",
  "provenance.unknown": "Made with {model}",
  "provenance.unnamed": "Made by a model that is not named",
  // Digits of the file, the first twelve of {hash}.
  "provenance.hash": "Fingerprint {hash}…",
  "provenance.hashTitle":
    "SHA-256 of the file. Two files with the same fingerprint are the same, byte by byte.",

  // After the time limit: the picture may still come. "It" is the picture.
  "late.idle": "The picture may still come. It then appears here by itself.",
  // The page asks the back end for it now.
  "late.busy": "Looking …",
  "late.none": "It has not come yet.",
  "late.found": "This picture came after the time limit.",
  // Button, a verb: asks now.
  "late.look": "Look now",

  /* A list of the variables that later nodes may use, with what each holds: nouns. */
  // Title of that list.
  "references.label": "Variables for later nodes",
  // Button, said aloud, a verb: {reference} is a variable such as {{image.output.imageUrl}}; it is not translated.
  "references.copy": "Copy {reference}",
  // Said aloud after it: {reference} is the variable.
  "references.copied": "Copied: {reference}",
  "references.copyFailed": "The variable could not be copied.",
  "references.imageUrl": "Link to the picture, valid for a week",
  "references.imagePath": "Path of the picture in the storage",
  // The stored picture's name for other programs.
  "references.attachmentId": "Attachment id",
  "references.prompt": "The prompt that was used",
  "references.aspectRatio": "The aspect ratio that was used",
  "references.path": "Path of the file",
  // Of the picture's file, as those below.
  "references._metadata.name": "File name",
  // Kind of the file, such as image/png.
  "references._metadata.mimeType": "File type",
  "references._metadata.sizeInKb": "File size in kB",
  "references._metadata.attachmentId": "Attachment id of the file",

  // On a button for a moment after it was pressed: a participle. No longer than the button's own words.
  "feedback.copied": "Copied",
  // As above, on "Download".
  "feedback.saved": "Saved",
  "feedback.byHand": "Copy this text by hand",
  "feedback.open": "Open the picture and save it from there",
  // Button, a verb: takes the notice away.
  "feedback.dismiss": "Dismiss",
} satisfies Record<string, Message>;
