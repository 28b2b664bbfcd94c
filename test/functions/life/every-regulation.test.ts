import { testWalk } from "../../rules/walk-test.ts";
import { toEnds } from "../../rules/walks.ts";

testWalk(toEnds);
