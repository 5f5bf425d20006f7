import { CUSTOM_PREFIX } from "../cognito/attributes";
import type { ClientModel, PoolModel } from "../model/model";
import { part } from "../model/source";
import { isClosed, isOpen, knownItems, type List } from "../model/value";
import { BUILT_IN_NAMES, declaredNames, mayExist, NEVER_WRITABLE, nearest, OIDC_PROFILE } from "./attribute-names";
import { granted, grantedExpression, mappedBy, writes } from "./attribute-grants";
import { AWS, bad, on, placeOf } from "./client-rule";
import { literal, literals, type Message, sensitiveArguments, told } from "./expressions";
import { itemPlace } from "./places";
import type { ClientRule, Condition, References, Rule, Severity, Violation } from "./rule";
import { api, guide, PREFLIGHT } from "./sources";
import { hasLength } from "./text-statements";

const attributesGuide = guide("user-pool-settings-attributes");
const PERMISSIONS = ["readAttributes", "writeAttributes"] as const;
const named = "setunion(self.read_attributes, self.write_attributes)";

/** Permissions of a client to read and write attributes. */
export const attributePermissionRules: readonly Rule[] = [
];
