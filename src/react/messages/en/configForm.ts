import type { Message } from "../createTranslate.js";

/** The words of the form, the mode switch and the selects. */
export const configForm = {
  "panel.title": "Image Generation",
  "panel.configuration": "Configuration",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Read only",
  "panel.disabled": "Disabled",
  "panel.previewText": "Preview text",
  "panel.length": { one: "{count} character", other: "{count} characters" },
  "configForm.generate": "Generate",
  "configForm.generateCount": "Generate {count}",
  "configForm.count": "Pictures",
  "configForm.countOf": { one: "{count} picture", other: "{count} pictures" },
  "configForm.cancel": "Cancel",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Reset",
  "configForm.reload": "Try again",
  "configForm.catalogFailed": "The list of models could not be loaded.",
  "configForm.sampleNote": "Runs on the sample values of the nodes before.",

  "modeSwitch.label": "Who writes the prompt",
  "mode.manual.label": "Manual",
  "mode.manual.description":
    "Your text is sent, with the values of the variables it names. Only the image is paid for.",
  "mode.prompt_ai.label": "Prompt AI",
  "mode.prompt_ai.description":
    "A prompt model writes the prompt from your instructions. Prompt and image are paid for.",
  "mode.auto.label": "Auto",
  "mode.auto.description":
    "A prompt model writes the prompt from the nodes before. Prompt and image are paid for.",
  "mode.kept": "The text that you wrote by hand is kept under Manual.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Describe the picture. Type {trigger} for values of earlier nodes.",
  "prompt.prompt_ai.label": "Instructions",
  "prompt.placeholder.plain": "Describe the picture.",
  "prompt.prompt_ai.placeholder": "Say what the picture is for. Type {trigger} for values of earlier nodes.",

  "sentData.sent": "The prompt model gets the outputs of {nodes}.",
  "sentData.held": {
    one: "{nodes} is marked as sensitive and is held back.",
    other: "{nodes} are marked as sensitive and are held back.",
  },
  "sentData.emptyTitle": "Nothing to write from",
  "sentData.empty":
    "Auto writes the prompt from earlier nodes, and there are none before this one. Connect a node, or choose Manual.",

  "select.image-model.label": "Image model",
  "select.prompt-model.label": "Prompt model",
  "select.aspect-ratio.label": "Aspect ratio",
  "select.style.label": "Style",
  "select.image-model.empty": "This workspace has no image model. Ask its administrator to connect one.",
  "select.prompt-model.empty":
    "This workspace has no prompt model. Choose Manual, or ask its administrator to connect one.",
  "select.ready": "Choose",
  "select.loading": "Loading …",
  "select.failed": "Could not be loaded",
  "select.empty": "None available",
  "select.image-model.retired":
    "Saved here, but no longer offered. Choose another model before the next run.",
  "select.prompt-model.retired":
    "Saved here, but no longer offered. Choose another model before the next run.",
  "select.aspect-ratio.retired":
    "Saved here, but no longer offered. Choose another shape before the next run.",
  "select.style.retired": "Saved here, but no longer offered. Choose another style before the next run.",
  "select.retiredNote": "no longer offered",

  "model.default": "Default model",
  "model.defaultNote": "default",
  "model.demo": "Demo",
  "model.deprecated": "retiring",
  "model.deprecatedReason": "{model} is going to be retired. Choose another model soon.",
  "price.image": "{amount} {currency} per image",
  "price.prompt": "{amount} {currency} per prompt",
  "price.unknown": "price not known",

  "cost.about": "about {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": { one: "{amount} credit", other: "{amount} credits" },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "list price",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} loop item: {amount}",
    other: "{count} loop items: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} loop item, one picture each: {amount}",
    other: "{count} loop items, one picture each: {amount}",
  },
  "cost.demo": "Free demo",
  "cost.free": "Free of charge",
  "cost.unknown": "Price not known",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Not loaded yet",
  "error.network.code.text":
    "A part of this page could not be fetched, so nothing was sent and nothing was paid. Try again.",
} satisfies Record<string, Message>;
