import { writeFileSync } from "node:fs";
import { customerModule } from "./script.ts";

writeFileSync(new URL("../../shared/page/script.generated.ts", import.meta.url), customerModule());
