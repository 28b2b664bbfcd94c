import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";

const Policy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.object({}).optional(),
        FrameOptions: z.object({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
      })
      .default({}),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .default({ Items: [] }),
  }),
});

const BUCKET_ADDRESS = /https:\/\/(?:[*\w-]+\.)?s3\.[\w-]+\.amazonaws\.com/g;

/**
 * The headers that the CDN of the template would add to static files, so that a page which breaks its own content
 * policy breaks here too. HSTS is left out: there is no TLS on this machine. Where the policy names the buckets'
 * addresses, `s3` stands.
 */
export function siteHeaders(assembly: Assembly, names: Names, s3: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [, resource] of resourcesOf(assembly, "AWS::CloudFront::ResponseHeadersPolicy")) {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = Policy.parse(
      resolveValue(resource.Properties, names),
    ).ResponseHeadersPolicyConfig;
    const csp = security.ContentSecurityPolicy?.ContentSecurityPolicy.replace(BUCKET_ADDRESS, s3);
    if (csp !== undefined) headers["content-security-policy"] = csp;
    if (security.ContentTypeOptions) headers["x-content-type-options"] = "nosniff";
    if (security.FrameOptions) headers["x-frame-options"] = security.FrameOptions.FrameOption;
    if (security.ReferrerPolicy) headers["referrer-policy"] = security.ReferrerPolicy.ReferrerPolicy;
    for (const { Header, Value } of custom.Items) headers[Header.toLowerCase()] = Value;
  }
  return headers;
}
