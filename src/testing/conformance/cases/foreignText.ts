/** Values that whoever reads {@link FOREIGN_TEXT} again would find in its place. */
export const FOREIGN_VALUES = {
  start: { input: "read again" },
  "1": { text: "read again" },
  "#1": { text: "read again" },
  $json: { x: "read again" },
  a: "read again",
  name: "read again",
  conformance: { output: { text: "read again" } },
};

/** Text that is in the languages of many editors, and stands for itself once it was resolved. */
export const FOREIGN_TEXT =
  "A circle: {{ $json.x }} <start.input> {{#1.text#}} ${a} {name} %a% \\{{ \\\\ {{conformance.output.text}} {{a}} {{ {{}}";
