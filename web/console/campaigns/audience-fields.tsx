import { Button, Form, Input, Radio } from "antd";
import { useCallback, useId } from "react";
import type * as z from "zod";
import type { CustomerList } from "../../../shared/api/customers.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import type { Typed } from "./plan-body.ts";

/** So many columns a list of customers has at most. */
const MOST = 10;

/** By what customers are told apart, as the first of the list show it: suggestions, since others may say more. */
const useGroups = (): ReadonlyMap<string, readonly string[]> => {
  const { org, client } = useDesk();
  const path = pathTo(org, "/customers?limit=200");
  const ask = useCallback(() => client.get<z.infer<typeof CustomerList>>(path), [client, path]);
  const { value } = useLoaded(ask);
  const found = new Map<string, Set<string>>();
  for (const { groups } of value?.items ?? [])
    for (const [by, is] of Object.entries(groups)) found.set(by, (found.get(by) ?? new Set()).add(is));
  return new Map([...found].map(([by, values]) => [by, [...values].sort()]));
};

const Suggestions = ({ id, of }: { id: string; of: readonly string[] }) => (
  <datalist id={id}>
    {of.map((value) => (
      <option key={value} value={value} />
    ))}
  </datalist>
);

const Groups = () => {
  const { planning } = useDesk().words;
  const groups = useGroups();
  const id = useId();
  const where = Form.useWatch("where") as Typed["where"]; // as the form below names its fields
  return (
    <fieldset>
      <legend>{planning.groups}</legend>
      <Form.List name="where">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div className="condition" key={key}>
                <Form.Item name={[name, "by"]} label={planning.groupBy}>
                  <Input maxLength={40} list={`${id}-by`} />
                </Form.Item>
                <Form.Item name={[name, "is"]} label={planning.groupIs}>
                  <Input maxLength={100} list={`${id}-${name}`} />
                </Form.Item>
                <Suggestions id={`${id}-${name}`} of={groups.get(where?.[name]?.by ?? "") ?? []} />
                <Button aria-label={planning.dropGroup(name + 1)} onClick={() => remove(name)}>
                  ✕
                </Button>
              </div>
            ))}
            {rows.length < MOST && <Button onClick={() => add({})}>{planning.addGroup}</Button>}
          </>
        )}
      </Form.List>
      <Suggestions id={`${id}-by`} of={[...groups.keys()]} />
    </fieldset>
  );
};

/** Whom a survey asks: customers of the list, or those who had a case. */
export const AudienceFields = () => {
  const { planning } = useDesk().words;
  const audience = Form.useWatch("audience");
  return (
    <>
      <Form.Item name="audience" label={planning.audience}>
        <Radio.Group
          className="stack"
          options={[
            { value: "customers", label: planning.customers },
            { value: "closedSince", label: planning.closedSince },
          ]}
        />
      </Form.Item>
      {audience === "closedSince" ? (
        <Form.Item name="since" label={planning.since}>
          <Input type="date" />
        </Form.Item>
      ) : (
        <Groups />
      )}
    </>
  );
};
