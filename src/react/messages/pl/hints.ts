import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "Wskazówki",
  "hint.dismiss": "Zamknij tę wskazówkę",
  "hint.style_in_prompt":
    "W prompcie podano styl („{found}”). Lepiej wybrać „{style}” w polu „Styl”: efekt będzie za każdym razem taki sam.",
  "hint.style_in_prompt.apply": "Użyj: {style}",
  "hint.style_twice":
    "W prompcie jest „{found}”, a w polu „Styl” wybrano już „{style}”. Możesz usunąć to z promptu.",
  "hint.very_short": "Opisz więcej, aby uzyskać lepszy obraz: motyw, otoczenie, światło i kompozycję.",
  "hint.pixels_in_prompt":
    "Modele nie odczytują „{found}” z promptu. O rozmiarze decydują pola „Proporcje” i „Model obrazów”.",
  "hintWords.photorealistic":
    "fotorealistyczny, fotorealistyczna, fotorealistyczne, fotorealistycznego, fotorealistycznej, fotorealistycznym, fotorealistyczną, fotorealistycznie, fotorealizm, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art":
    "grafika cyfrowa, grafiki cyfrowej, grafikę cyfrową, sztuka cyfrowa, sztuki cyfrowej, digital art",
  "hintWords.oil_painting":
    "obraz olejny, obrazu olejnego, malarstwo olejne, malarstwa olejnego, farby olejne, farbami olejnymi, olej na płótnie, oil painting, oil on canvas",
  "hintWords.watercolor":
    "akwarela, akwareli, akwarelę, akwarelą, akwarele, akwarelami, akwarelowy, akwarelowa, akwarelowe, akwarelowym, watercolor, watercolour, water color",
  "hintWords.sketch":
    "szkic ołówkiem, szkicu ołówkiem, szkic ołówkowy, rysunek ołówkiem, rysunku ołówkiem, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "anime, manga, mangi, mangę, mangowy, mangowym",
  "hintWords.3d_render":
    "render 3d, rendering 3d, renderu 3d, grafika 3d, grafiki 3d, 3d render, 3d rendering, cgi",
  "hintWords.minimalist":
    "minimalistyczny, minimalistyczna, minimalistyczne, minimalistycznego, minimalistycznej, minimalistycznym, minimalistyczną, minimalistycznie, minimalizm, minimalist, minimalistic",
  "hintWords.cinematic":
    "kinowy styl, kinowym stylu, stylu kinowym, kinowy kadr, kinowe ujęcie, kinowe światło, kinowe oświetlenie, filmowy styl, filmowym stylu, stylu filmowym, filmowy kadr, filmowe ujęcie, filmowe światło, filmowe oświetlenie, cinematic",
  "hintWords.pixels": "px, piksel, piksele, pikseli, pix, dpi",
};
