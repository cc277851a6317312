/**
 * Space between inline parts, in an element of its own: without the style sheet words would run together, and a text
 * between elements is what page translators replace, which React then can't find. The style sheet hides it in a part,
 * whose gap takes its place, but not in an element of the host's between the part and its words.
 */
export function Space() {
  return <span data-imagenode-part="space"> </span>;
}
