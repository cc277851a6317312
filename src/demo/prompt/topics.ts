/** Glyphs for topics without a shape of their own, best first. A pattern begins where a word begins. */
export const TOPICS: readonly (readonly [pattern: RegExp, glyphs: readonly [string, string, string]])[] = [
  [/\b(?:remote work|home office|hybrid work|freelanc|telework)/, ["laptop", "hot-beverage", "potted-plant"]],
  [
    /\b(?:artificial intelligence|machine learning|ai\b|llms?\b|chatbot|automation|agents?\b)/,
    ["robot", "light-bulb", "gear"],
  ],
  [/\b(?:security|privacy|password|encryption|cyber(?!punk)|compliance)/, ["shield", "locked", "key"]],
  [
    /\b(?:productiv|time management|deadline|planning|organi[sz])/,
    ["mantelpiece-clock", "clipboard", "spiral-calendar"],
  ],
  [
    /\b(?:sustainab|climate|environment|ecolog|recycl|carbon|green energy|renewable)/,
    ["seedling", "globe-showing-europe-africa", "sun"],
  ],
  [
    /\b(?:financ|invest|budget|saving|bank|econom|money|pricing|tax(?:es|ation)?\b)/,
    ["coin", "chart-increasing", "briefcase"],
  ],
  [
    /\b(?:marketing|advertis|brand|social media|campaign|audience)/,
    ["megaphone", "bullseye", "chart-increasing"],
  ],
  [
    /\b(?:startup|launch|entrepreneur|venture|innovation|growth)/,
    ["rocket", "light-bulb", "chart-increasing"],
  ],
  [/\b(?:health|wellness|medic|fitness|hospital)/, ["stethoscope", "red-apple", "running-shoe"]],
  [/\b(?:educat|learn|school|student|course|teach|universit)/, ["graduation-cap", "books", "pencil"]],
  [/\b(?:travel|holiday|vacation|tourism|trip|journey)/, ["luggage", "airplane", "world-map"]],
  [/\b(?:cook(?:s|ing|ery|book)?\b|recipe|kitchen|baking|cuisine)/, ["cooking", "tomato", "herb"]],
  [
    /\b(?:coding|programming|software|developer|javascript|typescript|web development|open source|api\b)/,
    ["laptop", "gear", "hot-beverage"],
  ],
  [/\b(?:cloud computing|server|infrastructure|devops|database)/, ["cloud", "laptop", "gear"]],
  [
    /\b(?:designers?\b|(?:graphic|web|interior|product) design|creativ|typograph|illustrator)/,
    ["artist-palette", "paintbrush", "pencil"],
  ],
  [/\b(?:music|concert|playlist|podcast|audio)/, ["headphone", "musical-notes", "studio-microphone"]],
  [/\b(?:leadership|management|hiring|recruit|career|team)/, ["compass", "mountain", "trophy"]],
  [/\b(?:shop|retail|e-?commerce|store|customer)/, ["shopping-bags", "credit-card", "package"]],
  [
    /\b(?:writing|content|blogging|storytelling|journalism|newsletter)/,
    ["fountain-pen", "open-book", "hot-beverage"],
  ],
  [/\b(?:garden|plants?\b|flowers?\b)/, ["potted-plant", "sunflower", "herb"]],
  [/\b(?:science|research|laborator|chemistry|biology)/, ["microscope", "dna", "test-tube"]],
  [/\b(?:data|analytics|insight|statistic)/, ["bar-chart", "magnifying-glass-tilted-left", "light-bulb"]],
  [/\b(?:mindful|meditat|yoga|sleep|rest\b)/, ["lotus", "candle", "herb"]],
  [
    /\b(?:logistic|shipping|delivery|supply chain)/,
    ["delivery-truck", "package", "globe-showing-europe-africa"],
  ],
];
