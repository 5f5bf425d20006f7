import { printable } from "../../lib/text/printable";
import { HOSTILE, hostileConfig } from "./hostile";
import { reportOf, type WrittenReport } from "./support";

let report: WrittenReport;
beforeAll(async () => {
  report = await reportOf(hostileConfig());
});

test("text of the config is text in the JSON", () => {
  const { estate } = report;
  const [users, ...pools] = estate.stacks;
  expect(users?.clients.map(({ name }) => name)).toEqual(HOSTILE);
  expect(users?.clients.map(({ acknowledged }) => acknowledged["FLOW-06"])).toEqual(HOSTILE);
  const reasons = estate.findings.flatMap(({ acknowledged = [] }) => acknowledged);
  expect(reasons).toEqual(HOSTILE);
  expect(
    pools.map(({ settings, webAcl, domains, logs, resourceServers, clients: [delivered, proxied] }) => [
      settings?.name,
      webAcl,
      domains,
      logs["errors of messages"]?.arn,
      logs["activity of users"],
      resourceServers[0]?.identifier,
      delivered?.deliveries,
      proxied?.proxy,
    ]),
  ).toEqual(
    HOSTILE.map((text, index) => [
      text,
      text,
      [{ var: `prefix${index}`, default: text }],
      text,
      { to: "S3", arn: text },
      text,
      { "Secrets Manager": text, "Parameter Store": text },
      { domain: text, webAcl: text, operations: null },
    ]),
  );
  expect(estate.promises).toHaveLength(HOSTILE.length);
});

test("text of the config is text in the tables, and no cell is a formula", () => {
  const clients = report.rows("clients.csv");
  const inert = (text: string) => printable(/^[=+@\-\t＝]/.test(text) ? `'${text}` : text);
  const named = clients.filter(({ pool }) => pool === "users");
  expect(named.map(({ name }) => name)).toEqual(HOSTILE.map(inert));
  const delivered = clients.filter(({ client }) => client === "delivered");
  expect(delivered.map(({ web_acl }) => web_acl)).toEqual(HOSTILE.map(inert));
  expect(delivered.map(({ deliveries, logs }) => [deliveries, logs])).toEqual(
    HOSTILE.map(printable).map((text) => [
      `Secrets Manager: ${text}; Parameter Store: ${text}`,
      `errors of messages: ${text}; activity of users: ${text}`,
    ]),
  );
  const cells = [...clients, ...report.rows("findings.csv")].flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
});

test("no file has a character that cannot be seen", () => {
  for (const name of ["index.html", "estate.json", "clients.csv", "findings.csv"])
    expect(report.text(name)).not.toContain("\u202e");
});
