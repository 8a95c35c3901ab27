/** `If-Match` for the version that was read; pass it as `params.header` of an update. */
export function ifMatch(version: number | { version: number }): { "If-Match": string } {
  const number = typeof version === "number" ? version : version.version;
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`A version is a whole number from 1, not ${number}.`);
  return { "If-Match": `"${number}"` };
}

/** `Idempotency-Key` for a POST: keep it, and repeat the request with the same one until it is answered. */
export function idempotencyKey(key: string = unique()): { "Idempotency-Key": string } {
  if (key.length === 0 || key.length > 200) throw new RangeError("An idempotency key has 1 to 200 characters.");
  return { "Idempotency-Key": key };
}

// randomUUID is missing in Node 18 and on pages without TLS. A key must be new, not secret.
function unique(): string {
  const part = (): string => Math.random().toString(36).slice(2);
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${part()}-${part()}`;
}
