import { Alert, Button, Form, Input, Skeleton } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import type { SurveyOffers } from "../../../shared/api/survey-offers.ts";
import { createKeys } from "../api/client.ts";
import { type Failure, isPassing } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { draftOf, dropDraft, keepDraft } from "../drafts.ts";
import { useLoaded } from "../hooks.ts";
import { Card, FailureNote } from "../parts.tsx";
import { hashOf, searchOf } from "../route.ts";
import { AudienceFields } from "./audience-fields.tsx";
import { choiceOf, faultsAt, planOf, policyIn, type Typed, typedOf } from "./plan-body.ts";
import { Questionnaire } from "./questionnaire.tsx";

type Offer = SurveyOffers["items"][number];

const Day = ({ name, label }: { name: keyof Typed; label: string }) => (
  <Form.Item name={name} label={label}>
    <Input type="date" />
  </Form.Item>
);

const offered = (offers: readonly Offer[], view: CampaignView | undefined): readonly Offer[] =>
  offers.filter(({ policy, id, mayPlan, after }) =>
    view === undefined ? mayPlan && after === undefined : policy.id === view.policy && id === view.survey.id,
  );

type FormProps = { readonly offers: readonly Offer[]; readonly view: CampaignView | undefined };

const PlanFields = ({ offers, view }: FormProps) => {
  const { org, client, words } = useDesk();
  const { planning } = words;
  const [form] = Form.useForm<Typed>();
  const keys = useRef(createKeys());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const draft = `${org} survey ${view?.campaignId ?? "new"}`;
  const choices = offered(offers, view);
  const [first] = choices;
  const chosen = Form.useWatch("survey", form);
  const shown = choices.find(({ policy, id }) => choiceOf(policy.id, id) === chosen) ?? first;
  const start: Typed =
    view === undefined
      ? { survey: first && choiceOf(first.policy.id, first.id), audience: "customers" }
      : typedOf(view.policy, view.plan);
  const rest = failure === undefined ? [] : faultsAt(failure, form.getFieldsValue(true)).rest;

  const send = async (): Promise<void> => {
    const typed: Typed = form.getFieldsValue(true);
    const body = planOf(typed);
    const path =
      view === undefined
        ? `/campaigns?${searchOf({ policy: policyIn(typed) })}`
        : `/campaigns/${encodeURIComponent(view.campaignId)}/plan`;
    const key = keys.current.keyFor(path, body);
    setBusy(true);
    setFailure(undefined);
    const answer = await client.post<CampaignView>(pathTo(org, path), { body, key, version: 0 });
    setBusy(false);
    if (answer.ok || !isPassing(answer.failure)) keys.current.settled();
    if (!answer.ok) {
      setFailure(answer.failure);
      const { at } = faultsAt(answer.failure, typed);
      form.setFields(at.map(({ name, errors }) => ({ name, errors })));
      const [wrong] = at;
      if (wrong !== undefined) form.scrollToField(wrong.name, { focus: true, block: "center" });
      return;
    }
    dropDraft(draft);
    location.assign(hashOf({ org, page: "surveys", query: { id: answer.value.campaignId } }));
  };

  if (first === undefined) return <p className="card empty">{planning.none}</p>;
  return (
    <Form
      form={form}
      name="plan"
      layout="vertical"
      className="planning"
      initialValues={{ ...start, ...draftOf<Typed>(draft) }}
      onValuesChange={(_, all) => keepDraft(draft, all)}
      onFinish={() => void send()}
    >
      <Card title={planning.what}>
        <Form.Item name="survey" label={planning.survey}>
          <select disabled={view !== undefined}>
            {choices.map(({ policy, id, title }) => (
              <option key={choiceOf(policy.id, id)} value={choiceOf(policy.id, id)}>
                {title} · {policy.title}
              </option>
            ))}
          </select>
        </Form.Item>
        {shown !== undefined && <Questionnaire of={shown} />}
      </Card>
      <Card title={planning.audience}>
        <Form.Item name="title" label={planning.name}>
          <Input maxLength={120} />
        </Form.Item>
        <AudienceFields />
      </Card>
      <Card title={planning.days}>
        <div className="choices">
          <Day name="sendOn" label={planning.sendOn} />
          <Day name="remind1" label={planning.remind(1)} />
          <Day name="remind2" label={planning.remind(2)} />
          <Day name="closesOn" label={planning.closesOn} />
        </div>
        {failure !== undefined && <FailureNote failure={failure} />}
        {rest.map((says) => (
          <Alert key={says} type="error" title={says} />
        ))}
        <div className="take">
          <Button type="primary" htmlType="submit" loading={busy}>
            {planning.send}
          </Button>
          <span className="quiet">{planning.saved}</span>
        </div>
      </Card>
    </Form>
  );
};

/** A survey is planned, or its plan changed before it is approved; what is typed is kept until it is sent. */
export const PlanForm = ({ id }: { id?: string }) => {
  const { org, client, words } = useDesk();
  const { planning, campaigns } = words;
  const askOffers = useCallback(() => client.get<SurveyOffers>(pathTo(org, "/surveys")), [client, org]);
  const askView = useCallback(
    async () =>
      id === undefined
        ? ({ ok: true, value: undefined } as const)
        : client.get<CampaignView>(pathTo(org, `/campaigns/${encodeURIComponent(id)}`)),
    [client, org, id],
  );
  const offers = useLoaded(askOffers);
  const view = useLoaded<CampaignView | undefined>(askView);
  const title = id === undefined ? planning.title : planning.change;
  useEffect(() => {
    document.title = `${title} · ${words.console}`;
  }, [title, words]);
  const failure = offers.failure ?? view.failure;
  return (
    <>
      <div className="head">
        <div>
          <a href={hashOf({ org, page: "surveys" })}>{campaigns.back}</a>
          <h1>{title}</h1>
          <p className="quiet">{planning.lead}</p>
        </div>
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={() => void offers.reload()} />}
      {offers.value === undefined || view.loading ? (
        failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />
      ) : (
        <PlanFields offers={offers.value.items} view={view.value} />
      )}
    </>
  );
};
