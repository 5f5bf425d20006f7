import { anyClientSchema } from "../../lib/config/schema/client";
import { poolSchema } from "../../lib/config/schema/pool";
import { ATTACHED_BLOCKS, type Block, CLIENT_BLOCKS, POOL_BLOCKS } from "./forms";

/** Keys that become no argument of any resource of Cognito, and whose other resources are elsewhere. */
const NO_ARGUMENTS = [
  ...["adopted", "unset", "generations", "current", "retire", "logDelivery"],
  // `storedCalls` of their own suites: `e2e/delivery`, `front-end/publish`, `e2e/secret-hash-proxy`
  ...["deliver", "publish", "secretHashProxy"],
  ...["only", "except", "existing", "renamedFrom", "preventDestroy", "allowDestroy", "acknowledge"],
  ...["exportClientSecrets", "clientDefaults", "clients", "platform"],
  // its resource needs a later provider than that of the plans
  "branding",
];

test.each<[string, readonly string[], readonly Block<object>[]]>([
  ["pool", Object.keys(poolSchema.shape), [...Object.values(POOL_BLOCKS), ...Object.values(ATTACHED_BLOCKS)]],
  ["client", Object.keys(anyClientSchema.shape), Object.values(CLIENT_BLOCKS)],
])("every key of a %s is in a form that the AWS provider sends", (_, keys, blocks) => {
  const sent = blocks.flatMap(({ base = {}, forms }) => [base, ...forms].flatMap(Object.keys));
  const missing = keys.filter((key) => !sent.includes(key) && !NO_ARGUMENTS.includes(key));
  expect(missing).toEqual([]);
});
