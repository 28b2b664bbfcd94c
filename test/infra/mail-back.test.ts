import { expect, test } from "vitest";
import { ofType, placeOf, templateWith } from "./template.ts";

const stack = templateWith({ mailDomain: "mail.example.com" });
const one = (type: string, place = "") => {
  const found = ofType(stack, type).filter(([id]) => placeOf(stack, id).startsWith(place));
  expect(found, `${type} ${place}`).toHaveLength(1);
  return found[0]?.[1].Properties ?? expect.unreachable();
};

test("the set that mail leaves through tells of what comes back, and of nothing else", () => {
  const { ConfigurationSetName, EventDestination } = one("AWS::SES::ConfigurationSetEventDestination");
  expect(ConfigurationSetName).toMatchObject({ Ref: expect.stringMatching(/^MailSet/) });
  expect(EventDestination).toMatchObject({ Enabled: true, MatchingEventTypes: ["bounce", "complaint", "reject"] });
  expect(JSON.stringify(EventDestination.EventBridgeDestination)).toContain("event-bus/default");
});

test("the function hears of its own stack's mails alone, and EventBridge tries for a day", () => {
  const { EventPattern, Targets } = one("AWS::Events::Rule", "MailBack");
  expect(EventPattern).toEqual({
    source: ["aws.ses"],
    detail: {
      eventType: ["Bounce", "Complaint", "Reject"],
      mail: { tags: { "ses:configuration-set": [{ Ref: expect.stringMatching(/^MailSet/) }] } },
    },
  });
  expect(Targets).toHaveLength(1);
  expect(Targets[0]).toMatchObject({ RetryPolicy: { MaximumEventAgeInSeconds: 86_400 } });
  expect(JSON.stringify(Targets[0].Arn)).toContain("MailFeedbackEventFunction");
});

test("a desk that mail does not reach rings, whichever function finds out", () => {
  const filters = ofType(stack, "AWS::Logs::MetricFilter").map(([id, { Properties }]) => {
    const [to] = Properties.MetricTransformations;
    return [placeOf(stack, id).split("/")[0], Properties.FilterPattern, to.MetricNamespace, to.MetricName];
  });
  const same = ['"DESK_UNREACHABLE"', "Aftercare", "DESK_UNREACHABLE"];
  expect(filters.sort()).toEqual([
    ["MailFeedbackEvent", ...same],
    ["WakeSchedule", ...same],
  ]);
});
