import init, { place } from "everynode";
import { show } from "./show.js";

show(init, place);
