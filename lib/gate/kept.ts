import { quoted } from "../text/quoted";
import { CLIENT, POOL } from "./belonging";
import type { Judgement } from "./judge";
import type { Plan, ResourceChange } from "./plan-file";

type Values = Readonly<Record<string, unknown>>;

/** A block of a resource, an argument in it, or an argument of the resource itself. */
interface Place {
  readonly block?: string;
  readonly argument?: string;
  /** Whether the argument is a block itself. */
  readonly isBlock?: true;
}

/** What stays in AWS when it leaves the configuration: the provider plans the old value again. */
interface Kept {
  readonly resource: string;
  /** Where it stands: in any of these places, which AWS takes for the same. */
  readonly places: readonly Place[];
  readonly what: (value: string) => string;
  readonly fix: string;
  /** Whether there is nothing to say: AWS does the same without it, it is told elsewhere, or it may be written. */
  readonly isQuiet?: (value: string, of: Values, written: Values) => boolean;
}

const VERIFICATION_TEXTS: Readonly<Record<string, { readonly words: string; readonly alias?: string }>> = {
  email_message: { words: "text of verification e-mails", alias: "email_verification_message" },
  email_subject: { words: "subject of verification e-mails", alias: "email_verification_subject" },
  email_message_by_link: { words: "text of verification e-mails with a link" },
  email_subject_by_link: { words: "subject of verification e-mails with a link" },
  sms_message: { words: "text of verification messages to phones", alias: "sms_verification_message" },
};

const KEPT: readonly Kept[] = [
  {
    resource: POOL,
    places: [{ block: "email_mfa_configuration" }],
    what: () => "e-mail as a second factor stays as it is",
    fix: "turn it off in AWS, by SetUserPoolMfaConfig or in the console",
  },
  {
    resource: POOL,
    places: [{ block: "sms_configuration" }],
    what: () => "the role and Region of text messages stay as they are",
    fix: "take them away in AWS, by UpdateUserPool, or let them stay",
  },
  {
    resource: POOL,
    places: [{ block: "sms_configuration", argument: "sns_region" }],
    what: (region) => `text messages still go out in Region ${region}`,
    fix: "write the Region that is meant as snsRegion",
    isQuiet: (region, { arn }, written) =>
      !("sms_configuration" in written) || (typeof arn === "string" && arn.split(":")[3] === region),
  },
  {
    resource: POOL,
    places: [
      { block: "lambda_config", argument: "pre_token_generation_config", isBlock: true },
      { block: "lambda_config", argument: "pre_token_generation" },
    ],
    what: () => "the trigger before token generation stays: its function still runs at every sign-in",
    fix: "take it away in AWS, by UpdateUserPool or in the console, and only then remove the function",
    // Without its block the trigger would go: the block must be a dynamic one.
    isQuiet: (_, __, written) => !("lambda_config" in written),
  },
  ...Object.entries(VERIFICATION_TEXTS).map(
    ([argument, { words, alias }]): Kept => ({
      resource: POOL,
      places: [{ block: "verification_message_template", argument }, ...(alias ? [{ argument: alias }] : [])],
      what: () => `the ${words} stays as it is`,
      fix: "write the text that is meant in verificationMessage",
    }),
  ),
  {
    resource: CLIENT,
    places: [{ argument: "default_redirect_uri" }],
    what: (redirect) => `default redirect ${redirect} stays`,
    fix: "write the callback URL that is meant as defaultRedirectUri",
    isQuiet: (redirect, { callback_urls: callbacks }) => !Array.isArray(callbacks) || !callbacks.includes(redirect),
  },
];

/** What a pool or a client has, and its configuration no longer says. */
export function keptArguments({ type, address, change: { before, after } }: ResourceChange, plan: Plan): Judgement[] {
  const written = configurationOf(address, plan);
  if (written === undefined || before === null || after === null) return [];
  return KEPT.flatMap(({ resource, places, what, fix, isQuiet }): Judgement[] => {
    if (resource !== type || places.some((place) => mayBeSaid(place, written, after, address))) return [];
    const place = places.find((each) => isThere(each, before) && isThere(each, after));
    if (place === undefined) return [];
    const found = valueAt(place, after);
    const value = typeof found === "string" ? found : "";
    if (isQuiet?.(value, after, written)) return [];
    const why = "the configuration does not say it, a dynamic block aside, and the AWS provider does not take it away";
    return [{ verdict: "noted", address, what: what(quoted(value)), why, fix }];
  });
}

/** What stands in a place; of a block without an argument, its first one. */
function valueAt({ block, argument }: Place, values: Values): unknown {
  const holder = block === undefined ? values : (values[block] as readonly Values[] | undefined)?.[0];
  return argument === undefined ? holder : holder?.[argument];
}

function isThere(place: Place, values: Values): boolean {
  const value = valueAt(place, values);
  if (place.argument === undefined || place.isBlock) return Array.isArray(value) ? value.length > 0 : value != null;
  return typeof value === "string" && value !== "";
}

/**
 * Whether the configuration says something in a place: more than null and an empty text. In a module nobody can tell of
 * a block: plans leave `dynamic` ones out.
 */
function mayBeSaid(place: Place, written: Values, after: Values, address: string): boolean {
  const isMissing = place.block !== undefined && !(place.block in written);
  if (address.startsWith("module.") && (isMissing || place.isBlock)) return true;
  const expression = valueAt(place, written);
  if (expression === undefined || isEmpty((expression as Values | null)?.constant_value)) return false;
  return place.argument === undefined || !isEmpty(valueAt(place, after));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "";
}

/** The arguments that are written of a resource; nothing where the plan does not tell. */
function configurationOf(address: string, { configuration }: Plan): Values | undefined {
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
