/** What the references of a template stand for on this machine. */
export interface Names {
  ref(id: string): string | undefined;
  attribute(id: string, name: string): string | undefined;
  /** Last touch on a text put together from parts, e.g. a Cognito issuer that becomes the local one. */
  rewrite(text: string): string;
  mapping(map: string, key: string, name: string): unknown;
}

const NO_VALUE = Symbol("AWS::NoValue");
const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::Region": "us-east-1",
  "AWS::AccountId": "000000000000",
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": "local",
  "AWS::StackId": "arn:aws:cloudformation:us-east-1:000000000000:stack/local/0",
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown, where: string): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} needs a list in the template`);
};

/** References that the runner does not know (a key, a topic) stand for their logical id: they name, they are not called. */
const refText = (id: string, names: Names): string => PSEUDO[id] ?? names.ref(id) ?? id;
const attributeText = (id: string, name: string, names: Names): string =>
  names.attribute(id, name) ?? (name === "Arn" ? `arn:aws:local:us-east-1:000000000000:${id}` : `${id}.${name}`);

function substitute(value: unknown, names: Names): string {
  const [text, extra] = Array.isArray(value) ? [String(value[0]), value[1]] : [String(value), {}];
  const own = isRecord(extra) ? extra : {};
  const filled = text.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal === "!") return `\${${name}}`;
    if (name in own) return String(resolveValue(own[name], names));
    const dot = name.indexOf(".");
    return dot < 0 ? refText(name, names) : attributeText(name.slice(0, dot), name.slice(dot + 1), names);
  });
  return names.rewrite(filled);
}

function apply(name: string, argument: unknown, names: Names): unknown {
  const value = name === "Fn::Sub" ? argument : resolveValue(argument, names);
  switch (name) {
    case "Ref":
      return value === "AWS::NoValue" ? NO_VALUE : refText(String(value), names);
    case "Fn::GetAtt": {
      const [id, ...path] = Array.isArray(value) ? value.map(String) : String(value).split(".");
      return names.rewrite(attributeText(id ?? "", path.join("."), names));
    }
    case "Fn::Join": {
      const [separator, parts] = listOf(value, name);
      return names.rewrite(listOf(parts, name).map(String).join(String(separator)));
    }
    case "Fn::Sub":
      return substitute(value, names);
    case "Fn::Select": {
      const [index, list] = listOf(value, name);
      return listOf(list, name)[Number(index)];
    }
    case "Fn::Split": {
      const [separator, text] = listOf(value, name);
      return String(text).split(String(separator));
    }
    case "Fn::Base64":
      return Buffer.from(String(value)).toString("base64");
    case "Fn::FindInMap": {
      const [map, key, field] = listOf(value, name).map(String);
      return names.mapping(map ?? "", key ?? "", field ?? "");
    }
    default:
      throw new Error(`${name} is not understood on one machine`);
  }
}

/** The value with every intrinsic function worked out. @throws Error on one that is not known (Fn::ImportValue, Fn::If …). */
export function resolveValue(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, names)).filter((item) => item !== NO_VALUE);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  const only = keys.length === 1 ? keys[0] : undefined;
  if (only !== undefined && (only === "Ref" || only.startsWith("Fn::"))) return apply(only, value[only], names);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, resolveValue(item, names)] as const)
      .filter(([, item]) => item !== NO_VALUE),
  );
}
