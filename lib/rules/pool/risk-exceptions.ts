import { ipRange, overlap } from "../../cognito/ip-ranges";
import { isOpen, knownItems, type List } from "../../model/value";
import { claim } from "../language/claims";
import { type Field, listed } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide } from "../language/sources";
import { comparison } from "../language/statements";
import type { Rule, Violation } from "../rule";
import { badClientSettings, badSettings, goodSettings } from "./threat-protection-examples";
import { type Placed, setting, threatProtectionRule } from "./threat-protection-rule";

const threatGuide = guide("cognito-user-pool-settings-threat-protection");

const blocked = setting("exceptions.blocked", "risk_exception_configuration[0].blocked_ip_range_list", "[]");
const skipped = setting("exceptions.skipped", "risk_exception_configuration[0].skipped_ip_range_list", "[]");

/** The ranges of a list, each in its only spelling. */
const spelled = (list: string) => `[for range in ${list} : try(cidrsubnet(range, 0, 0), range)]`;

/** What is in both. */
const shared: Field<Placed> = {
  of: ({ settings }) => sharedRanges(settings.exceptions),
  over: (name) => `setintersection(${spelled(blocked.over(name))}, ${spelled(skipped.over(name))})`,
};

/** IP addresses that are judged otherwise. */
export const riskExceptionRules: readonly Rule[] = [
  threatProtectionRule({
    id: "RISK-08",
    name: "risk-exceptions",
    since: "2.0",
    severity: "error",
    advises: true,
    title: "disallow an IP address range both in blocked and in skipped",
    why: "Sign-ins from it cannot be both blocked always and never judged. It is the same range in any spelling: 2001:db8::/32 and 2001:0db8::/32, 10.0.0.0/8 and 10.0.0.1/8. Of ranges that overlap AWS does not say which list counts for the addresses that they share.",
    fix: "remove it from one of the lists",
    source: [api("RiskExceptionConfigurationType"), threatGuide],
    claims: [
      claim<Placed>(
        comparison(
          ({ settings }) => areDisjoint(settings.exceptions),
          (name) => `length(${shared.over(name)}) == 0`,
          (name) => `length(${shared.over(name)}) > 0`,
        ),
        ["exceptions", "skipped"],
        say`IP address range ${listed(shared)} is both in blocked and in skipped`,
      ),
    ],
    check: ({ settings }) => overlaps(settings.exceptions),
    examples: () => ({
      bad: [
        badSettings(
          { exceptions: { blocked: ["192.0.2.0/24"], skipped: ["198.51.100.0/24", "192.0.2.0/24"] } },
          "exceptions",
          "skipped",
        ),
        badClientSettings(
          { exceptions: { blocked: ["192.0.2.0/24"], skipped: ["192.0.2.0/24"] } },
          "exceptions",
          "skipped",
        ),
        ...[
          ["2001:db8::/32", "2001:0DB8:0:0::/32"],
          ["2001:db8::/32", "2001:db8:0:1::1/32"],
          ["10.0.0.0/8", "10.0.0.1/8"],
          ["10.0.0.0/8", "::ffff:10.1.0.0/104"],
        ].map(([one = "", other = ""]) =>
          badSettings({ exceptions: { blocked: [one], skipped: [other] } }, "exceptions", "skipped"),
        ),
        badSettings({ exceptions: { blocked: ["10.0.0.0/8"], skipped: ["10.1.0.0/16"] } }, "exceptions", "skipped", 0),
        badSettings(
          { exceptions: { blocked: ["2001:db8::1/128"], skipped: ["192.0.2.0/24", "::/0"] } },
          "exceptions",
          "skipped",
          1,
        ),
      ],
      good: [
        goodSettings({ exceptions: { blocked: ["192.0.2.0/24"], skipped: ["198.51.100.0/24"] } }),
        goodSettings({ exceptions: { blocked: { var: "blocked" }, skipped: ["198.51.100.0/24"] } }),
        goodSettings({ exceptions: { blocked: ["10.0.0.0/9"], skipped: ["10.128.0.0/9", "::a00:0/104"] } }),
      ],
    }),
  }),
];

/** Whether no range is in both lists; `undefined` while a variable decides. */
function areDisjoint(exceptions: Placed["settings"]["exceptions"]): boolean | undefined {
  const [one, other] = [exceptions?.blocked ?? [], exceptions?.skipped ?? []];
  if (sharedRanges(exceptions).length > 0) return false;
  const isCertain = (list: List) => !isOpen(list) && !list.some(isOpen);
  const isEmpty = (list: List) => !isOpen(list) && list.length === 0;
  return (isCertain(one) && isCertain(other)) || isEmpty(one) || isEmpty(other) ? true : undefined;
}

/** The ranges that are certainly in both lists. */
function sharedRanges(exceptions: Placed["settings"]["exceptions"]): readonly string[] {
  const others = knownItems(exceptions?.skipped).map(spelling);
  return [...new Set(knownItems(exceptions?.blocked).map(spelling))].filter((range) => others.includes(range));
}

function spelling(text: string): string {
  return ipRange(text)?.text ?? text;
}

/** Ranges that have addresses in common with others of the other list, and are not the same. */
function overlaps(exceptions: Placed["settings"]["exceptions"]): Violation[] {
  const list = exceptions?.skipped ?? [];
  const others = knownItems(exceptions?.blocked);
  return (isOpen(list) ? [] : list).flatMap((item, index) => {
    const range = isOpen(item) ? undefined : ipRange(item);
    if (range === undefined) return [];
    const found = others.map(ipRange).filter((other) => other !== undefined);
    const common = found.find((other) => other.text !== range.text && overlap(range, other));
    return common === undefined
      ? []
      : [
          {
            at: ["exceptions", "skipped", index],
            message: `${range.text} has addresses of ${common.text}, which is in blocked; AWS does not say which list counts for them`,
            fix: "write ranges that have no address in common",
            severity: "warning",
          },
        ];
  });
}
