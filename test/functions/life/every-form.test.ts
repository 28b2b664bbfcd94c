import { testWalk } from "../../rules/walk-test.ts";
import { leftLying } from "../../rules/walks.ts";

testWalk(leftLying);
