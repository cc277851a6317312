import type { Message } from "../createTranslate.js";

/**
 * The words of the pictures that an image model is given, in the form and in the preview.
 *
 * Pictures that a model is given besides the prompt. `{model}` is the name of an image model, such as "GPT Image
 * 1"; `{name}` that of a picture, such as "mug.png"; `{place}` its place in the list, from 1 on; `{count}` a number
 * of pictures, whose plural it decides.
 */
export const referenceImages = {
  // Title of the list, a noun in the plural.
  "referenceImages.title": "Reference images",
  // Name of a picture that has none.
  "referenceImages.at": "Reference image {place}",
  // Beside the title: {used} and {max} are numbers, "2 of 4". Short.
  "referenceImages.count": "{used} of {max}",
  "referenceImages.hint": {
    one: "{model} takes one picture. Drop or paste one here.",
    other: "{model} takes up to {count} pictures. Drop or paste them here.",
  },
  "referenceImages.limit": {
    one: "{model} takes one picture.",
    other: "{model} takes up to {count} pictures.",
  },
  "referenceImages.hintNeeded": {
    one: "{model} needs a picture. Drop or paste one here.",
    other: "{model} needs {count} pictures. Drop or paste them here.",
  },
  "referenceImages.limitNeeded": {
    one: "{model} needs a picture.",
    other: "{model} needs {count} pictures.",
  },
  "referenceImages.takesNone": "{model} takes no pictures. Remove them, or choose another model.",
  "referenceImages.takesFewer": {
    one: "{model} takes one picture at most. Remove the others, or choose another model.",
    other: "{model} takes {count} pictures at most. Remove the others, or choose another model.",
  },

  /* Three buttons side by side, each adds a picture in one way, and what they open. Some 10 letters each. */
  // A verb: sends a file of the own device.
  "referenceImages.upload": "Upload",
  // A noun: a picture that an earlier node gives.
  "referenceImages.variable": "Variable",
  // A noun: a picture that this node made before.
  "referenceImages.history": "Earlier picture",
  // Name of the list that it opens, said aloud: pictures that this node made before.
  "referenceImages.earlier": "Earlier pictures",
  // In an empty field and its name: a verb.
  "referenceImages.searchVariables": "Search variables",
  // Heading in the list of variables: those that hold a picture or a file.
  "referenceImages.files": "Pictures and files",
  // Heading below it: the rest, which may hold a picture.
  "referenceImages.otherVariables": "Other variables",
  "referenceImages.noVariables": "No earlier node has such a variable.",

  // Button, said aloud, a verb: {number} is its place, {prompt} the beginning of its prompt.
  "referenceImages.useEarlier": "Add picture {number}: {prompt}",
  // In place of a file's name that is empty: a noun.
  "referenceImages.unnamed": "Picture",
  // Small, below a picture's name: where it comes from.
  "referenceImages.ofVariable": "from a variable",
  // Button, said aloud, a verb: to an earlier place.
  "referenceImages.moveUp": "Move {name} up",
  // Button, said aloud, a verb: to a later place.
  "referenceImages.moveDown": "Move {name} down",
  // Button, said aloud, a verb: takes {name} out of the list.
  "referenceImages.remove": "Remove {name}",
  // Below a picture: said of it.
  "referenceImages.unused": "not used by this model",
  // Said of a picture that was deleted, or that the workspace never had.
  "referenceImages.deleted": "This workspace no longer has this picture.",
  "referenceImages.broken": "This picture can't be shown.",
  // The file is on its way: a state.
  "referenceImages.uploading": "Uploading …",
  "referenceImages.waiting": "Waiting for the others",
  "referenceImages.again": "Connection lost. Trying again …",
  // Button, said aloud, a verb: ends the upload.
  "referenceImages.cancel": "Cancel upload of {name}",
  // Name of the button below, said aloud.
  "referenceImages.retry": "Try again: {name}",
  // Button, a verb: uploads the file once more.
  "referenceImages.retryShort": "Try again",
  "referenceImages.added": "{name} was added as picture {place}.",
  "referenceImages.moved": "{name} moved to place {place} of {count}.",
  "referenceImages.removed": "{name} was removed.",
  "referenceImages.startsUpload": "{name} is being uploaded.",
  // Said aloud: {reason} is one of the sentences of uploadError.
  "referenceImages.failed": "{name} could not be uploaded. {reason}",
  "referenceImages.cancelled": "The upload of {name} was cancelled.",
  // Button below a picture, a verb: makes it a reference image.
  "referenceImages.use": "Use as reference image",
  "referenceImages.used": "Added to the reference images.",

  /* Below an upload that failed: why, and what helps. {size} is a number with its unit, such as "20 MB". */
  "uploadError.payload_too_large": "The file is larger than {size}. Make it smaller, then add it again.",
  "uploadError.pixels": "The picture has too many pixels. Make it smaller, then add it again.",
  "uploadError.unsupported_media_type":
    "This file is damaged, or of another kind than can be kept. Save it as PNG, JPEG or WebP.",
  "uploadError.unsupported": "Pictures can't be uploaded here.",
  "uploadError.body_unreadable": "The file can't be read any more. Choose it again.",
  "uploadError.unauthorized": "You are not signed in. Sign in again, then try again.",
  "uploadError.forbidden": "You may not upload pictures here.",
  "uploadError.rate_limited": "Too many uploads at once. Wait a moment, then try again.",
  "uploadError.network": "The connection was lost. Try again: nothing is saved twice.",
  "uploadError.client_timeout": "It took too long. Try again: nothing is saved twice.",
  "uploadError.other": "The picture could not be saved. Try again.",

  /* Below a picture in the list: why it can't be used. "Reference" is a picture in that list. */
  "referenceFault.variable": "A reference is one variable, without text around it.",
  "referenceFault.invalid": "This reference names no picture. Remove it.",
  "referenceFault.unsupported": "{model} takes no pictures. Remove this one, or choose another model.",
  "referenceFault.tooMany": {
    one: "{model} takes one picture at most. Remove this one, or choose another model.",
    other: "{model} takes {count} pictures at most. Remove this one, or choose another model.",
  },
  "referenceFault.tooFew": {
    one: "{model} needs a picture to draw from. Add one, or choose another model.",
    other: "{model} needs {count} pictures to draw from. Add some, or choose another model.",
  },
  // {variable} is the name of a variable. "Leads to no picture": its value is none.
  "referenceFault.missing": "“{variable}” leads to no picture in this run.",
  "referenceFault.notFound": "This workspace has no such picture. Remove it, or choose another one.",
  "referenceFault.deleted": "This picture was deleted. Remove it, or choose another one.",
  "referenceFault.tooLarge": "This picture is too large. Make it smaller, then add it again.",
  "referenceFault.unreadable": "This picture can't be read. Save it as PNG, JPEG or WebP, then add it again.",
  "fault.invalid_reference": "This reference names no picture.",
  "fault.references_unsupported": "This model takes no pictures.",
  "fault.too_many_references": "This model takes fewer pictures.",
  // {to} and {from} are numbers of pixels, such as "1024 × 1024".
  "warning.reference_resized": "A reference image was resized for the model: {to} instead of {from} pixels.",
  "warning.references_ignored": {
    one: "The model was given one reference image and did not use it.",
    other: "The model was given {count} reference images and did not use all of them.",
  },
  "fault.too_few_references": "This model needs more pictures.",
  "fault.reference_unfit": "This picture is too narrow or too small for the model. Choose another.",
  // {variable} is the name of a variable.
  "warning.reference_empty": "“{variable}” led to no picture, and was left out.",
} satisfies Record<string, Message>;
