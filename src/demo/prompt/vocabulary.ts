import { wordSet } from "./wordSet.js";

/** Words that never name something to draw, though a keyword list may know them. */
export const UNDRAWN = wordSet(`
  a an the of under in on at with and by over near for to from its is are be very this that it his her their our my your as
  into onto up down off out about beside behind above below between among around across through while during or but no not
  illustration painting drawing photo photograph photography photographic picture image render rendering style styled
  watercolor watercolour sketch anime minimalist cinematic oil digital art artwork lighting light lit background foreground
  professional business neutral attire featured header banner headshot portrait product infographic showing show shows shown
  blog post article key quality high detail detailed beautiful modern simple clean soft calm moody noir warm cheerful dramatic
  mood elegant slim fine small big large tiny huge old new young long short wide tall little great good best nice cute happy sad
  full half close closeup view scene shot visual visualisation visualization concept abstract create make draw one two three
  four five six seven eight nine ten pair several many some few group lot front back left right side top bottom middle center
  centre subject object thing time day evening morning noon afternoon night midnight dusk dawn sunset sunrise golden hour
  twilight color colour colors colours red orange yellow green blue purple pink brown black white grey gray silver gold
  weather summer winter spring autumn season rainy snowy foggy stormy sunny cloudy misty windy rain snow fog storm mist
  sitting standing walking running sleeping playing looking flying eating drinking reading wearing holding sits stands walks
  runs sleeps plays looks flies eats drinks reads wears holds smiling jumping riding floating swimming resting parked parking
  made brushed polished matte glossy texture textured pattern number no atmosphere atmospheric peaceful serene quiet bright
  dark vivid vibrant pastel wild free open deep love life work working way world using use used want us we you i me he she they
  mean idea power price sale free fast slow hot cold cool fresh fun super ideal perfect better more most less than like
  nature animal symbol sign face weather friend pet food vehicle transportation place travel play sport object tool
  sent scene professional crisp sharp focus wallpaper poster cover editorial marketing campaign ad advert social media
  brass copper bronze leather wooden oak walnut ceramic porcelain marble steel metal glass linen wool cotton concrete plastic
  handmade crafted minimal figure design designed line lines round square circle clear back can will has have had do does
  what who when where why how please keep just also only each every first second third next last next new sense spirit hope
  cozy cosy blog feeling forgotten moment mind body soul heart world attire finance climate remote study learn learning teach
  freedom truth justice meaning memory dream thought silence harmony balance energy growth change progress success future past
  data stream code hair hand cooking shaking tower suit police vacation fashion health delivery shopping spice history culture science education law leader
  increase decrease quarter report weekly monthly yearly annual percent key metric share rate team company customer user
`);

/** Colours that can tint a subject. */
export const COLOURS: Readonly<Record<string, string>> = {
  red: "#d92f2a",
  orange: "#f08a24",
  yellow: "#f4c430",
  green: "#3d9a4b",
  blue: "#2f6fd6",
  purple: "#7d4bc0",
  violet: "#7d4bc0",
  pink: "#ee7fae",
  brown: "#8a5a36",
  black: "#2b2c31",
  white: "#f3f1ec",
  grey: "#8c9199",
  gray: "#8c9199",
  golden: "#d9a531",
  gold: "#d9a531",
  silver: "#bcc4cd",
  brass: "#c99a45",
  copper: "#c07a4b",
  bronze: "#a87b45",
  teal: "#1f9a94",
  turquoise: "#35b9b4",
  navy: "#24365e",
  beige: "#dcc7a2",
  cream: "#f0e6cf",
  crimson: "#b3202f",
  emerald: "#1f8f5f",
  lavender: "#a792d8",
  walnut: "#6b4630",
  oak: "#b98a57",
  leather: "#8f5a33",
  terracotta: "#c4694a",
  marble: "#e8e6e1",
  ceramic: "#ebe3d4",
  steel: "#9aa6b2",
  wooden: "#a8743f",
  mint: "#8fd3b6",
  coral: "#f2765f",
  olive: "#7c7f3a",
  maroon: "#6e1f2b",
  indigo: "#41419b",
};

export const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  pair: 2,
  couple: 2,
  both: 2,
  several: 3,
  few: 3,
  some: 3,
  many: 5,
  group: 4,
  flock: 5,
  herd: 4,
  trio: 3,
  dozen: 7,
};

/** Materials: of "brass" and "wooden", the nearer to the noun does not count as its colour. */
export const MATERIALS =
  /\b(brass|copper|bronze|leather|walnut|oak|ceramic|porcelain|marble|steel|linen|matte|handmade|stainless|wooden)\b/i;

/** Vessels; a "coffee cup" is drawn as the coffee. */
export const VESSELS = /^(bowl|plate|pot|box|basket|jar|cup|mug)$/;

/** Vessels of which one sees the content. */
export const CONTENT_FIRST = /^(bowl|plate|pot|box|basket|jar)$/;

/** Number that is drawn of words that are always, or mostly, plural. */
export const PAIRS: Readonly<Record<string, number>> = {
  chopstick: 1,
  scissor: 1,
  headphone: 1,
  noodle: 1,
  pancake: 1,
  binocular: 1,
  shoe: 2,
  sneaker: 2,
  trainer: 2,
  boot: 2,
  sandal: 2,
  glove: 2,
  sock: 2,
};

/** Short words of other languages that say nothing alone: no caption begins with them. */
export const LITTLE_WORDS = wordSet(`
  der die das den dem des ein eine einer eines einem einen und oder mit auf aus bei von vom zum zur als ist sind wie für fur
  les des une dans avec pour sur sous par est que qui aux del las los una uno con para por sobre bajo como gli uno della dello
  delle nel nella che het een van met voor uma com dos das sob
`);

/** Words that relate one subject to the next, and their meaning for the first of the two. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  under: "under",
  beneath: "under",
  below: "under",
  on: "on",
  onto: "on",
  atop: "on",
  over: "over",
  above: "over",
  in: "in",
  inside: "in",
  into: "in",
  beside: "beside",
  next: "beside",
  near: "beside",
  by: "beside",
  with: "beside",
  and: "beside",
  behind: "behind",
  front: "front",
};

export type Relation = "under" | "on" | "over" | "in" | "beside" | "behind" | "front";
