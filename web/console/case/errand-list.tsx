import { Button, Form } from "antd";
import { useDesk } from "../desk.ts";
import { type Asked, controlOf, rulesOf } from "./errand-control.tsx";

const NOTHING_CLOSED: ReadonlySet<string> = new Set();

/** A list: its block of questions, once for each entry. */
export const ErrandList = ({ field }: { readonly field: Asked }) => {
  const { words } = useDesk();
  const { actions } = words;
  const start = field.required ? [{}] : [];
  return (
    <fieldset className="blocks">
      <legend>{field.label}</legend>
      <Form.List name={field.id} initialValue={start}>
        {(entries, { add, remove }) => (
          <>
            {entries.map(({ key, name }) => (
              <div key={key} className="block">
                {(field.fields ?? []).map((inner) => (
                  <Form.Item key={inner.id} name={[name, inner.id]} label={inner.label} rules={rulesOf(inner, words)}>
                    {controlOf(inner, words, NOTHING_CLOSED)}
                  </Form.Item>
                ))}
                <Button type="link" onClick={() => remove(name)}>
                  {actions.removeBlock(field.label, name + 1)}
                </Button>
              </div>
            ))}
            <Button disabled={entries.length >= (field.max ?? 20)} onClick={() => add({})}>
              {actions.addBlock(field.label)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};
