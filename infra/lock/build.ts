import { readFileSync, writeFileSync } from "node:fs";
import { withAllPlatforms } from "./platforms.ts";

const LOCK = new URL("../../package-lock.json", import.meta.url);

writeFileSync(LOCK, withAllPlatforms(readFileSync(LOCK, "utf8")));
