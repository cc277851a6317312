import type { Message } from "image-generation-node";
import { de } from "image-generation-node/messages/de";
import { en } from "../../src/react/messages/index.js";
import { wordPlaces } from "./wordPlaces.js";

/** Every sentence of the panel, as the package has it now: by the place where it is seen, in English and German. */
export function WordsTable() {
  const places = [...new Set(Object.values(wordPlaces))].sort();
  return places.map((place) => (
    <section key={place}>
      <h3>{place}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">English</th>
            <th scope="col">German</th>
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
                <td>{write(message)}</td>
                <td lang="de">{write(de.words[key])}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  ));
}

/** Writes the words of every number that a language tells apart, each once. */
function write(message: Message | undefined): string {
  if (message === undefined) return "";
  return typeof message === "string" ? message : [...new Set(Object.values(message))].join(" / ");
}
