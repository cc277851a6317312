import { openai } from "./cases/openai.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(openai);
