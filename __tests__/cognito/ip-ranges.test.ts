import fc from "fast-check";
import { ipRange, overlap } from "../../lib/cognito/ip-ranges";
import { evaluate } from "../support/evaluate";
import { describeTerraform } from "../support/terraform";

describe("a range of IP addresses", () => {
  test.each([
    ["10.0.0.1/8", "10.0.0.0/8"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["255.255.255.255/32", "255.255.255.255/32"],
    ["2001:0db8:0:0::/32", "2001:db8::/32"],
    ["2001:DB8:0:0:1:0:0:1/128", "2001:db8::1:0:0:1/128"],
    ["2001:db8:0:1:1:1:1:1/128", "2001:db8:0:1:1:1:1:1/128"],
    ["::1/0", "::/0"],
    ["::ffff:10.1.2.3/104", "10.0.0.0/8"],
    ["::ffff:a01:203/120", "10.1.2.0/24"],
    ["::10.0.0.0/104", "::a00:0/104"],
  ])("%s is %s", (text, range) => {
    expect(ipRange(text)?.text).toBe(range);
  });

  test.each(["", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "2001:db8::/129", "fe80::1%eth0/64", "x/8", "10.0.0.0/8/8"])(
    "%j is none",
    (text) => {
      expect(ipRange(text)).toBeUndefined();
    },
  );

  test.each([
    ["10.0.0.0/8", "10.255.255.255/32", true],
    ["10.0.0.0/9", "10.128.0.0/9", false],
    ["::/0", "2001:db8::1/128", true],
    ["::/0", "10.0.0.0/8", false],
    ["2001:db8::/33", "2001:db8:8000::/33", false],
  ])("%s and %s overlap: %j", (one, other, expected) => {
    const [a, b] = [ipRange(one), ipRange(other)];
    expect(a && b && [overlap(a, b), overlap(b, a)]).toEqual([expected, expected]);
  });
});

describeTerraform("a range of IP addresses", () => {
  test("is spelled as Terraform spells it", async () => {
    const range = fc.oneof(
      fc.tuple(fc.ipV4(), fc.nat(32)).map((parts) => parts.join("/")),
      fc.tuple(fc.ipV6(), fc.nat(128)).map((parts) => parts.join("/")),
      fc.tuple(fc.ipV4(), fc.nat(128)).map(([address, length]) => `::ffff:${address}/${length}`),
    );
    const ranges = fc.sample(range, 500).map((text) => ({ text, spelled: ipRange(text)?.text ?? "none" }));
    const questions = ranges.map((_, index) => ({
      model: 0,
      self: ["ranges", `${index}`],
      expression: "cidrsubnet(self.text, 0, 0) == self.spelled",
      message: "",
    }));
    const answers = await evaluate(
      "object({ ranges = map(object({ text = string, spelled = string })) })",
      [{ ranges: Object.fromEntries(ranges.map((each, index) => [`${index}`, each])) }],
      questions,
    );
    expect(ranges.filter((_, index) => !answers[index]?.holds)).toEqual([]);
  });
});
