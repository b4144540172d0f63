/** Of a talk: its own, and another one for its proposal, that leads from neither to the other. */
export const newIds = () => ({ id: newId(), claim: newId() });

/** At random; `randomUUID` came later than the browsers this is made for. */
export function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`],
    hex.slice(20),
  ].join('-');
}
