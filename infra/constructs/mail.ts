import { Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** Where mail leaves from: the configuration set is always there, a sender only when a mail domain was given. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  /** Rights are needed on both; none while there is nobody to send from. */
  readonly senderArns: readonly string[];
  /** The three CNAME records that prove the domain is ours. */
  readonly dkimRecords: readonly { readonly name: string; readonly value: string }[];

  constructor(scope: Construct, id: string, { mailDomain }: Pick<Settings, "mailDomain">) {
    super(scope, id);
    const set = new ConfigurationSet(this, "Set", {
      reputationMetrics: true,
      sendingEnabled: true,
      // ours knows the company and can be lifted; SES's own would go on refusing what staff have opened again
      disableSuppressionList: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.configurationSetName = set.configurationSetName;
    set.addEventDestination("Back", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "Bus", "default")), // SES knows no other
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    if (mailDomain === undefined) {
      this.senderArns = [];
      this.dkimRecords = [];
      return;
    }
    const identity = new EmailIdentity(this, "Sender", {
      identity: mailDomain.includes("@") ? Identity.email(mailDomain) : Identity.domain(mailDomain),
      configurationSet: set,
    });
    this.senderArns = [
      identity.emailIdentityArn,
      Stack.of(this).formatArn({
        service: "ses",
        resource: "configuration-set",
        resourceName: set.configurationSetName,
      }),
    ];
    this.dkimRecords = mailDomain.includes("@") ? [] : identity.dkimRecords;
  }
}
