import { bytedance } from "./cases/bytedance.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(bytedance);
