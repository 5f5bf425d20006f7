import type { AttributeType } from "./values";

/** One standard attribute of every user pool. */
export interface StandardAttribute {
  readonly type: AttributeType;
  /** The OpenID scope whose claim it is. */
  readonly scope?: "profile" | "email" | "phone" | "address";
  /** A client can have it in `write_attributes`. */
  readonly writable: boolean;
  /** A pool can declare it in `schema`. */
  readonly declarable: boolean;
  /** Length that AWS gives a `String` attribute when the schema names none. */
  readonly length?: readonly [min: number, max: number];
}

/** Length of a `String` attribute, in characters, where the schema says nothing; also the widest that AWS takes. */
export const DEFAULT_LENGTH = [0, 2048] as const;

const text = { type: "String", writable: true, declarable: true, length: DEFAULT_LENGTH } as const;
const profile = { ...text, scope: "profile" } as const;

/**
 * Every standard attribute that a client's permissions or a pool's schema can name.
 * `sub` is left out: each token and each `GetUser` carries it whatever the permissions say.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const STANDARD_ATTRIBUTES: Readonly<Record<string, StandardAttribute>> = {
  address: { ...text, scope: "address" },
  birthdate: { ...profile, length: [10, 10] },
  email: { ...text, scope: "email" },
  email_verified: { type: "Boolean", scope: "email", writable: false, declarable: false },
  family_name: profile,
  gender: profile,
  given_name: profile,
  locale: profile,
  middle_name: profile,
  name: profile,
  nickname: profile,
  phone_number: { ...text, scope: "phone" },
  phone_number_verified: { type: "Boolean", scope: "phone", writable: false, declarable: false },
  picture: profile,
  preferred_username: profile,
  profile,
  updated_at: { type: "Number", scope: "profile", writable: true, declarable: true },
  website: profile,
  zoneinfo: profile,
};

/** All that a client can be allowed to read. */
export const READABLE_ATTRIBUTES: readonly string[] = Object.keys(STANDARD_ATTRIBUTES);

/** All that a client can be allowed to write. */
export const WRITABLE_ATTRIBUTES: readonly string[] = READABLE_ATTRIBUTES.filter(
  (name) => STANDARD_ATTRIBUTES[name]?.writable,
);

/** Scopes under which attributes are grouped in `readAttributes` and `writeAttributes`. */
export const ATTRIBUTE_SCOPES = ["profile", "email", "phone", "address"] as const;
export type AttributeScope = (typeof ATTRIBUTE_SCOPES)[number];

/** The attributes whose claims a scope carries. */
export function attributesOfScope(scope: AttributeScope): readonly string[] {
  return READABLE_ATTRIBUTES.filter((name) => STANDARD_ATTRIBUTES[name]?.scope === scope);
}

/** The prefix of a custom attribute everywhere but in the pool's `schema`. */
export const CUSTOM_PREFIX = "custom:";
