import { Stack } from "aws-cdk-lib";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { ReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import { S3 } from "aws-cdk-lib/aws-ses-actions";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** Where mails lie that came in, until they are read; what nobody can read stays for thirty days. */
export const INCOMING = "incoming/";

/** Where mails lie for as long that belong to no case. */
export const ASIDE = "aside/";

type Where = Pick<Settings, "mailDomain"> & { readonly bucket: IBucket };

/**
 * Mail that comes to our domain is looked through for spam and viruses and put into the bucket, where its arrival starts a
 * function. An account has one active rule set and CloudFormation cannot choose it: docs/deploy.md says how.
 */
export class MailIn extends Construct {
  readonly ruleSetName: string;
  /** The MX record that leads mail here; none for a single address, whose mail is somebody else's to receive. */
  readonly mx: string | undefined;

  constructor(scope: Construct, id: string, { mailDomain, bucket }: Where) {
    super(scope, id);
    const domain = mailDomain?.includes("@") ? undefined : mailDomain;
    const rules = new ReceiptRuleSet(this, "Rules");
    rules.addRule("ToBucket", {
      // without a domain it is a rule for all that the account has proven: it takes effect once somebody activates it
      ...(mailDomain === undefined ? {} : { recipients: [mailDomain] }),
      enabled: true,
      scanEnabled: true,
      tlsPolicy: TlsPolicy.OPTIONAL, // a customer's provider that cannot encrypt is still a customer's
      actions: [new S3({ bucket, objectKeyPrefix: INCOMING })],
    });
    this.ruleSetName = rules.receiptRuleSetName;
    this.mx = domain && `${domain} MX 10 inbound-smtp.${Stack.of(this).region}.amazonaws.com`;
  }
}
