import { configOf } from "../support/models";

export const POOL_ID = "eu-west-1_Ab3dEf6h1";
export const CLIENT_ID = "1h57kf5cpq17m0eml12example";

/** An adopted pool, to be laid over the minimal one. */
export const pool = { adopted: { userPoolId: POOL_ID } };
/** An adopted client of it. */
export const client = { platform: "ios" as const, adopted: { clientId: CLIENT_ID } };

/** A config that adopts one pool `users` with one client `app`. */
export const adopted = () => configOf({ pool, client });
