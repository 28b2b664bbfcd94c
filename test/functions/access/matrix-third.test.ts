import { LIVED, walkMatrix } from "./matrix.ts";

walkMatrix(LIVED.filter((_, at) => at % 3 === 2));
