/** A row about attributes, user pools, quotas or the provider that no rule checks, and why. */
export interface NotARule {
  readonly id: string;
  readonly how: "construction" | "schema" | "provider" | "not decidable" | "information" | "not in the grammar";
  readonly because: string;
}

/** Rows of these families without a rule of their own. */
export const poolNotRules: readonly NotARule[] = [
  {
    id: "ATT-06",
    how: "construction",
    because: "both attribute lists are always written, so none is left over from the state",
  },
  {
    id: "ATT-10",
    how: "information",
    because: "an immutable custom attribute may be in a write list: it is set once, at sign-up",
  },
  { id: "SCH-04", how: "schema", because: "the type is one of String, Number, DateTime and Boolean" },
  {
    id: "SCH-10",
    how: "construction",
    because: "attributes are the keys of a map, and SCH-03 allows one spelling of each",
  },
  { id: "SCH-11", how: "construction", because: "every String and Number is written with its constraints" },
  { id: "SCH-13", how: "information", because: "a new custom attribute is added in place" },
  {
    id: "SCH-26",
    how: "not in the grammar",
    because:
      "developer_only_attribute makes a dev: attribute, which users can neither read nor write and no token carries; AWS recommends leaving attributes out of the clients' writeAttributes instead, and no attribute can ever be removed",
  },
  { id: "SCH-18", how: "schema", because: "alias, username and verified attributes are closed sets" },
  {
    id: "SCH-21",
    how: "construction",
    because: "username_configuration has case_sensitive, or an adopted pool has neither",
  },
  { id: "SCH-22", how: "information", because: "ID tokens hold custom attributes as text, whatever their type" },
  {
    id: "POOL-02",
    how: "information",
    because: "a new name replaces the pool up to provider 6.5, and is in place since",
  },
  { id: "POOL-12", how: "information", because: "Terraform destroys the domain before the pool that it refers to" },
  { id: "POOL-14", how: "information", because: "the same as SCH-20" },
  {
    id: "MFA-03",
    how: "information",
    because: "why MFA-01, MFA-02, MFA-04 and MFA-05 matter so much: AWS refuses them when the pool already exists",
  },
  { id: "MFA-07", how: "construction", because: "mfa_configuration is always written" },
  { id: "TIER-01", how: "schema", because: "a closed set; of a variable, the AWS provider checks the value at plan" },
  { id: "TIER-02", how: "construction", because: "the tier is always written" },
  { id: "TIER-05", how: "not decidable", because: "which tier the pool had is known to the state alone" },
  { id: "ADD-01", how: "schema", because: "a closed set; of a variable, the AWS provider checks the value at plan" },
  { id: "DOM-08", how: "schema", because: "the version is 1 or 2; what 2 needs is in TIER-03 and BRD-06" },
  {
    id: "NEW-01",
    how: "not in the grammar",
    because:
      "the AWS provider has no arguments yet for customer managed keys, issuer type, End User Messaging, the inbound federation trigger, dynamic client registration, authentication context classes, passkeys as multi-factor, TLS policy and failover of domains; an update resets them to their defaults (docs/review.md, What an apply resets)",
  },

  { id: "QUO-02", how: "not decidable", because: "pools of other configurations count as well" },
  { id: "QUO-05", how: "information", because: "the limit that RS-05 checks" },
  { id: "QUO-06", how: "information", because: "the limit that OAU-08 checks" },
  { id: "QUO-07", how: "information", because: "the limit that OAU-14 checks" },
  { id: "QUO-09", how: "not in the grammar", because: "the AWS provider has no terms documents" },
  { id: "QUO-10", how: "information", because: "the limit that SCH-01 checks" },
  { id: "QUO-11", how: "not decidable", because: "groups are also created at run time" },
  { id: "QUO-12", how: "information", because: "the limit that DOM-04 checks, as far as one file can tell" },
  { id: "QUO-13", how: "information", because: "the limit that IDP-08 checks" },
  { id: "QUO-14", how: "information", because: "the limit that IDP-01 checks" },
  { id: "QUO-15", how: "schema", because: "logDelivery has one key for each of the two sources of events" },
  { id: "QUO-16", how: "provider", because: "RISK-01 says it as well" },
  {
    id: "QUO-17",
    how: "not in the grammar",
    because: "AWS allows two active secrets for each client; the AWS provider manages only the one that AWS generates",
  },
  ...["RATE-01", "RATE-02", "RATE-03"].map(
    (id): NotARule => ({
      id,
      how: "information",
      because: "15 calls a second for the whole account; RATE-04 is the limit that a pool meets first",
    }),
  ),
  { id: "RATE-05", how: "information", because: "about sign-in at run time" },
  { id: "RATE-06", how: "information", because: "about sign-in at run time" },
  { id: "RATE-07", how: "information", because: "the AWS provider tries again by itself" },
  { id: "RATE-08", how: "information", because: "the AWS provider tries again for 2 minutes" },

  {
    id: "RS-07",
    how: "information",
    because: "a scope that clients ask for and its resource server lacks is found on the clients, by OAU-10",
  },
  {
    id: "IDP-09",
    how: "information",
    because: "details that AWS adds show up in every plan until they are declared or ignored",
  },
  { id: "IDP-10", how: "not decidable", because: "whether there was a mapping before is known to the state alone" },
  { id: "BRD-01", how: "construction", because: "a style has its settings, or those that Cognito provides" },
  { id: "BRD-02", how: "construction", because: "a client has one style" },
  {
    id: "BRD-05",
    how: "information",
    because: "a refresh reads every client of the pool for each of its styles, at the request rate of RATE-04",
  },
  { id: "BRD-03", how: "information", because: "the limit that QUO-08 checks" },
  {
    id: "LOG-01",
    how: "schema",
    because: "the level follows from the source of events, and userNotification takes nothing but a log group",
  },
  { id: "LOG-03", how: "schema", because: "the same as QUO-15; userAuthEvents takes one destination" },
  { id: "PRV-01", how: "not in the grammar", because: "clients that AWS made are managed elsewhere" },
  { id: "PRV-02", how: "information", because: "why plan needs no AWS credentials" },

  { id: "DRIFT-01", how: "construction", because: "both rotation fields are always written" },
  { id: "DRIFT-02", how: "construction", because: "all three token units are always written" },
  { id: "DRIFT-03", how: "information", because: "the same as IDP-09" },
  { id: "DRIFT-04", how: "construction", because: "the same as SCH-11" },
  { id: "DRIFT-05", how: "construction", because: "the output `domain` refers to the domain itself, not to the pool" },
  { id: "DRIFT-06", how: "construction", because: "the same as TIER-02" },
  { id: "DRIFT-07", how: "information", because: "change clients through Terraform alone" },
  { id: "DRIFT-08", how: "information", because: "the same as RATE-08" },
  {
    id: "DRIFT-09",
    how: "not decidable",
    because: "whether a client was imported is known to the state alone; prevent_destroy refuses the replacement",
  },
  {
    id: "DRIFT-10",
    how: "construction",
    because: "scopes and providers of this configuration are references, so Terraform knows their order",
  },
];
