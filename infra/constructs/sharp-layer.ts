import { existsSync } from "node:fs";
import { join } from "node:path";
import { Annotations } from "aws-cdk-lib";
import { Architecture, Code, LayerVersion, Runtime } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";

const folder = join(import.meta.dirname, "../layers/sharp");

/**
 * sharp for arm64: it is native, so it is installed for Lambda in a folder of its own (`npm run layer`). A stack without
 * it can be looked at and run on one machine, but deployed it could not open a photo.
 */
export const sharpLayer = (scope: Construct): LayerVersion => {
  const layer = new LayerVersion(scope, "Sharp", {
    description: "sharp for Node on arm64",
    code: Code.fromAsset(folder, { exclude: ["**/.package-lock.json"] }),
    compatibleArchitectures: [Architecture.ARM_64],
    compatibleRuntimes: [Runtime.NODEJS_24_X],
  });
  if (!existsSync(join(folder, "nodejs/node_modules/sharp/package.json"))) {
    Annotations.of(layer).addWarningV2("Aftercare:SharpLayer", "the layer is empty: run `npm run layer` before deploy");
  }
  return layer;
};
