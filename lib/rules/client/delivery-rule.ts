import type { ClientModel, PoolModel } from "../../model/model";
import { isOpen, type Text } from "../../model/value";
import { type Claim, conditionOf } from "../language/claims";
import { revealed } from "../language/expressions";
import type { Field } from "../language/fields";
import type { Statement } from "../language/statements";
import type { ClientRule, RuleText, Violation } from "../rule";

/** Where credentials are delivered to: the key in the config, what Terraform calls it, and the text of its name. */
export const DELIVERIES = {
  secretsManager: {
    part: "secret",
    at: ["deliver", "secretsManager", "name"],
    name: ({ deliver }: ClientModel) => deliver?.secretsManager?.name,
    over: (self: string) => `try(${self}.secret.name, "")`,
  },
  ssm: {
    part: "parameters",
    at: ["deliver", "ssm", "prefix"],
    name: ({ deliver }: ClientModel) => deliver?.ssm?.prefix,
    over: (self: string) => `try(trimsuffix(${self}.parameters.secret.name, "/client-secret"), "")`,
  },
} as const;
export type DeliveryKind = keyof typeof DELIVERIES;

/** The client's credentials are delivered there. */
export function isDelivered(kind: DeliveryKind): Statement<ClientModel> {
  const { part } = DELIVERIES[kind];
  return {
    holds: ({ deliver }) => deliver?.[kind] !== undefined,
    // Not whether the part is null: that is sensitive, as the resource has sensitive arguments.
    over: (self) => `${self}.has_${part}`,
  };
}

/** No secret is in the state of `self.version`, where the AWS provider reads one that is write-only as an empty text. */
export const STORES_NO_TEXT = revealed("try(length(self.version.secret_string), 0) == 0");

/** A text of a delivery, as the config has it and as Terraform plans it. */
export function deliveredText(of: (client: ClientModel) => Text | undefined, over: Field<ClientModel>["over"]) {
  return { of: (client: ClientModel) => closed(of(client)), over };
}

function closed(text: Text | undefined): string | null | undefined {
  return isOpen(text) ? undefined : (text ?? null);
}

interface DeliveryRuleDefinition extends Omit<RuleText, "since"> {
  /** What must hold of a client that is delivered, said once for the check and for Terraform. */
  readonly claims?: readonly Claim<ClientModel>[] | ((pool: PoolModel) => readonly Claim<ClientModel>[]);
  /** What is wrong beside the claims, which no plan shows. */
  readonly check?: (client: ClientModel, pool: PoolModel) => readonly Violation[];
  /** What only a hand can make wrong in the configuration that is written. */
  readonly byHand?: ClientRule["conditions"];
  readonly examples: ClientRule["examples"];
}

/** A rule about clients whose credentials are delivered, which Terraform evaluates over all that a delivery consists of. */
export function deliveryRule({ claims = [], check, byHand, ...rule }: DeliveryRuleDefinition): ClientRule {
  const claimsIn = typeof claims === "function" ? claims : () => claims;
  return {
    ...rule,
    since: "2.0",
    subject: "client",
    check: (client, pool) =>
      client.deliver === undefined
        ? []
        : [
            ...claimsIn(pool).flatMap(({ must, violations }) =>
              must.holds(client) === false ? violations(client) : [],
            ),
            ...(check?.(client, pool) ?? []).map((each) => ({ ...each, unplanned: true as const })),
          ],
    conditions: (pool) =>
      isAnyDelivered(pool)
        ? [
            ...claimsIn(pool).map(({ must, planMessage = () => [] }) => conditionOf("delivery", must, planMessage)),
            ...(byHand?.(pool) ?? []),
          ]
        : [],
  };
}

/** Whether the stack of a pool delivers credentials of some client. */
export function isAnyDelivered({ clients }: PoolModel): boolean {
  return clients.some(({ deliver }) => deliver !== undefined);
}
