import type { Message } from "../createTranslate.js";

/** The words of the form, the mode switch and the selects. */
export const configForm = {
  "panel.title": "Image Generation",
  "panel.configuration": "Configuration",
  "panel.more": "More actions",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Read only",
  "panel.disabled": "Disabled",
  "panel.details": "Details",
  "panel.stopNote":
    "You may already be charged for the picture. Cancel drops it. Stop waiting lets it be finished, and you can come back to it.",
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
  "configForm.refused": "{title}. {text}",
  "configForm.runFailed":
    "The run could not be started. The data of the nodes before this one could not be read.",
  "configForm.notConnected": "Nothing is connected that could run this node.",
  "configForm.faultAt": "{field}: {fault}",
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

  "hints.label": "Hints",
  "hint.dismiss": "Dismiss this hint",
  "hint.style_in_prompt":
    "The prompt names a style (“{found}”). Choose {style} under Style instead: it is applied the same way every time.",
  "hint.style_in_prompt.apply": "Use {style}",
  "hint.style_twice":
    "The prompt names “{found}”, and Style already says {style}. You can remove it from the prompt.",
  "hint.very_short": "Say more for a better picture: the subject, its surroundings, light and composition.",
  "hint.pixels_in_prompt":
    "Models do not read “{found}” in a prompt. Aspect ratio and Image model decide the size.",
  "hintWords.photorealistic": "photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "digital art",
  "hintWords.oil_painting": "oil painting, oil on canvas",
  "hintWords.watercolor": "watercolor, watercolour, water color",
  "hintWords.sketch": "pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, manga",
  "hintWords.3d_render": "3d render, 3d rendering, cgi",
  "hintWords.minimalist": "minimalist, minimalistic",
  "hintWords.cinematic": "cinematic",

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

  "issue.other": "This value is not allowed here.",
  "issue.invalid_type": "A value is missing here.",
  "issue.invalid_value": "This choice is not available. Choose another.",
  "issue.too_small": "A value is missing here.",
  "fault.unknown": "The back end refused this value ({code}).",
  "fault.didYouMean": "Did you mean {suggestion}?",
  "fault.empty_prompt": "Write a prompt first.",
  "fault.too_long": "The prompt is too long for this image model.",
  "fault.more_problems": "There are {count} more problems.",
  "fault.prompt_too_long": "The prompt is too long for this image model.",
  "fault.unclosed_braces": "A variable is not closed.",
  "fault.empty_braces": "A variable has no name.",
  "fault.unsupported_expression": "A variable is written as a path, without code.",
  "fault.missing_variable": "{variable} has no value in this run.",
  "fault.unknown_variable": "“{variable}” is not a variable.",
  "fault.no_image_model": "This workspace has no image model.",
  "fault.no_prompt_model": "This workspace has no prompt model.",
  "fault.model_unavailable": "{model} is no longer offered. Choose another model.",
  "fault.mode_unavailable": "This mode is not offered here.",
  "fault.ratio_unsupported": "{model} can't make this shape.",
  "fault.style_unavailable": "This style is not offered here.",
  "fault.no_upstream": "There is no node before this one. Connect one, or choose Manual.",
} satisfies Record<string, Message>;
