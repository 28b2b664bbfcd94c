import { Duration, Fn, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { AccountRecovery, Mfa, OAuthScope, UserPool } from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** What the console must know to let somebody sign in; served as `/console/config.json`. */
export type SignIn = {
  readonly issuer: string;
  readonly clientId: string;
  /** Present with a user pool; with any other issuer the console asks its discovery document. */
  readonly login?: string;
};

type StaffProps = Pick<Settings, "oidcIssuer" | "oidcAudience" | "loginDomain" | "localConsole" | "removal">;

/**
 * Who staff are. A user pool of our own, where accounts are made by an administrator and groups are called
 * `<org>:<role>`; or, when one is given, any OIDC issuer whose tokens carry the same groups.
 */
export class Staff extends Construct {
  /** Where tokens are fetched. */
  readonly origin: string;
  readonly #pool: UserPool | undefined;
  readonly #props: StaffProps;

  constructor(scope: Construct, id: string, props: StaffProps) {
    super(scope, id);
    this.#props = props;
    if (props.oidcIssuer !== undefined) {
      this.origin = new URL(props.oidcIssuer).origin;
      return;
    }
    const trial = props.removal === "destroy";
    this.#pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Staff see customers' addresses and photos: a password alone is not enough.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      deletionProtection: !trial,
      removalPolicy: trial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    const stack = Stack.of(this);
    const domainPrefix = props.loginDomain ?? Fn.join("", ["aftercare-", stack.account]);
    this.#pool.addDomain("Login", { cognitoDomain: { domainPrefix } });
    this.origin = `https://${domainPrefix}.auth.${stack.region}.amazoncognito.com`;
  }

  /** Lets the console at this address sign people in, and the API believe the tokens. */
  admit(address: string): { readonly authorizer: IHttpRouteAuthorizer; readonly signIn: SignIn } {
    const { oidcIssuer, oidcAudience, localConsole } = this.#props;
    if (this.#pool === undefined) {
      const [issuer, clientId] = [oidcIssuer ?? "", oidcAudience ?? ""];
      return { authorizer: this.#authorizer(issuer, clientId), signIn: { issuer, clientId } };
    }
    const consoles = [`${address}/console/`, ...(localConsole === undefined ? [] : [localConsole])];
    const client = this.#pool.addClient("Console", {
      // A page cannot keep a secret: the code flow with PKCE needs none.
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: consoles,
        logoutUrls: consoles,
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // A long working day.
      refreshTokenValidity: Duration.hours(12),
    });
    const issuer = this.#pool.userPoolProviderUrl;
    const clientId = client.userPoolClientId;
    return { authorizer: this.#authorizer(issuer, clientId), signIn: { issuer, clientId, login: this.origin } };
  }

  #authorizer(issuer: string, audience: string): IHttpRouteAuthorizer {
    return new HttpJwtAuthorizer("Staff", issuer, { jwtAudience: [audience] });
  }
}
