import type { Judgement } from "./judge";
import type { Plan, ResourceChange } from "./plan-file";

/** Blocks of a user pool that stay in AWS when they leave the configuration: the provider plans the old ones again. */
const KEPT: readonly { readonly block: string; readonly what: string; readonly fix: string }[] = [
  {
    block: "email_mfa_configuration",
    what: "e-mail as a second factor stays as it is",
    fix: "turn it off in AWS, by SetUserPoolMfaConfig or in the console",
  },
  {
    block: "sms_configuration",
    what: "the role and Region of text messages stay as they are",
    fix: "take them away in AWS, by UpdateUserPool, or let them stay",
  },
];

/** What a pool has, and its configuration no longer says. */
export function keptBlocks({ address, change }: ResourceChange, plan: Plan): Judgement[] {
  const written = configurationOf(address, plan);
  if (written === undefined || change.before === null) return [];
  const isThere = (block: string) => [change.before, change.after].every((values) => count(values?.[block]) > 0);
  return KEPT.filter(({ block }) => !(block in written) && isThere(block)).map(({ what, fix }) => ({
    verdict: "noted",
    address,
    what,
    why: "the configuration no longer says it, and the AWS provider does not take it away",
    fix,
  }));
}

function count(blocks: unknown): number {
  return Array.isArray(blocks) ? blocks.length : 0;
}

/** The arguments that are written of a resource; nothing where the plan does not tell. */
function configurationOf(address: string, { configuration }: Plan): object | undefined {
  const steps = address.replace(/\[[^\]]*\]/g, "").split(".");
  const [name, type] = [steps.pop(), steps.pop()];
  const calls = steps.filter((_, index) => index % 2 === 1);
  const module = calls.reduce<Module | undefined>(
    (at, call) => at?.module_calls?.[call]?.module,
    configuration.root_module,
  );
  return module?.resources?.find((each) => each.type === type && each.name === name)?.expressions;
}

type Module = Plan["configuration"]["root_module"];
