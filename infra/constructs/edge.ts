import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/**
 * The two small programs that CloudFront runs itself on each request, in its own JavaScript: no imports, and no type
 * but what stands here.
 */
export const edgeSource = {
  /** The API is called by its own name; what the customer typed goes along, so that answers can name our address. */
  keepHost: `function handler(event) {
  var request = event.request;
  request.headers["x-forwarded-host"] = { value: request.headers.host.value };
  return request;
}
`,
  /** A folder is its index page, and an address within the console that is no file is the console. */
  findPage: `function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.slice(uri.lastIndexOf("/")).indexOf(".") >= 0) return request;
  request.uri = uri.indexOf("/console/") === 0 ? "/console/index.html" : uri.replace(/\\/?$/, "/index.html");
  return request;
}
`,
} as const;

export const edgeFunction = (scope: Construct, id: string, source: keyof typeof edgeSource): EdgeFunction =>
  new EdgeFunction(scope, id, {
    code: FunctionCode.fromInline(edgeSource[source]),
    runtime: FunctionRuntime.JS_2_0,
  });
