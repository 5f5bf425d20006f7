import { formatPath } from "../../config/problem";
import type { Path } from "../../model/source";
import type { BadExample, Example } from "../rule";

type PoolPart = NonNullable<Example["pool"]>;

/** An example that breaks a rule at this place of the pool `users`. */
export function badPool(pool: PoolPart, ...at: Path): BadExample {
  return { pool, at: formatPath(["pools", "users", ...at]) };
}

/** An example of a pool. */
export function goodPool(pool: PoolPart): Example {
  return { pool };
}

/** A pool that is managed elsewhere. */
export const EXISTING: PoolPart = { existing: { userPoolId: "eu-west-1_Ab3dEf6h1" } };

/** What sends e-mail from an account of one's own. */
export const SES = {
  emailConfiguration: {
    emailSendingAccount: "DEVELOPER",
    sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
  },
} as const satisfies PoolPart;

/** The certificate of a custom domain. */
export const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000";

/** What sends SMS. */
export const SMS = {
  smsConfiguration: { externalId: "users", snsCallerArn: "arn:aws:iam::123456789012:role/sms" },
} as const satisfies PoolPart;

/** Sign-in by Google, with this mapping. */
export function google(attributeMapping: Readonly<Record<string, string>>): PoolPart {
  return {
    identityProviders: {
      Google: {
        providerType: "Google",
        providerDetails: { client_id: "id", client_secret: "secret", authorize_scopes: "openid email" },
        attributeMapping,
      },
    },
  };
}

/** So many items under keys `<prefix>0`, `<prefix>1`, ... */
export function many<T>(count: number, prefix: string, item: T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, item]));
}
