import { clientsOf } from "../../lib/secret-hash-proxy/clients";
import { REMEMBERED, readClients } from "../../lib/secret-hash-proxy/read-clients";

const [HOME, NEAR] = ["us-east-1", "eu-west-1"].map(
  (region) => `arn:aws:secretsmanager:${region}:111122223333:secret:a`,
);
const ARNS = [HOME, NEAR] as [string, string];

/** A store whose copies can be taken away. */
class Store {
  readonly asked: string[] = [];
  readonly copies = new Map(ARNS.map((arn) => [arn, text("1")]));

  readonly read = async (arn: string) => {
    this.asked.push(arn);
    const found = this.copies.get(arn);
    if (found === undefined) throw new Error("AccessDenied");
    return found;
  };
}

function text(secret: string): string {
  return JSON.stringify({ client: { secret, operations: ["SignUp", "AdminGetUser"] } });
}

test("reads the copy in its own Region first, once a minute, and however many ask at once", async () => {
  const store = new Store();
  let now = 0;
  const read = readClients(store.read, "eu-west-1", () => now);
  const [first] = await Promise.all([read(ARNS), read(ARNS), read(ARNS)]);
  expect(first?.get("client")).toEqual({ secret: "1", operations: ["SignUp"], propagatesContextData: false });
  expect(store.asked).toEqual([NEAR]);
  store.copies.set(NEAR as string, text("2"));
  now = REMEMBERED - 1;
  expect((await read(ARNS)).get("client")?.secret).toBe("1");
  now = REMEMBERED;
  expect((await read(ARNS)).get("client")?.secret).toBe("2");
});

test("reads another copy where one fails, uses what it knows where all fail, and fails where it knows nothing", async () => {
  const store = new Store();
  let now = 0;
  const read = readClients(store.read, "eu-west-1", () => now);
  store.copies.delete(NEAR as string);
  expect((await read(ARNS)).get("client")?.secret).toBe("1");
  expect(store.asked).toEqual([NEAR, HOME]);
  store.copies.clear();
  now = REMEMBERED;
  expect((await read(ARNS)).get("client")?.secret).toBe("1");
  await expect(read(["arn:aws:secretsmanager:us-east-1:111122223333:secret:b"])).rejects.toThrow(
    "no copy of the secret can be read",
  );
});

test.each([
  "",
  "[",
  "null",
  '"a"',
  '{"client":{}}',
  '{"client":{"secret":""}}',
  '{"client":null}',
  '{"client":"x-secret-x"}',
])("a secret that is %j has no clients, and the error shows nothing of it", (wrong) => {
  expect(() => clientsOf(wrong)).toThrow(/^(the secret is not a JSON object|a client has no secret)$/);
});
