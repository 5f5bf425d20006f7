import type { UserPoolModel } from "../../model/model";
import { known } from "../../model/value";
import { poolArgument } from "../language/arguments";
import { type Claim, claim } from "../language/claims";
import { quotedValue } from "../language/fields";
import { say } from "../language/phrases";
import type { Statement } from "../language/statements";

const from = poolArgument("emailConfiguration.fromEmailAddress");
const sourceArn = poolArgument("emailConfiguration.sourceArn");

/** The sender belongs to the SES identity of `sourceArn`. */
export function senderClaims({ emailConfiguration }: UserPoolModel): readonly Claim<UserPoolModel>[] {
  if (emailConfiguration.fromEmailAddress === undefined || emailConfiguration.sourceArn === undefined) return [];
  const identity = known(emailConfiguration.sourceArn)?.split(":identity/")[1] ?? "";
  return [
    claim(
      isOfIdentity,
      ["emailConfiguration", "fromEmailAddress"],
      say`sender ${quotedValue(from)} does not belong to the SES identity of sourceArn, ${quotedValue(sourceArn)}`,
      identity.includes("@") ? `write ${identity}` : `write an address of ${identity} or a subdomain of it`,
    ),
  ];
}

const isOfIdentity: Statement<UserPoolModel> = {
  holds: ({ emailConfiguration }) => {
    const sender = known(emailConfiguration.fromEmailAddress);
    const identity = known(emailConfiguration.sourceArn)?.split(":identity/")[1];
    return sender === undefined || identity === undefined || covers(plain(identity), plain(addressOf(sender)));
  },
  over: (name) => {
    const sender = from.over(name);
    const address = `lower(try(regex("<([^<>]*)>$", ${sender})[0], ${sender}))`;
    const identity = `lower(split(":identity/", ${sourceArn.over(name)})[1])`;
    const isAddress = `contains([${address}, replace(${address}, "/\\\\+[^@]*@/", "@")], ${identity})`;
    const isWithin = `endswith(${address}, "@\${${identity}}") || endswith(${address}, ".\${${identity}}")`;
    return `try(strcontains(${identity}, "@") ? ${isAddress} : ${isWithin}, true)`;
  },
};

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
