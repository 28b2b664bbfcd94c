import { Form, Input, Radio, Select } from "antd";
import type { CaseView } from "../../../shared/api/views.ts";
import { closedCategories } from "../api/entered.ts";
import { useDesk } from "../desk.ts";
import type { Words } from "../words/words.ts";
import type { Errand } from "./errand.ts";

type Asked = Errand["fields"][number];

/** More than this many choices are a list that can be searched, fewer are seen at once. */
const SEEN_AT_ONCE = 5;

const Choice = ({ field, closed, ...control }: { field: Asked; closed: ReadonlySet<string> }) => {
  const { words } = useDesk();
  const choices = (field.choices ?? []).filter(({ value }) => !closed.has(value));
  return choices.length <= SEEN_AT_ONCE ? (
    <Radio.Group {...control} options={choices} className="stack" />
  ) : (
    <Select
      {...control}
      showSearch={{ optionFilterProp: "label" }}
      allowClear={!field.required}
      placeholder={words.actions.choose}
      options={choices}
    />
  );
};

const yesNo = (field: Asked, { actions }: Words) => {
  const [yes, no] = field.yesNo ?? [actions.yes, actions.no];
  return [
    { value: true, label: yes },
    { value: false, label: no },
  ];
};

/** The control of a field; native ones for dates, which every phone and screen reader knows. */
const controlOf = (field: Asked, words: Words, closed: ReadonlySet<string>) => {
  switch (field.type) {
    case "choice":
    case "category":
      return <Choice field={field} closed={closed} />;
    case "flag":
      return <Radio.Group options={yesNo(field, words)} />;
    case "number":
      return <Input type="number" step="any" inputMode="decimal" />;
    case "money":
      return <Input inputMode="decimal" suffix={field.unit} maxLength={30} />;
    case "date":
      return <Input type="date" min={field.min} />;
    case "moment":
      return <Input type="datetime-local" />;
    case "longText":
      return (
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={field.max}
          showCount={field.max !== undefined}
        />
      );
    default:
      return <Input maxLength={field.max} />;
  }
};

/** With `whitespace` the form takes every value for a text, and an answer of no for a missing one: only where there are texts. */
const rulesOf = ({ type, required, label }: Asked, { actions }: Words) => {
  const message = actions.required(label);
  if (!required) return [];
  return [type === "text" || type === "longText" ? { required, whitespace: true, message } : { required, message }];
};

type FieldProps = { readonly field: Asked; readonly facts: CaseView["facts"]; readonly offset: string };

/** One question of an errand. Categories that do not exist for the other answers are not offered. */
export const ErrandField = ({ field, facts, offset }: FieldProps) => {
  const { words, form: complaint } = useDesk();
  const entered = Form.useWatch([]) as Record<string, unknown> | undefined; // antd gives every value for the empty path
  const closed =
    field.type === "category"
      ? closedCategories(complaint?.categories ?? [], { ...facts, ...entered })
      : new Set<string>();
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
