import fc from "fast-check";
import {
  createVariableIndex,
  diagnoseTemplate,
  findTrigger,
  renameReferences,
} from "image-generation-node/template";
import { expect, it } from "vitest";
import { n8nLanguage, n8nSources } from "../../stories/languages/n8nLanguage.js";
it("x", async () => {
  const L = n8nLanguage;
  for (const t of [
    "{{",
    "{{ $json.na",
    "{{ $('Desc",
    "{{ $('Describe product').item.json.su",
    "{{ $json.a + ",
    "a {{ $json.subject }}",
    "{",
    "\\{{ a",
    "{{ $json['alt",
    "{{ Describe product",
    "{{ $json.",
  ])
    console.log(JSON.stringify(t), JSON.stringify(findTrigger(t, t.length, { language: L })));
  const text =
    "A {{ $json.subject }}, {{ $json.subjct }} {{ $json['alt text'].toUpperCase() + 'x' }} {{ $('Upload image').item.json.url }} {{ $(\"When form is sent\").item.json.tags.length }} \\{{ no {{ $json.mood ?? 'x' }} {{ }} {{ $js";
  console.log(L.scan(text).map((t) => [text.slice(t.start, t.end), t.path, t.closed, t.fault]));
  const index = createVariableIndex(n8nSources);
  console.log(diagnoseTemplate(text, index, { language: L }));
  console.log(
    index.search('["Describe product"].su').items.map((x) => x.path),
    index.search("$json.").items.map((x) => x.path),
    index.search("Describe product").items.map((x) => x.path),
    index.search('["Describe product"]').items.map((x) => x.path),
  );
  console.log(renameReferences(text, "When form is sent", "It's new", L));
  console.log(
    await L.resolve?.(
      "A {{ $json.subject }} {{ $json['alt text'].toUpperCase() + '!' }} {{ $(\"When form is sent\").item.json.tags.length }} {{ $json.nope ?? 'none' }} \\{{ x",
      Object.fromEntries(n8nSources.map((s) => [s.slug, s.sample])),
    ),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.array(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.nat(),
          fc.constantFrom("}}", "{{", "'", "\\", "length", "__proto__", "\n"),
        ),
      ),
      (a, rest) => {
        const path = [a, ...rest];
        const token = L.format(path, undefined);
        expect(L.parse(token)).toEqual(path);
      },
    ),
    { numRuns: 2000 },
  );
});
