import type { UserPoolModel } from "../../model/model";
import { known } from "../../model/value";
import { planText } from "../language/expressions";
import type { Violation } from "../rule";
import type { Guard } from "./pool-rule";

const FROM = "self.email_configuration[0].from_email_address";
const SOURCE_ARN = "self.email_configuration[0].source_arn";

/** The sender does not belong to the SES identity of `sourceArn`. */
export function foreignSender({ emailConfiguration }: UserPoolModel): Violation[] {
  const { fromEmailAddress, sourceArn } = emailConfiguration;
  const from = known(fromEmailAddress);
  const identity = known(sourceArn)?.split(":identity/")[1];
  if (from === undefined || identity === undefined || covers(plain(identity), plain(addressOf(from)))) return [];
  return [
    {
      at: ["emailConfiguration", "fromEmailAddress"],
      message: `${addressOf(from)} does not belong to ${identity}, the SES identity of sourceArn`,
      fix: identity.includes("@") ? `write ${identity}` : `write an address of ${identity} or a subdomain of it`,
    },
  ];
}

/** The same over the user pool. */
export function senderGuard({ emailConfiguration }: UserPoolModel): Guard | undefined {
  if (emailConfiguration.fromEmailAddress === undefined || emailConfiguration.sourceArn === undefined) return undefined;
  const address = `lower(try(regex("<([^<>]*)>$", ${FROM})[0], ${FROM}))`;
  const identity = `lower(split(":identity/", ${SOURCE_ARN})[1])`;
  const isAddress = `contains([${address}, replace(${address}, "/\\\\+[^@]*@/", "@")], ${identity})`;
  const isWithin = `endswith(${address}, "@\${${identity}}") || endswith(${address}, ".\${${identity}}")`;
  return {
    expression: `try(strcontains(${identity}, "@") ? ${isAddress} : ${isWithin}, true)`,
    planMessage: planText`sender ${`jsonencode(try(${FROM}, null))`} must belong to the SES identity ${`jsonencode(try(${SOURCE_ARN}, null))`}`,
  };
}

/** A domain covers its addresses and those of its subdomains, an address itself, with whatever label after a `+`. */
function covers(identity: string, address: string): boolean {
  return identity.includes("@")
    ? [address, address.replace(/\+[^@]*@/g, "@")].includes(identity)
    : address.endsWith(`@${identity}`) || address.endsWith(`.${identity}`);
}

/** The address in `Name <address>`. */
function addressOf(from: string): string {
  return /<([^<>]*)>$/.exec(from)?.[1] ?? from;
}

function plain(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
