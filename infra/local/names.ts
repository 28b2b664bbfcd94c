import type { Assembly, Resource } from "./assembly.ts";
import type { Names } from "./intrinsics.ts";

export const REGION = "us-east-1";
export const ACCOUNT = "000000000000";

const literal = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

/** Bucket names know no capitals, and no more than 63 signs. */
const bucketName = (stack: string, id: string): string =>
  `${stack}-${id}`
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-")
    .slice(0, 63);

const logicalIdIn = (value: unknown): string => {
  const text = JSON.stringify(value ?? "");
  return /"(?:Ref|Fn::GetAtt)":\[?"([^"]+)"/.exec(text)?.[1] ?? "";
};

/** The physical name by which `Ref` knows a resource. */
function physicalName(assembly: Assembly, id: string, resource: Resource): string {
  const own = resource.Properties;
  switch (resource.Type) {
    case "AWS::DynamoDB::Table":
    case "AWS::DynamoDB::GlobalTable":
      return literal(own.TableName) ?? id;
    case "AWS::S3::Bucket":
      return literal(own.BucketName) ?? bucketName(assembly.stack, id);
    case "AWS::Lambda::Function":
      return literal(own.FunctionName) ?? id;
    case "AWS::Lambda::Alias":
    case "AWS::Lambda::Version":
      return `${functionArn(logicalIdIn(own.FunctionName))}:${literal(own.Name) ?? "1"}`;
    case "AWS::Cognito::UserPool":
      return `${REGION}_${id}`;
    case "AWS::Cognito::UserPoolDomain":
      return literal(own.Domain) ?? id.toLowerCase();
    default:
      return literal(own.Name) ?? id;
  }
}

/** The names of a template's resources here. `url` is the address of the API; `issuer` makes one from a user pool id. */
export function namesOf(assembly: Assembly, url: string, issuer: (pool: string) => string): Names {
  const name = (id: string): string | undefined => {
    const resource = assembly.Resources[id];
    return resource && (resource.Type.startsWith("AWS::ApiGatewayV2::") ? id : physicalName(assembly, id, resource));
  };
  const arn = (resource: Resource, own: string): string | undefined => {
    const type = resource.Type;
    if (type.startsWith("AWS::DynamoDB::")) return `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${own}`;
    if (type === "AWS::S3::Bucket") return `arn:aws:s3:::${own}`;
    if (type === "AWS::Lambda::Function") return functionArn(own);
    if (type === "AWS::Cognito::UserPool") return `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${own}`;
    return undefined;
  };
  return {
    ref: (id) => name(id) ?? literal(assembly.Parameters[id]?.Default),
    attribute(id, attribute) {
      const resource = assembly.Resources[id];
      const own = name(id);
      if (resource === undefined || own === undefined) return undefined;
      if (attribute === "Arn") return arn(resource, own);
      if (resource.Type === "AWS::Cognito::UserPool" && attribute === "UserPoolId") return own;
      if (resource.Type === "AWS::Cognito::UserPool" && attribute === "ProviderURL") return issuer(own);
      if (resource.Type === "AWS::Cognito::UserPoolClient" && attribute === "ClientId") return own;
      if (resource.Type === "AWS::ApiGatewayV2::Api" && attribute === "ApiEndpoint") return url;
      if (resource.Type === "AWS::CloudFront::Distribution" && attribute === "DomainName")
        return `${id}.cloudfront.net`;
      return undefined;
    },
    // Addresses that AWS builds from an id point to this machine instead.
    rewrite: (text) =>
      text
        .replace(/https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com\/([\w-]+)/g, (_all, pool: string) => issuer(pool))
        .replace(/https:\/\/[\w-]+\.auth\.[\w-]+\.amazoncognito\.com/g, () => issuer("domain"))
        .replace(/https:\/\/[\w-]+\.(?:execute-api\.[\w-]+\.amazonaws\.com|cloudfront\.net)/g, () => url),
    mapping: (map, key, field) => assembly.Mappings[map]?.[key]?.[field],
  };
}

/** The function that an ARN, an alias or an API integration address speaks of. */
export const functionNameIn = (arn: string): string | undefined => /:function:([^:/]+)/.exec(arn)?.[1];
