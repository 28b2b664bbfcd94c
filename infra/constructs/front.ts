import { Duration, Fn, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { edgeFunction } from "./edge.ts";
import type { Settings } from "./settings.ts";

type FrontProps = {
  readonly api: HttpApi;
  readonly web: IBucket;
  /** Where the console fetches its tokens, beside our own address. */
  readonly signIn: string;
} & Pick<Settings, "domain" | "certificateArn">;

/** One address for everything: static files from the web bucket, all else from the API. It costs nothing while idle. */
export class Front extends Construct {
  /** `https://…`, without a slash at the end. */
  readonly address: string;

  constructor(scope: Construct, id: string, { api, web, signIn, domain, certificateArn }: FrontProps) {
    super(scope, id);
    const secure = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS } as const;
    const files: BehaviorOptions = {
      ...secure,
      origin: S3BucketOrigin.withOriginAccessControl(web),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: this.#headers(signIn),
      functionAssociations: [
        {
          function: edgeFunction(this, "FindPage", "findPage"),
          eventType: FunctionEventType.VIEWER_REQUEST,
        },
      ],
    };
    const { region, urlSuffix } = Stack.of(this);
    const distribution = new Distribution(this, "Distribution", {
      comment: "Aftercare",
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(domain === undefined || certificateArn === undefined
        ? {}
        : { domainNames: [domain], certificate: Certificate.fromCertificateArn(this, "Certificate", certificateArn) }),
      defaultBehavior: {
        ...secure,
        origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
          readTimeout: Duration.seconds(30),
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Answers are about one person: nothing of the API is kept at the edge.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        functionAssociations: [
          { function: edgeFunction(this, "KeepHost", "keepHost"), eventType: FunctionEventType.VIEWER_REQUEST },
        ],
      },
      additionalBehaviors: { "/console/*": files, "/docs/*": files, "/assets/*": files },
    });
    this.address =
      domain === undefined ? Fn.join("", ["https://", distribution.distributionDomainName]) : `https://${domain}`;
  }

  /**
   * For static files; pages and API answers bring their own. Photos come straight from S3, and inspectors' go there. The bucket is not named: it
   * trusts this address for uploads already, and the two cannot each wait for the other to exist.
   */
  #headers(signIn: string): ResponseHeadersPolicy {
    const { region, urlSuffix } = Stack.of(this);
    const photos = `https://*.s3.${region}.${urlSuffix}`;
    const contentSecurityPolicy = [
      "default-src 'self'",
      `connect-src 'self' ${signIn} ${photos}`,
      `img-src 'self' data: blob: ${photos}`,
      "style-src 'self' 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; ");
    return new ResponseHeadersPolicy(this, "Headers", {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    });
  }
}
