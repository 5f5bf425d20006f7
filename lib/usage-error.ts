/** Thrown when the call, a file that it names or the installation is at fault, and not what the config says: exit code 2. */
export class UsageError extends Error {}
