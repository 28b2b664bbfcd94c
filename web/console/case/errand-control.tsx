import { Input, Radio, Select } from "antd";
import { useDesk } from "../desk.ts";
import type { Words } from "../words/words.ts";
import type { Errand } from "./errand.ts";

export type Asked = Errand["fields"][number];

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
export const controlOf = (field: Asked, words: Words, closed: ReadonlySet<string>) => {
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
export const rulesOf = ({ type, required, label }: Asked, { actions }: Words) => {
  const message = actions.required(label);
  if (!required) return [];
  return [type === "text" || type === "longText" ? { required, whitespace: true, message } : { required, message }];
};
