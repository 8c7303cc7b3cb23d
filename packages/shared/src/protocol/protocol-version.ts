/** Raised with every change that an older desk or gateway would misread; a test pins the schemas' fingerprint to it. */
export const PROTOCOL_VERSION = 4;
