import type { Message } from "../createTranslate.js";

/**
 * The words of the form, the mode switch and the selects.
 *
 * `{count}` is a number of pictures, items or letters; `{amount}` a sum with its currency, such as "0.04 USD",
 * where its key's note says nothing else.
 */
export const configForm = {
  // Name of the node, also the panel's title. "Image Generation" is the product's name of the node: a noun.
  "panel.title": "Image Generation",
  // Name of the form's region, said aloud: the settings of the node.
  "panel.configuration": "Configuration",
  // Name of the panel, said aloud, when it can't be changed. {title} is "Image Generation", {state} is "Read only"
  // or "Disabled".
  "panel.titleLocked": "{title}, {state}",
  // Mark in the panel's head, an adjective said of the panel. Room for some 16 letters.
  "panel.readOnly": "Read only",
  // Mark in the panel's head, an adjective said of the panel. Room for some 16 letters.
  "panel.disabled": "Disabled",
  // Button that opens the text with its values filled in. "Preview" is an adjective or a noun here, not an order to
  // see the picture. Short.
  "panel.previewText": "Preview text",
  // Below the prompt: how long it is. {count} decides the plural. The number is in the text.
  "panel.length": { one: "{count} character", other: "{count} characters" },

  /* Button, a verb: makes the picture. {count} is a number from 2 on; no noun follows it, as the room is short. */
  "configForm.generate": "Generate",
  "configForm.generateCount": "Generate {count}",

  /* Name of the choice of how many pictures a press makes: a noun. {count} is one of its numbers, said aloud. */
  "configForm.count": "Pictures",
  "configForm.countOf": { one: "{count} picture", other: "{count} pictures" },

  // Button, a verb: ends the run that is under way.
  "configForm.cancel": "Cancel",
  // Beside it: {seconds} since it began, such as 12. "s" is the sign of seconds; no room for a word.
  "configForm.elapsed": "{seconds} s",
  // Button, a verb: puts the form back as it was saved.
  "configForm.reset": "Reset",
  // Button, a verb: loads the list anew.
  "configForm.reload": "Try again",
  "configForm.catalogFailed": "The list of models could not be loaded.",
  "configForm.sampleNote": "Runs on the sample values of the nodes before.",

  // Name of the choice of Manual, Prompt AI and Auto: a question as a noun, "who writes the prompt".
  "modeSwitch.label": "Who writes the prompt",
  // Name of a mode: the person writes the prompt by hand. Three tabs share a row of 260 pixels: at most 10 letters.
  "mode.manual.label": "Manual",
  "mode.manual.description":
    "Your text is sent, with the values of the variables it names. Only the image is paid for.",
  // Name of a mode: a model writes the prompt by instructions. "Prompt AI" may stay as it is; at most 14 letters.
  "mode.prompt_ai.label": "Prompt AI",
  "mode.prompt_ai.description":
    "A prompt model writes the prompt from your instructions. Prompt and image are paid for.",
  // Name of a mode: a model writes the prompt by itself. Short for "automatic"; at most 10 letters.
  "mode.auto.label": "Auto",
  "mode.auto.description":
    "A prompt model writes the prompt from the nodes before. Prompt and image are paid for.",
  // Comes after a mode's description. "Manual" is that mode's name.
  "mode.kept": "The text that you wrote by hand is kept under Manual.",

  /* Names of the field, and the grey words in it while it is empty. {trigger} is what opens the list of variables,
     such as "{{"; it can't be translated. */
  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Describe the picture. Type {trigger} for values of earlier nodes.",
  // In place of "Prompt" where a model writes it: instructions to that model, a noun in the plural.
  "prompt.prompt_ai.label": "Instructions",
  "prompt.placeholder.plain": "Describe the picture.",
  "prompt.prompt_ai.placeholder": "Say what the picture is for. Type {trigger} for values of earlier nodes.",

  /* {nodes} is a list of names, such as "Trigger, Agent, and Loop"; its number decides the plural. The second
     sentence follows the first. */
  "sentData.sent": "The prompt model gets the outputs of {nodes}.",
  // "Held back" means that it is not sent.
  "sentData.held": {
    one: "{nodes} is marked as sensitive and is held back.",
    other: "{nodes} are marked as sensitive and are held back.",
  },
  // Title of the next sentence. "Write" is done by the prompt model. "Auto" and "Manual" are names of modes.
  "sentData.emptyTitle": "Nothing to write from",
  "sentData.empty":
    "Auto writes the prompt from earlier nodes, and there are none before this one. Connect a node, or choose Manual.",

  /* Labels of four lists, nouns. "Image model" is an AI that draws, "prompt model" one that writes. */
  "select.image-model.label": "Image model",
  "select.prompt-model.label": "Prompt model",
  "select.aspect-ratio.label": "Aspect ratio",
  "select.style.label": "Style",

  "select.image-model.empty": "This workspace has no image model. Ask its administrator to connect one.",
  "select.prompt-model.empty":
    "This workspace has no prompt model. Choose Manual, or ask its administrator to connect one.",
  // In an empty list: an order, "choose one of these".
  "select.ready": "Choose",
  // In a list whose choices are on their way.
  "select.loading": "Loading …",
  // In a list whose choices could not be loaded.
  "select.failed": "Could not be loaded",
  // In a list that has no choices; said of the list's things.
  "select.empty": "None available",
  "select.image-model.retired":
    "Saved here, but no longer offered. Choose another model before the next run.",
  "select.prompt-model.retired":
    "Saved here, but no longer offered. Choose another model before the next run.",
  // "Shape" is used for "aspect ratio" wherever a sentence speaks of it.
  "select.aspect-ratio.retired":
    "Saved here, but no longer offered. Choose another shape before the next run.",
  "select.style.retired": "Saved here, but no longer offered. Choose another style before the next run.",
  // Small mark behind a choice, an adjective said of a model, style or shape.
  "select.retiredNote": "no longer offered",

  // First choice of both lists of models: whatever the workspace has as its default.
  "model.default": "Default model",
  // Small mark behind a model, an adjective: it is the default of the workspace.
  "model.defaultNote": "default",
  // Mark of a model that only demonstrates and is no AI: a noun. Short.
  "model.demo": "Demo",
  // Mark of a model that will soon be gone, said of the model. Short.
  "model.deprecated": "retiring",
  // {model} is its name, such as "DALL·E 3".
  "model.deprecatedReason": "{model} is going to be retired. Choose another model soon.",

  /* Behind a model in its list. {amount} is a price or a range with its unit, such as "0.04 USD", "0.02–0.04 USD" or
     "4 credits". */
  "price.image": "{amount} per image",
  "price.prompt": "{amount} per prompt",
  "price.unknown": "price not known",

  // Beside Generate: what a run will cost. {amount} is "0.04 USD", or a sum such as "4 × 0.04 = 0.16 USD". Very
  // little room.
  "cost.about": "about {amount}",
  // An amount: {amount} is a number such as "0.04", {currency} "USD" or a unit of account.
  "cost.amount": "{amount} {currency}",
  // Units of account, not loans: what a workspace has bought. {amount} is a number or a range, such as "3" or
  // "2–4"; its upper end decides the plural.
  "unit.credits": { one: "{amount} credit", other: "{amount} credits" },
  // {each} is the price of one picture, {amount} that of all of them: "4 × 0.04 = 0.16". Leave it as it is, unless
  // the language writes sums otherwise.
  "cost.times": "{count} × {each} = {amount}",
  // Small, behind the amount: it is the price that the maker of the model publishes. A noun.
  "cost.listPrice": "list price",
  // Small, behind the amount: {source} is who says the price, in words of the back end.
  "cost.source": "{source}",
  // A node in a loop runs once for each item of a list. {count} is their number, from 2 on.
  "cost.loop": {
    one: "{count} loop item: {amount}",
    other: "{count} loop items: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} loop item, one picture each: {amount}",
    other: "{count} loop items, one picture each: {amount}",
  },
  // In place of an amount: the model is a demonstration that costs nothing.
  "cost.demo": "Free demo",
  "cost.free": "Free of charge",
  "cost.unknown": "Price not known",

  // A title and its sentence in one line. {title} has no full stop, {text} is whole sentences, both from the
  // errors: "No connection. The back end could not be reached."
  "configForm.refused": "{title}. {text}",
  // Said of a part of the page's program, which was not there in time.
  "error.network.code.title": "Not loaded yet",
  "error.network.code.text":
    "A part of this page could not be fetched, so nothing was sent and nothing was paid. Try again.",
} satisfies Record<string, Message>;
