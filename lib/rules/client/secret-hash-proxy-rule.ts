import type { ClientModel, EnvironmentModel, PoolModel } from "../../model/model";
import { type COMMON_SETTINGS, proxyOf } from "../../model/secret-hash-proxy";
import { isOpen, known } from "../../model/value";
import { expressionOf, plain, planText } from "../language/expressions";
import { all, not } from "../language/statements";
import type { TextClause } from "../language/text-clauses";
import type { ClientRule, Condition, RuleText, Validation, Violation } from "../rule";

/** What the planned distribution has of each setting: a Terraform expression, a list of texts. AWS takes an empty text for none. */
export const PLANNED: Readonly<Record<Setting, string>> = {
  domain: "try([for host in self.distribution.aliases : host], [])",
  certificateArn: "compact([try(self.distribution.viewer_certificate[0].acm_certificate_arn, null)])",
  webAclArn: "compact([self.distribution.web_acl_id])",
};
type Setting = (typeof COMMON_SETTINGS)[number];

interface ProxyRuleDefinition extends Omit<RuleText, "since"> {
  /** What is wrong with a client behind the proxy. */
  readonly check: (client: ClientModel, pool: PoolModel) => readonly Violation[];
  /** The same of the planned resources of the proxy. Default nothing: no plan shows it. */
  readonly planned?: (pool: PoolModel) => readonly Omit<Condition, "on">[];
  readonly validation?: ClientRule["validation"];
  readonly examples: ClientRule["examples"];
}

/** A rule about clients behind the proxy, which Terraform evaluates over the distribution and the secret that they share. */
export function proxyRule({ check, planned, ...rule }: ProxyRuleDefinition): ClientRule {
  return {
    ...rule,
    since: "2.0",
    subject: "client",
    check: (client, pool) => (client.secretHashProxy === undefined ? [] : check(client, pool)),
    ...(planned && {
      conditions: (pool) =>
        proxyOf(pool) === undefined ? [] : planned(pool).map((each): Condition => ({ on: "proxy", ...each })),
    }),
  };
}

interface SettingRuleDefinition extends Omit<ProxyRuleDefinition, "check" | "planned" | "validation"> {
  readonly setting: Setting;
  /** What the text must meet, in the order in which it is asked. */
  readonly clauses: (environment: EnvironmentModel) => readonly TextClause[];
}

/**
 * A rule about one text of the proxy, said once of the first client that writes it. Terraform evaluates it over the
 * distribution, and over a variable that holds it.
 */
export function settingRule({ setting, clauses, ...rule }: SettingRuleDefinition): ClientRule {
  const words = plain(`${setting} of the SECRET_HASH proxy`);
  return proxyRule({
    ...rule,
    check: (client, pool) => {
      const given = known(client.secretHashProxy?.[setting]);
      if (given === undefined || ownerOf(setting, pool) !== client) return [];
      const failing = clauses(pool.environment).find(({ statement }) => statement.holds(given) === false);
      if (failing === undefined) return [];
      const { message, fix } = failing;
      const isPlanned = given !== "" || setting === "domain";
      return [
        {
          at: ["secretHashProxy", setting],
          message: `${setting} ${message(given)}`,
          ...(fix && { fix }),
          ...(!isPlanned && { unplanned: true as const }),
        },
      ];
    },
    planned: ({ environment }) => {
      const must = clauses(environment);
      const statement = all(...must.map((each) => each.statement));
      const text = PLANNED[setting];
      const failing = `join(", ", [for text in ${text} : jsonencode(text) if ${not(statement).over("text")}])`;
      return [
        {
          expression: `alltrue([for text in ${text} : ${statement.over("text")}])`,
          message: planText`${words} ${failing} must be ${plain(demanded(must))}`,
        },
      ];
    },
    validation: ({ secretHashProxy }, { environment }): Validation | undefined => {
      const value = secretHashProxy?.[setting];
      const expression = isOpen(value) ? expressionOf(value) : undefined;
      if (expression === undefined) return undefined;
      const must = clauses(environment);
      return {
        expression: all(...must.map(({ statement }) => statement)).over(expression),
        message: planText`${words} must be ${plain(demanded(must))}`,
      };
    },
  });
}

function demanded(clauses: readonly TextClause[]): string {
  return clauses.map(({ demand }) => demand).join(", ");
}

/** The client whose setting the proxy has. */
function ownerOf(setting: Setting, pool: PoolModel): ClientModel | undefined {
  return proxyOf(pool)?.clients.find(({ secretHashProxy }) => secretHashProxy?.[setting] !== undefined);
}
