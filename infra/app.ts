import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { acknowledge } from "./constructs/acknowledged.ts";
import { flags } from "./constructs/flags.ts";
import { AftercareStack } from "./stack.ts";

export const STACK = "Aftercare";

/** The app before synthesis. `check` asks cdk-nag too: an error that nobody explained then stops the synthesis. */
export const appOf = (props: {
  readonly outdir?: string | undefined;
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  readonly check: boolean;
}): { readonly app: App; readonly stack: AftercareStack } => {
  const app = new App({
    ...(props.outdir === undefined ? {} : { outdir: props.outdir }),
    context: { ...flags, ...props.context },
    analyticsReporting: false,
  });
  const stack = new AftercareStack(app, STACK);
  acknowledge(stack);
  if (props.check) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack };
};

/**
 * Writes the cloud assembly, without the CDK command line, an account or a network: the template is
 * `<folder>/<stack>.template.json`, and the bundles lie beside it. @throws when a setting in the context is wrong.
 */
export const synthesize = (
  outdir: string,
  context: Readonly<Record<string, unknown>> = {},
): { readonly folder: string; readonly stack: string } => {
  const assembly = appOf({ outdir, context, check: false }).app.synth();
  return { folder: assembly.directory, stack: STACK };
};

// The CDK command line starts this file and says by CDK_OUTDIR where it looks for the result.
if (import.meta.main) appOf({ check: true }).app.synth();
