import { printable } from "../../lib/text/printable";
import { HOSTILE, hostileConfig } from "./hostile";
import { reportOf } from "./support";

test("text of the config is text in the JSON and in the tables", async () => {
  const { estate, rows, text } = await reportOf(hostileConfig());
  expect(estate.stacks[0]?.clients.map(({ name }) => name)).toEqual(HOSTILE);
  expect(estate.stacks[0]?.clients.map(({ acknowledged }) => acknowledged["OAU-30"])).toEqual(HOSTILE);
  const names = rows("clients.csv").map(({ name }) => name);
  expect(names).toEqual(HOSTILE.map((each) => printable(/^[=+@-]/.test(each) ? `'${each}` : each)));
  for (const name of ["index.html", "estate.json", "clients.csv", "findings.csv"])
    expect(text(name)).not.toContain("\u202e");
});
