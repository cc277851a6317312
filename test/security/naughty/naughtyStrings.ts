import strings from "big-list-of-naughty-strings/blns.json" with { type: "json" };

/** The Big List of Naughty Strings, and a few that aim at this package's own language. */
export const naughtyStrings: readonly string[] = [
  ...strings,
  "{{trigger.output.style}}",
  "\\{{ }} {{{{",
  '{{a["</script><script>alert(1)</script>"]}}',
  "\u0000\u0001",
  "event: result\ndata: {}\n\n",
];
