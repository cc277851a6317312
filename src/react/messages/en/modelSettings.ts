import type { Message } from "../createTranslate.js";

/**
 * The words of a model's settings, in the form and in the preview.
 *
 * Settings of an image model, as the model's provider offers them. `{setting}` is the label of one, such as
 * "Steps"; `{value}` its value, such as "30" or "High"; `{minimum}`, `{maximum}`, `{step}` are numbers, such as 1,
 * 50 and 0.5.
 */
export const modelSettings = {
  // Title of the fold: settings of the chosen model, a noun.
  "modelSettings.title": "Settings",
  // Title of a fold within it: less usual settings.
  "modelSettings.advanced": "More settings",
  // Beside the title: no setting was changed, all have the values that the model usually takes.
  "modelSettings.usual": "All as usual",
  // Beside the title: {setting} and its {value}, such as "Steps 30".
  "modelSettings.pair": "{setting} {value}",
  // Stands between two such pairs.
  "modelSettings.separator": " · ",
  // In place of a value: none is given, so that the model decides. A short sentence or a noun.
  "modelSettings.unset": "Model decides",
  // In place of a seed: every run takes a new one.
  "modelSettings.unset.seed": "New at each run",
  // Small mark behind a value, an adjective: the one that the model usually takes.
  "modelSettings.usualNote": "usual",
  // Values of a switch, as on a device.
  "modelSettings.on": "On",
  // Values of a switch, as on a device.
  "modelSettings.off": "Off",
  // Below a field: which numbers it takes.
  "modelSettings.between": "{minimum} to {maximum}",
  // Below a field: the least number it takes.
  "modelSettings.from": "At least {minimum}",
  // Below a field: the greatest number it takes.
  "modelSettings.upTo": "At most {maximum}",
  // Below a field, where there is no bound: the number grows by {step}.
  "modelSettings.steps": "In steps of {step}",
  // {bounds} is one of the three lines above, such as "1 to 50".
  "modelSettings.boundsAndSteps": "{bounds}, in steps of {step}",
  // Below a text field: {maximum} is a number of letters.
  "modelSettings.length": "At most {maximum} characters",
  // Button, a verb: gives all settings their usual values.
  "modelSettings.reset": "Reset",
  // Button, a verb: gives {setting} its usual value.
  "modelSettings.resetOne": "Reset {setting}",
  // Name of a button without words: puts another number, by chance, into the field of the seed.
  "modelSettings.draw": "New random seed",
  // Small mark behind a saved value that the model no longer has.
  "modelSettings.notOffered": "not offered",
  "modelSettings.refused": "Saved here, but this model does not take it.",
  // Title of a list of saved settings that {model} does not have. {model} is such as "GPT Image 1".
  "modelSettings.unused": "Not used by {model}",
  "modelSettings.unusedNote": "Kept as they are, and not sent.",
  // Button, a verb: takes a setting out of what is saved.
  "modelSettings.remove": "Remove",
  // Name of that button, said aloud.
  "modelSettings.removeOne": "Remove {setting}",
  // Name of the list below a picture, said aloud.
  "modelSettings.used": "Settings of this picture",
  // Button, a verb: writes the picture's seed into the form.
  "modelSettings.keepSeed": "Use this seed again",
  "modelSettings.seedKept": "The seed is in the form. The next run uses it.",
  "warning.setting_unused": "The setting {setting} is not one of this model, and was not used.",
  // Below two pictures: nothing else differs between them.
  "modelSettings.only": "Only {setting} changed.",

  /* Labels of settings that many models have, nouns, with their descriptions. They win over the model's own English
     titles. */
  "modelSetting.quality.label": "Quality",
  // Number that chance begins with; the usual word of the field, which may be the English one.
  "modelSetting.seed.label": "Seed",
  "modelSetting.seed.description": "The same seed and the same prompt make the same picture.",
  // What must not be in the picture ("negative prompt"): a verb or a noun.
  "modelSetting.negative_prompt.label": "Leave out",
  "modelSetting.negative_prompt.description": "What must not be in the picture.",
  // Of the picture, a noun.
  "modelSetting.background.label": "Background",
  // Number of pixels, a noun.
  "modelSetting.resolution.label": "Resolution",
  // Steps of drawing, a noun in the plural.
  "modelSetting.steps.label": "Steps",
  "modelSetting.steps.description": "More steps take longer and show more detail.",
  // How closely the prompt is followed, a noun.
  "modelSetting.guidance.label": "Guidance",
  "modelSetting.guidance.description": "How closely the picture follows the prompt.",
  // Amount of detail in the picture, a noun.
  "modelSetting.detail.label": "Detail",
  // Colours of the picture, a noun.
  "modelSetting.palette.label": "Palette",

  /* Values of such settings: adjectives said of quality, detail or resolution, without a noun beside them. */
  // The model decides.
  "settingValue.auto": "Auto",
  "settingValue.low": "Low",
  "settingValue.medium": "Medium",
  "settingValue.high": "High",
  "settingValue.xhigh": "Very high",
  // The most that there is, a superlative.
  "settingValue.max": "Greatest",
  "settingValue.standard": "Standard",
  "settingValue.hd": "HD",
  // Better than Standard; HD and Premium may stay.
  "settingValue.premium": "Premium",
  // Said of the background.
  "settingValue.transparent": "Transparent",
  // Said of the background: one can't see through it.
  "settingValue.opaque": "Opaque",

  /* Below a setting: what is wrong with its value. */
  "settingFault.type.string": "Enter a text.",
  "settingFault.type.integer": "Enter a whole number.",
  "settingFault.type.number": "Enter a number.",
  "settingFault.type.boolean": "Choose on or off.",
  "settingFault.choice": "This model does not offer that value. Choose another.",
  // {maxLength} is a number of letters, such as 500.
  "settingFault.length": "This model takes at most {maxLength} characters.",
  // {minimum} is such as 1.
  "settingFault.minimum": "This model takes no number below {minimum}.",
  "settingFault.maximum": "This model takes no number above {maximum}.",
  // {multipleOf} is a number, such as 8 or 0.5.
  "settingFault.step": "This model takes multiples of {multipleOf} only.",
  "fault.setting_unsupported": "A setting has a value that this model does not take.",
  "settingFault.unknown": "This model has no such setting.",
} satisfies Record<string, Message>;
