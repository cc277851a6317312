import { PICTURE, PICTURES } from "../pictures.js";
import type { Contestant } from "../contestant.js";

/** The floor of a gallery: images in a list. */
export const pictures: Contestant = {
  create: async () => () => (
    <ul style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(9rem, 1fr))" }}>
      {Array.from({ length: PICTURES }, (_none, index) => (
        <li key={index}>
          <img
            src={PICTURE}
            alt={`Lamp ${index}`}
            width={1024}
            height={1024}
            loading="lazy"
            style={{ inlineSize: "100%", blockSize: "auto" }}
          />
        </li>
      ))}
    </ul>
  ),
};
