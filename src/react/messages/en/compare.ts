import type { Message } from "../createTranslate.js";

/**
 * The words of a comparison of two images.
 *
 * `{count}` is a number from 2 on.
 */
export const compare = {
  // Name of the window, a noun: a comparison of pictures.
  "compare.label": "Compare pictures",
  // Name of the choice between "Slider" and "Side by side", said aloud: a noun.
  "compare.layout": "Layout",
  // Button: the pictures lie over each other, and a handle uncovers one of them. A noun; some 14 letters.
  "compare.slider": "Slider",
  // Button: one picture beside the other; some 14 letters.
  "compare.side": "Side by side",
  // Name of the handle, said aloud.
  "compare.split": "Where the two pictures meet",
  // Place of the handle, said aloud: {percent} is a number from 0 to 100.
  "compare.splitValue": "{percent} % of the first picture",

  /* Corner marks on the two pictures: short, and said aloud as names of the pictures. */
  "compare.before": "First",
  "compare.after": "Second",

  /* Names of the two lists in which one chooses a picture. */
  "compare.choose.before": "First picture",
  "compare.choose.after": "Second picture",

  /* One of these sentences stands below the pictures and says how their settings differ. {count} is a number of
     changed settings. What follows "Only" is the name that the form gives the field. */
  "compare.unknown": "The settings of one of them are not known.",
  "compare.same": "Same settings. Only chance made them different.",
  "compare.several": { one: "{count} change.", other: "{count} changes." },
  // Stands after "Reference images", in place of "2 pictures → 3 pictures": as many as before, but not the same
  // ones.
  "compare.otherPictures": "other pictures",
  "compare.only.mode": "Only the mode changed.",
  // "Your text" is what the person wrote; "prompt" is what the image model gets.
  "compare.only.prompt": "Only your text changed.",
  "compare.only.sent": "Same settings, but another prompt was sent.",
  "compare.only.values": "Only the values of the variables changed.",
  "compare.only.written": "Same settings; the prompt model wrote another prompt.",
  "compare.only.imageModel": "Only the image model changed.",
  "compare.only.promptModel": "Only the prompt model changed.",
  "compare.only.aspectRatio": "Only the aspect ratio changed.",
  "compare.only.style": "Only the style changed.",
  "compare.only.references": "Only the reference images changed.",
  // {before} and {after} are values of one setting, such as "Sketch → Anime". From right to left, the arrow must
  // point the other way.
  "compare.fromTo": "{before} → {after}",

  /* Names of settings, each in front of its two values: nouns, as the form's labels have them. "Mode" is who writes
     the prompt: Manual, Prompt AI or Auto. */
  "setting.mode": "Mode",
  "setting.prompt": "Your text",
  // Short for "your text with the values of its variables filled in".
  "setting.values": "With values",
  "setting.written": "Written by the prompt model",
  "setting.sent": "Prompt as sent",
  "setting.imageModel": "Image model",
  "setting.promptModel": "Prompt model",
  "setting.aspectRatio": "Aspect ratio",
  "setting.style": "Style",
  "setting.references": "Reference images",
  // In place of a value: none was chosen, so that the default of the workspace was taken.
  "setting.default": "Default",
} satisfies Record<string, Message>;
