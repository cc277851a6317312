import type { Message } from "../translate.js";

/** The words of the form, the mode switch and the selects. */
export const configFormWords = {
  "panel.title": "Image Generation",
  "panel.configuration": "Configuration",
  "panel.previewText": "Preview text",
  "panel.length": "{length}",
  "configForm.generate": "Generate",
  "configForm.cancel": "Cancel",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Reset",
  "configForm.reload": "Try again",
  "configForm.catalogFailed": "The list of models could not be loaded.",
  "configForm.runFailed":
    "The run could not be started. The data of the nodes before this one could not be read.",
  "configForm.sampleNote": "Runs on the sample values of the nodes before.",

  "modeSwitch.label": "How the prompt comes about",
  "mode.manual.label": "Manual",
  "mode.manual.description": "Your text is sent as it is. Only the image is paid for.",
  "mode.prompt_ai.label": "Prompt AI",
  "mode.prompt_ai.description":
    "A prompt model writes the prompt from your instructions. Prompt and image are paid for.",
  "mode.auto.label": "Auto",
  "mode.auto.description":
    "A prompt model writes the prompt from the nodes before. Prompt and image are paid for.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Describe the picture. Type {{ for values of earlier nodes.",
  "prompt.prompt_ai.label": "Instructions",
  "prompt.prompt_ai.placeholder": "Say what the picture is for. Type {{ for values of earlier nodes.",

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
  "select.retired": "Saved here, but no longer offered.",
  "select.retiredNote": "no longer offered",

  "model.default": "Workspace default",
  "model.defaultNote": "default",
  "model.demo": "Demo, no AI",
  "model.deprecated": "is going to be retired",

  "cost.about": "about {amount} {currency}",
  "cost.listPrice": "list price",
  "cost.source": "{source}",
  "cost.demo": "Free demo, no AI",
  "cost.free": "Free of charge",
  "cost.unknown": "Price not known",

  "issue.other": "This value is not allowed here.",
  "issue.invalid_type": "A value is missing here.",
  "issue.invalid_value": "This choice is not known.",
  "issue.too_small": "A value is missing here.",
  "fault.unknown": "The back end refused this value ({code}).",
  "fault.didYouMean": "Did you mean {suggestion}?",
  "fault.empty_prompt": "Write a prompt first.",
  "fault.too_long": "The prompt is too long for this image model.",
  "fault.prompt_too_long": "The prompt is too long for this image model.",
  "fault.unclosed_braces": "A variable is not closed: }} is missing.",
  "fault.empty_braces": "There is no variable between {{ and }}.",
  "fault.unsupported_expression": "Only a variable may stand between {{ and }}, no code.",
  "fault.missing_variable": "{variable} has no value in this run.",
  "fault.unknown_variable": "{variable} is not a variable of an earlier node.",
  "fault.no_image_model": "This workspace has no image model.",
  "fault.no_prompt_model": "This workspace has no prompt model.",
  "fault.model_unavailable": "{model} is no longer offered. Choose another model.",
  "fault.mode_unavailable": "This mode is not offered here.",
  "fault.ratio_unsupported": "{model} can't make this shape.",
  "fault.style_unavailable": "This style is not offered here.",
  "fault.no_upstream": "There is no node before this one to write from.",
} satisfies Record<string, Message>;
