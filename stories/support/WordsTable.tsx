/// <reference types="vite/client" />
import type { Message, MessageOverrides } from "image-generation-node";
import { useEffect, useState } from "react";
import { en } from "../../src/react/messages/index.js";
import { languages } from "./languages.js";
import { readNotes } from "./readNotes.js";
import type { WordNotes } from "./readNotes.js";
import { wordPlaces } from "./wordPlaces.js";

const sources = import.meta.glob<string>("../../src/react/messages/en/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const notes = new Map(Object.values(sources).flatMap((source) => [...readNotes(source)]));
const translated = languages.filter(({ tag }) => tag !== "en");

/** Every sentence of the panel, as the package has it now: by the place where it is seen, beside a language to choose. */
export function WordsTable() {
  const [tag, setTag] = useState("de");
  const [words, setWords] = useState<MessageOverrides["words"]>({});
  const language = translated.find((each) => each.tag === tag);
  useEffect(() => {
    let isCurrent = true;
    void language?.load().then((messages) => isCurrent && setWords(messages?.words ?? {}));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  const places = [...new Set(Object.values(wordPlaces))].sort();
  return (
    <>
      <label>
        Beside English:{" "}
        <select value={tag} onChange={({ target }) => setTag(target.value)}>
          {translated.map((each) => (
            <option key={each.tag} value={each.tag} lang={each.tag}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      {places.map((place) => (
        <section key={place}>
          <h3>{place}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">English, and what a translator needs to know</th>
                <th scope="col">{language?.name}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(en)
                .filter(([key]) => wordPlaces[key.split(".")[0] ?? ""] === place)
                .map(([key, message]) => (
                  <tr key={key}>
                    <td>
                      <code>{key}</code>
                    </td>
                    <td>
                      {write(message)}
                      <Notes of={notes.get(key)} />
                    </td>
                    <td lang={tag} dir={language?.direction}>
                      {write(words[key])}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

/** What is said of a message beside its words: of itself, of its group, of its file. */
function Notes({ of: { group, own, file } = {} }: { of: WordNotes | undefined }) {
  return [own, group, file].map(
    (note) =>
      note !== undefined && (
        <p key={note}>
          <small>{note}</small>
        </p>
      ),
  );
}

/** Writes the words of every number that a language tells apart, each once. */
function write(message: Message | undefined): string {
  if (message === undefined) return "";
  return typeof message === "string" ? message : [...new Set(Object.values(message))].join(" / ");
}
