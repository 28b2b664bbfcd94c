import { Form } from "antd";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { closedCategories } from "../api/entered.ts";
import { useDesk } from "../desk.ts";
import { type Asked, controlOf, rulesOf } from "./errand-control.tsx";
import { ErrandList } from "./errand-list.tsx";

type FieldProps = {
  readonly field: Asked;
  /** The case's regulation, whose categories there are. */
  readonly policy: string;
  readonly facts: CaseView["facts"];
  readonly offset: string;
};

/** One question of an errand. Categories that do not exist for the other answers are not offered. */
export const ErrandField = ({ field, policy, facts, offset }: FieldProps) => {
  const { words, house } = useDesk();
  const entered = Form.useWatch([]) as Record<string, unknown> | undefined; // antd gives every value for the empty path
  const closed =
    field.type === "category"
      ? closedCategories(house?.regulations.find(({ id }) => id === policy)?.categories ?? [], { ...facts, ...entered })
      : new Set<string>();
  if (field.type === "list") return <ErrandList field={field} />;
  return (
    <Form.Item
      name={field.id}
      label={field.label}
      extra={field.type === "moment" ? words.actions.localTime(offset) : undefined}
      rules={rulesOf(field, words)}
    >
      {controlOf(field, words, closed)}
    </Form.Item>
  );
};
